package dev.feierabend.kubernetes.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Original;
import dev.feierabend.kubernetes.recipes.Mark;
import dev.feierabend.kubernetes.recipes.Recipe;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.Specimens;
import dev.feierabend.kubernetes.workloads.KubernetesWorkloads;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.testservers.Definitions;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinition;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersion;
import io.fabric8.kubernetes.api.model.apiextensions.v1.CustomResourceDefinitionVersionBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Kinds of Strimzi's whose operator serves another version than the recipe names, as it does from
/// its 1.0 on: `v1` alone.
class ServedVersionsOnRealClusterTest {
  private static final Recipe BRIDGES = Recipes.shipped().named("kafka-bridge").orElseThrow();
  private static final Recipe CONNECTS = Recipes.shipped().named("kafka-connect").orElseThrow();

  private static RealTown town;
  private static KubernetesWorkloads workloads;
  private static int actions;

  @BeforeAll
  static void start() {
    town = new RealTown();
    workloads = new KubernetesWorkloads(town.us, Recipes.shipped(), town.watch);
  }

  @AfterAll
  static void stop() {
    if (town != null) {
      town.close();
    }
  }

  @Test
  void whatIsServedAsV1AloneIsSeenSleepsAndWakes() {
    CustomResourceDefinition definition = definition(BRIDGES);
    definition.getSpec().setVersions(List.of(v1(definition)));
    town.create(definition);
    create(BRIDGES, "v1", "bridge");
    Workload before = awaitSeen(BRIDGES, "bridge");
    String specification = specification(BRIDGES, "v1", "bridge");

    sleep(before.id());
    assertThat(specification(BRIDGES, "v1", "bridge")).contains("replicas=0");
    wake(before.id(), before.original());

    assertThat(specification(BRIDGES, "v1", "bridge")).isEqualTo(specification);
  }

  @Test
  void whatSleptOverAnUpgradeThatTookItsVersionAwayIsWokenByItsNoteOrByTheJournal() {
    CustomResourceDefinition definition = definition(CONNECTS);
    town.create(definition);
    create(CONNECTS, "v1beta2", "noted");
    create(CONNECTS, "v1beta2", "recorded");
    String specification = specification(CONNECTS, "v1beta2", "noted");
    Workload noted = awaitSeen(CONNECTS, "noted");
    Workload recorded = awaitSeen(CONNECTS, "recorded");
    sleep(noted.id());
    sleep(recorded.id());

    upgrade(definition);
    awaitServed();
    object(CONNECTS, "v1", "recorded")
        .patch(
            PatchContext.of(PatchType.JSON_MERGE),
            "{\"metadata\": {\"annotations\": {\"%s\": null}}}".formatted(Mark.NAME));

    wake(noted.id(), Original.of(1));
    wake(recorded.id(), recorded.original());

    assertThat(specification(CONNECTS, "v1", "noted")).isEqualTo(specification);
    assertThat(specification(CONNECTS, "v1", "recorded")).isEqualTo(specification);
    awaitAwake(noted.id());
    awaitAwake(recorded.id());
  }

  /// Version 1 beside the others, which are kept for what is stored, but not served any more.
  private static void upgrade(CustomResourceDefinition definition) {
    var all = town.admin.apiextensions().v1().customResourceDefinitions();
    RealTown.edit(
        all.withName(definition.getMetadata().getName()),
        now -> {
          CustomResourceDefinitionVersion released = v1(now);
          for (var version : now.getSpec().getVersions()) {
            version.setServed(false);
            version.setStorage(false);
          }
          now.getSpec().getVersions().addFirst(released);
          return now;
        });
  }

  private static void awaitServed() {
    await()
        .atMost(RealTown.PATIENCE)
        .ignoreExceptions()
        .until(() ->
            object(CONNECTS, "v1", "noted").get() != null
                && object(CONNECTS, "v1beta2", "noted").get() == null
                && town.watch.served(CONNECTS).version().equals("v1"));
  }

  /// What it was before with all that its schema says, under its released name.
  private static CustomResourceDefinitionVersion v1(CustomResourceDefinition definition) {
    var before =
        definition.getSpec().getVersions().stream()
            .filter(version -> version.getName().equals("v1beta2"))
            .findFirst()
            .orElseThrow();
    return new CustomResourceDefinitionVersionBuilder(before)
        .withName("v1")
        .withServed(true)
        .withStorage(true)
        .build();
  }

  private static CustomResourceDefinition definition(Recipe recipe) {
    return Definitions.all().stream()
        .filter(yaml -> yaml.contains("name: " + recipe.resource().definition()))
        .map(yaml -> Serialization.unmarshal(yaml, CustomResourceDefinition.class))
        .findFirst()
        .orElseThrow();
  }

  private static void create(Recipe recipe, String version, String name) {
    GenericKubernetesResource object =
        Serialization.unmarshal(
            Specimens.all().get(recipe.name()), GenericKubernetesResource.class);
    object.setApiVersion(recipe.resource().in(version).apiVersion());
    object.getMetadata().setName(name);
    await().atMost(RealTown.PATIENCE).ignoreExceptions().untilAsserted(() -> town.create(object));
  }

  private static Workload awaitSeen(Recipe recipe, String name) {
    WorkloadId id = new WorkloadId("%s/office/%s".formatted(recipe.name(), name));
    return await()
        .atMost(RealTown.PATIENCE)
        .ignoreExceptions()
        .until(() -> town.workload(id), Optional::isPresent)
        .orElseThrow();
  }

  private static void awaitAwake(WorkloadId id) {
    await()
        .atMost(RealTown.PATIENCE)
        .ignoreExceptions()
        .until(() -> town.workload(id).orElseThrow().replicas() == 2);
  }

  private static void sleep(WorkloadId id) {
    assertThat(workloads.sleep(new Step.Sleep(id, 0), action())).isEqualTo(Answer.DONE);
  }

  private static void wake(WorkloadId id, Original original) {
    assertThat(workloads.wake(new Step.Wake(id, original, 0, Optional.empty()), action()))
        .isEqualTo(Answer.DONE);
  }

  private static ActionId action() {
    actions++;
    return new ActionId("upgrade@" + actions);
  }

  private static String specification(Recipe recipe, String version, String name) {
    return String.valueOf(object(recipe, version, name).get().<Object>get("spec"));
  }

  private static Resource<GenericKubernetesResource> object(
      Recipe recipe, String version, String name) {
    return town.admin
        .genericKubernetesResources(recipe.resource().in(version).context())
        .inNamespace("office")
        .withName(name);
  }
}
