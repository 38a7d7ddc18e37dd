package dev.feierabend.kubernetes.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.workloads.WorkloadName;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SleepersTest {
  private static final String DEPLOYMENTS =
      """
      kind: DeploymentList
      metadata: {}
      items:
        - metadata: {namespace: office, name: mail}
          spec: {template: {spec: {containers: [{name: a, resources: {limits: {cpu: 2}}}]}}}
        - metadata: {namespace: office, name: web}
          spec: {template: {spec: {containers: [{name: a, resources: {limits: {cpu: 3}}}]}}}
        - metadata: {namespace: school, name: mail}
          spec: {template: {spec: {containers: [{name: a, resources: {limits: {cpu: many}}}]}}}
      """;
  private static final String SCALED =
      """
      kind: ScaledObjectList
      metadata: {}
      items:
        - metadata: {namespace: office, name: web-scaler}
          spec: {scaleTargetRef: {name: web}}
      """;
  private static final String CLUSTERS =
      """
      kind: ClusterList
      metadata: {}
      items:
        - metadata: {namespace: office, name: data}
          spec: {instances: 3, resources: {limits: {memory: 2}}}
      """;

  @TempDir Path folder;

  @Test
  void whatItsPodsAskForIsReadOfItsTemplateOrOfWhatItGovernsOrOfItsInstances() {
    assertThat(read("deployment/office/mail", "limits.cpu")).contains(BigDecimal.valueOf(2));
    assertThat(read("scaledobject/office/web-scaler", "limits.cpu"))
        .contains(BigDecimal.valueOf(3));
    assertThat(read("cnpg-cluster/office/data", "limits.memory")).contains(BigDecimal.valueOf(6));
    assertThat(read("cnpg-cluster/office/data", "pods")).contains(BigDecimal.valueOf(3));
  }

  @Test
  void whatIsNotThereOrCannotBeReadSaysNothing() {
    assertThat(read("deployment/school/mail", "limits.cpu")).isEmpty();
    assertThat(read("deployment/office/other", "limits.cpu")).isEmpty();
    assertThat(read("statefulset/office/mail", "limits.cpu")).isEmpty();
  }

  @Test
  void aKindThatCannotBeReadLeavesDoubt() {
    var reading = new Reading();
    try (var server = new FakeApiServer(_ -> Says.no(403, "not you"));
        var client = server.client(folder)) {
      new Sleepers(client, Recipes.shipped(), reading)
          .demands(Set.of(new WorkloadName("deployment", "office", "mail")));
    }

    assertThat(reading.unread())
        .containsExactly(Trouble.of(Kind.UNREAD, "templates of deployments", "not you"))
        .allMatch(Trouble::leavesDoubt);
  }

  @Test
  void whereNobodyAsksNothingIsRead() {
    try (var server = new FakeApiServer(SleepersTest::says);
        var client = server.client(folder)) {
      assertThat(new Sleepers(client, Recipes.shipped(), new Reading()).demands(Set.of()))
          .isEmpty();
      assertThat(server.asked()).isEmpty();
    }
  }

  private Optional<BigDecimal> read(String id, String quota) {
    String[] parts = id.split("/", -1);
    var name = new WorkloadName(parts[0], parts[1], parts[2]);
    try (var server = new FakeApiServer(SleepersTest::says);
        var client = server.client(folder)) {
      var demands = new Sleepers(client, Recipes.shipped(), new Reading()).demands(Set.of(name));
      return Optional.ofNullable(demands.get(name)).flatMap(demand -> demand.of(quota));
    }
  }

  private static Says says(Asked asked) {
    return Map.of("deployments", DEPLOYMENTS, "scaledobjects", SCALED, "clusters", CLUSTERS)
        .entrySet()
        .stream()
        .filter(it -> asked.path().contains("/" + it.getKey()))
        .findFirst()
        .map(it -> Says.ok(Serialization.unmarshal(it.getValue(), Map.class)))
        .orElseGet(() -> Says.no(404, "no such kind"));
  }
}
