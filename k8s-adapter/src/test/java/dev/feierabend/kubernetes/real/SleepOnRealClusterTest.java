package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.recipes.Notes;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.testservers.KubernetesRelease;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(KubernetesRelease.class)
class SleepOnRealClusterTest {
  private static final SortedMap<WorkloadId, Integer> WANTED =
      new TreeMap<>(
          Map.of(
              new WorkloadId("deployment/office/mail"), 3,
              new WorkloadId("deployment/office/web"), 1,
              new WorkloadId("deployment/school/moodle"), 2,
              new WorkloadId("statefulset/school/files"), 2));

  /// How many stay up at night; of the others none.
  private static final Map<WorkloadId, Integer> KEPT =
      Map.of(new WorkloadId("statefulset/school/files"), 1);

  @Parameter KubernetesRelease release;

  private static RealTown town;

  @BeforeParameterizedClassInvocation
  static void start(KubernetesRelease release) {
    town = new RealTown(release);
    town.node("n1", Towns.FIRST);
    town.node("n2", Towns.SECOND);
    town.create(deployment("office", "mail", 3));
    town.create(deployment("office", "web", 1));
    town.create(deployment("school", "moodle", 2));
    town.create(statefulSet());
    WANTED.forEach(town::awaitReady);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (town != null) {
      town.close();
    }
  }

  @Test
  void aNightLeavesEverythingAsItWasWithOneWriteAWorkloadAndTransition() throws IOException {
    List<HasMetadata> before = objects();

    askThreeTimes("sleep");
    WANTED.keySet().forEach(id -> town.awaitReady(id, kept(id)));
    assertThat(town.fleet.observe().workloads())
        .allSatisfy(it -> assertThat(it.whole()).isEqualTo(WANTED.get(it.id())))
        .allMatch(Workload::asleep)
        .allMatch(it -> it.on().size() == kept(it.id()))
        .extracting(Workload::id)
        .containsExactlyElementsOf(WANTED.keySet());

    askThreeTimes("wake");
    WANTED.forEach(town::awaitReady);

    assertThat(objects()).usingRecursiveComparison().ignoringCollectionOrder().isEqualTo(before);
    assertThat(town.ourWrites())
        .containsExactlyInAnyOrder(
            "patch 200 deployments office/mail",
            "patch 200 deployments office/mail",
            "patch 200 deployments office/web",
            "patch 200 deployments office/web",
            "patch 200 deployments school/moodle",
            "patch 200 deployments school/moodle",
            "patch 200 statefulsets school/files",
            "patch 200 statefulsets school/files");
    assertThat(town.admin.apps().replicaSets().inAnyNamespace().list().getItems())
        .isNotEmpty()
        .allSatisfy(set ->
            assertThat(set.getMetadata().getAnnotations().keySet())
                .noneMatch(name -> name.startsWith("feierabend.")));
  }

  private static int kept(WorkloadId id) {
    return KEPT.getOrDefault(id, 0);
  }

  private static void askThreeTimes(String what) {
    for (int time = 0; time < 3; time++) {
      for (WorkloadId id : WANTED.keySet()) {
        var action = new ActionId(what + "/" + id + "@2026-03-02T19:00:00Z");
        Answer answer =
            what.equals("sleep")
                ? town.workloads.sleep(new Step.Sleep(id, kept(id)), action)
                : town.workloads.wake(new Step.Wake(id, 99, kept(id), Optional.empty()), action);
        assertThat(answer).isEqualTo(Answer.DONE);
      }
    }
  }

  /// All of both kinds, without what Kubernetes itself counts and the mark of our last action.
  private static List<HasMetadata> objects() {
    List<Deployment> deployments =
        town.admin.apps().deployments().inAnyNamespace().list().getItems();
    List<StatefulSet> sets = town.admin.apps().statefulSets().inAnyNamespace().list().getItems();
    deployments.forEach(it -> it.setStatus(null));
    sets.forEach(it -> it.setStatus(null));
    return java.util.stream.Stream.concat(deployments.stream(), sets.stream())
        .map(SleepOnRealClusterTest::comparable)
        .toList();
  }

  private static HasMetadata comparable(HasMetadata object) {
    var metadata = object.getMetadata();
    metadata.setResourceVersion(null);
    metadata.setGeneration(null);
    metadata.setManagedFields(List.of());
    metadata.setAnnotations(others(metadata.getAnnotations()));
    metadata.setLabels(others(metadata.getLabels()));
    return object;
  }

  private static Map<String, String> others(@Nullable Map<String, String> notes) {
    var others = new HashMap<>(Optional.ofNullable(notes).orElse(Map.of()));
    others.remove(Notes.ACTION);
    return others;
  }

  private static StatefulSet statefulSet() {
    Deployment like = deployment("school", "files", 2);
    return new StatefulSetBuilder()
        .withMetadata(like.getMetadata())
        .withNewSpec()
        .withReplicas(2)
        .withServiceName("files")
        .withSelector(like.getSpec().getSelector())
        .withTemplate(like.getSpec().getTemplate())
        .endSpec()
        .build();
  }
}
