package dev.feierabend.kubernetes.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.Exemption;
import dev.feierabend.core.planning.Exemption.Ground;
import dev.feierabend.core.planning.Original;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Mark;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.Specimens;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.testservers.Definitions;
import dev.feierabend.testservers.KubernetesRelease;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Evenings and mornings of every kind on a real control plane, with the kinds' own schemas and the
/// rights of the chart.
@ParameterizedClass
@EnumSource(KubernetesRelease.class)
class EveryKindOnRealClusterTest {
  private static final String SCALER = "scaledobject";

  @Parameter KubernetesRelease release;

  private static RealTown town;
  private static int actions;

  @BeforeParameterizedClassInvocation
  static void start(KubernetesRelease release) {
    var definitions = Definitions.all();
    town = new RealTown(release);
    definitions.forEach(yaml -> town.create(generic(yaml)));
    kinds()
        .forEach(recipe ->
            await()
                .atMost(RealTown.PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> town.create(generic(Specimens.all().get(recipe)))));
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (town != null) {
      town.close();
    }
  }

  static Stream<String> kinds() {
    return Specimens.all().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anEveningAndAMorningLeaveItsSpecificationEqualToTheByte(String recipe) {
    Managed before = now(recipe);
    sleep(recipe);
    wake(recipe, before.original(before.wanted().orElse(1)));

    isAsBefore(before);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theJournalAloneRestoresItWhereTheObjectsNoteIsLost(String recipe) {
    Managed before = now(recipe);
    sleep(recipe);
    resource(recipe)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\": {\"annotations\": {\"%1$s\": null}, \"labels\": {\"%1$s\": null}}}"
                .formatted(Mark.NAME));
    wake(recipe, before.original(before.wanted().orElse(1)));

    isAsBefore(before);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void theObjectAloneRestoresItWhereTheJournalIsLost(String recipe) {
    Managed before = now(recipe);
    sleep(recipe);
    wake(recipe, Original.of(1));

    isAsBefore(before);
  }

  /// KEDA would scale its target to none, and not back once our annotation is gone.
  @Test
  void whatAPersonPausedIsLeftAloneUntilTheyGoOn() {
    paused("\"true\"");
    try {
      staysAsItIs();
    } finally {
      paused("null");
    }
    awaitExempt();
    sleep(SCALER);
    wake(SCALER, Original.of(1));
  }

  private static void staysAsItIs() {
    awaitExempt(
        new Exemption(id(SCALER), Ground.PAUSED, "autoscaling.keda.sh/paused-scale-out: true"));
    Managed before = now(SCALER);

    assertThat(town.workloads.sleep(new Step.Sleep(id(SCALER), 0), action()))
        .isEqualTo(
            new Answer.Refused(
                "scaledobject office/scaledobject is left as it is: somebody paused what scales it,"
                    + " and no wake would bring it back"
                    + " (autoscaling.keda.sh/paused-scale-out: true)"));
    assertThat(now(SCALER).json()).isEqualTo(before.json());
  }

  private static void paused(String value) {
    resource(SCALER)
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\": {\"annotations\": {\"autoscaling.keda.sh/paused-scale-out\": %s}}}"
                .formatted(value));
  }

  private static void awaitExempt(Exemption... exempt) {
    await()
        .atMost(RealTown.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(
            () -> assertThat(town.fleet.observe().exempt().values()).containsExactly(exempt));
  }

  @Test
  void everyKindThatTheClusterHasIsSeenButForWhatIsFinished() {
    await()
        .atMost(RealTown.PATIENCE)
        .ignoreExceptions()
        .untilAsserted(() ->
            assertThat(town.fleet.observe().workloads())
                .extracting(it -> it.id().value().split("/")[0])
                .containsAll(kinds().filter(kind -> !kind.equals("job")).toList()));
  }

  private static void sleep(String recipe) {
    assertThat(town.workloads.sleep(new Step.Sleep(id(recipe), 0), action()))
        .isEqualTo(Answer.DONE);
    assertThat(now(recipe).wanted()).contains(0);
  }

  private static void wake(String recipe, Original original) {
    assertThat(
            town.workloads.wake(new Step.Wake(id(recipe), original, 0, Optional.empty()), action()))
        .isEqualTo(Answer.DONE);
  }

  private static void isAsBefore(Managed before) {
    Managed after = now(before.recipe().name());
    assertThat(after.json().get("spec").toString()).isEqualTo(before.json().get("spec").toString());
    assertThat(others(after)).isEqualTo(others(before));
  }

  /// Annotations and labels that are neither ours nor counted by Kubernetes.
  private static List<JsonNode> others(Managed object) {
    return Stream.of("annotations", "labels")
        .map(place -> others(object.json().deepCopy().withObject("/metadata/" + place)))
        .toList();
  }

  private static JsonNode others(ObjectNode notes) {
    notes.remove("deprecated.daemonset.template.generation");
    notes.properties().removeIf(note -> note.getKey().startsWith("feierabend.dev/"));
    return notes;
  }

  private static Managed now(String recipe) {
    return Managed.of(recipe(recipe), resource(recipe).get());
  }

  private static Resource<GenericKubernetesResource> resource(String recipe) {
    return town.admin
        .genericKubernetesResources(recipe(recipe).resource().context())
        .inNamespace("office")
        .withName(recipe);
  }

  private static Recipe recipe(String name) {
    return Recipes.shipped().named(name).orElseThrow();
  }

  private static WorkloadId id(String recipe) {
    return new WorkloadId("%s/office/%s".formatted(recipe, recipe));
  }

  private static ActionId action() {
    actions++;
    return new ActionId("rehearsal@" + actions);
  }

  private static GenericKubernetesResource generic(String yaml) {
    return Serialization.unmarshal(yaml, GenericKubernetesResource.class);
  }
}
