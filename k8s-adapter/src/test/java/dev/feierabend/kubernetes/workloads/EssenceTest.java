package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.Original;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Objects;
import dev.feierabend.kubernetes.recipes.Specimens;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is kept of an object is changed by the same patch as all of it.
class EssenceTest {
  private static final ActionId SLEEP = new ActionId("sleep/x@1");
  private static final ActionId WAKE = new ActionId("wake/x@1");
  private static final Step.Wake BACK =
      new Step.Wake(new WorkloadId("kind/office/x"), Original.of(2), 0, Optional.empty());

  /// What a person, a program or chance may have written.
  private static final List<String> PATCHES =
      List.of(
          "{}",
          "{\"metadata\": {\"annotations\": {\"owner\": \"town hall\", \"feierabend.dev/action\": \"sleep/x@1\"}}}",
          "{\"metadata\": {\"annotations\": {\"feierabend.dev/pause-flux\": \"true\"}}}",
          "{\"metadata\": {\"annotations\": {\"feierabend.dev/pause-flux\": \"true\","
              + " \"kustomize.toolkit.fluxcd.io/reconcile\": \"disabled\"}}}",
          "{\"metadata\": {\"labels\": {\"feierabend.dev/protect\": \"\"}}}",
          "{\"metadata\": {\"annotations\": {\"feierabend.dev/restore\": \"three\"}}}",
          "{\"metadata\": {\"uid\": null}}",
          "{\"spec\": {\"replicas\": 7, \"suspend\": true, \"instances\": 5}}",
          "{\"spec\": {\"replicas\": 0, \"suspend\": false, \"instances\": 0}}",
          "{\"spec\": {\"persistentVolumeClaimRetentionPolicy\": {\"whenScaled\": \"Delete\"}}}",
          "{\"spec\": null}");

  static Stream<Managed> objects() {
    return Specimens.all().entrySet().stream()
        .flatMap(recipe -> PATCHES.stream().map(patch -> specimen(recipe.getKey(), patch)));
  }

  @ParameterizedTest
  @MethodSource("objects")
  void itsSleepIsTheSame(Managed whole) {
    for (int keep : List.of(0, 1)) {
      assertThat(said(new Transition(essence(whole)).sleep(keep, SLEEP)))
          .isEqualTo(said(new Transition(whole).sleep(keep, SLEEP)));
    }
  }

  @ParameterizedTest
  @MethodSource("objects")
  void itsWakeIsTheSame(Managed whole) {
    Managed asleep =
        new Transition(whole).sleep(0, SLEEP) instanceof Change.Write(var patch)
            ? Objects.patched(whole, json(patch.json()))
            : whole;

    assertThat(said(new Transition(essence(asleep)).wake(BACK, WAKE)))
        .isEqualTo(said(new Transition(asleep).wake(BACK, WAKE)));
  }

  /// Of a Deployment with a long template, for instance.
  @Test
  void itIsSmall() {
    Managed whole =
        specimen("deployment", "{\"spec\": {\"template\": \"%s\"}}".formatted("x".repeat(9999)));

    assertThat(Essence.of(whole).json()).hasSizeLessThan(300);
  }

  private static Managed essence(Managed whole) {
    return Managed.of(whole.recipe(), Essence.of(whole).object());
  }

  /// The order of a patch's members says nothing.
  private static Object said(Change change) {
    return change instanceof Change.Write(var patch) ? json(patch.json()) : change;
  }

  private static Managed specimen(String recipe, String patch) {
    String yaml = Specimens.all().get(recipe);
    String named = "metadata: {uid: the-one, resourceVersion: \"42\", ";
    return Objects.patched(
        Objects.managed(recipe, yaml.replace("metadata: {", named)), json(patch));
  }

  private static ObjectNode json(String text) {
    try {
      return (ObjectNode) new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }
}
