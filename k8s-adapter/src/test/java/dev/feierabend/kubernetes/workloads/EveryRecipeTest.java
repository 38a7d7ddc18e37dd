package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.Original;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Mark;
import dev.feierabend.kubernetes.recipes.Notes;
import dev.feierabend.kubernetes.recipes.Objects;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.Specimens;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An evening and a morning of one object of every kind, without a server.
class EveryRecipeTest {
  private static final ActionId SLEEP = new ActionId("sleep/x@1");
  private static final ActionId WAKE = new ActionId("wake/x@1");

  static Set<String> recipes() {
    return Specimens.all().keySet();
  }

  @Test
  void everyRecipeHasASpecimen() {
    assertThat(recipes()).isEqualTo(Recipes.shipped().names());
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void theObjectAloneRestoresItExactly(String recipe) throws Exception {
    Managed before = specimen(recipe);
    Managed asleep = after(before, new Transition(before).sleep(0, SLEEP));

    assertThat(asleep.wanted()).contains(0);
    assertThat(asleep.json()).isNotEqualTo(before.json());

    restored(before, asleep, Original.of(1));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void theJournalAloneRestoresItExactly(String recipe) throws Exception {
    Managed before = specimen(recipe);
    Original was = before.original(before.wanted().orElse(1));
    Managed asleep = after(before, new Transition(before).sleep(0, SLEEP));
    ObjectNode erased = before.json().objectNode();
    erased.withObject("/metadata/annotations").putNull(Mark.NAME);
    erased.withObject("/metadata/labels").putNull(Mark.NAME);

    restored(before, Objects.patched(asleep, erased), was);
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void whatAPersonWokeInTheNightIsLeftAlone(String recipe) throws Exception {
    Managed before = specimen(recipe);
    Managed asleep = after(before, new Transition(before).sleep(0, SLEEP));
    ObjectNode mark = before.json().objectNode();
    copy(asleep.annotations(), mark.withObject("/metadata/annotations"));
    copy(asleep.labels(), mark.withObject("/metadata/labels"));

    assertThat(new Transition(Objects.patched(before, mark)).wake(wake(Original.of(1)), WAKE))
        .isEqualTo(Change.NOTHING);
  }

  private static void restored(Managed before, Managed asleep, Original journal) throws Exception {
    Managed awake = after(asleep, new Transition(asleep).wake(wake(journal), WAKE));

    assertThat(awake.json().get("spec").toString()).isEqualTo(before.json().get("spec").toString());
    assertThat(ours(awake.annotations(), awake.labels())).containsExactly(Notes.ACTION);
  }

  private static void copy(Map<String, String> notes, ObjectNode to) {
    Optional.ofNullable(notes.get(Mark.NAME)).ifPresent(mark -> to.put(Mark.NAME, mark));
  }

  private static Stream<String> ours(Map<String, String> annotations, Map<String, String> labels) {
    return Stream.of(annotations, labels).flatMap(it -> it.keySet().stream()).filter(Notes::isOurs);
  }

  private static Step.Wake wake(Original original) {
    return new Step.Wake(new WorkloadId("kind/office/x"), original, 0, Optional.empty());
  }

  private static Managed specimen(String recipe) {
    String yaml = Specimens.all().get(recipe);
    return Objects.managed(recipe, yaml.replace("metadata: {", "metadata: {uid: the-one, "));
  }

  private static Managed after(Managed object, Change change) throws Exception {
    assertThat(change).isInstanceOf(Change.Write.class);
    JsonNode patch = new ObjectMapper().readTree(((Change.Write) change).patch().json());
    return Objects.patched(object, (ObjectNode) patch);
  }
}
