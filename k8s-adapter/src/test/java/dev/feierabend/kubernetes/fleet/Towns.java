package dev.feierabend.kubernetes.fleet;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A fleet of three machines, and what a cluster may show of it.
public final class Towns {
  public static final MachineId FIRST = MachineId.of("00000000-0000-0000-0000-000000000001");
  public static final MachineId SECOND = MachineId.of("00000000-0000-0000-0000-000000000002");
  public static final MachineId UNCONTROLLED = MachineId.of("00000000-0000-0000-0000-000000000003");

  private static final String FLEET =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: rehearsal}
      spec:
        tenants: [{id: ahausen, name: Ahausen}, {id: bedorf, name: Bedorf}]
        pools:
          - {id: machines}
          - {id: platform, namespaces: [monitoring]}
          - {id: ahausen-office, tenant: ahausen, namespaces: [office]}
          - {id: bedorf-school, tenant: bedorf, namespaces: [school]}
        controllers: [{name: play, kind: node-annotation}]
        hosts:
          - {uuid: 00000000-0000-0000-0000-000000000002, name: n2, pool: machines, cores: 8, memoryGiB: 16,
             watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT4M, bootWatts: 200, controller: play}
          - {uuid: 00000000-0000-0000-0000-000000000001, name: one, pool: machines, cores: 8, memoryGiB: 16,
             watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT4M, bootWatts: 200, controller: play, node: n1}
          - {uuid: 00000000-0000-0000-0000-000000000003, name: n3, pool: machines, cores: 8, memoryGiB: 16,
             watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT4M, bootWatts: 200}
      """;

  private static final String MACHINE =
      """
          - {uuid: 00000000-0000-0000-0000-%012d, name: more-%d, pool: machines, cores: 8, memoryGiB: 16,
             watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT4M, bootWatts: 200, controller: play}
      """;

  private Towns() {}

  public static Fleet fleet() {
    return parsed(FLEET);
  }

  /// With `more` machines of which no cluster shows anything.
  public static Fleet fleet(int more) {
    return parsed(
        IntStream.range(0, more)
            .mapToObj(number -> MACHINE.formatted(number + 10, number))
            .collect(Collectors.joining("", FLEET, "")));
  }

  /// The school is in the cluster `west`, with the second machine.
  public static Fleet twoClusters() {
    return parsed(
        FLEET
            .replace("pools:", "clusters: [{name: west, credentials: west.kubeconfig}]\n  pools:")
            .replace("{id: machines}", "{id: machines}\n    - {id: west-machines, cluster: west}")
            .replace("[school]}", "[school], cluster: west}")
            .replace("name: n2, pool: machines", "name: n2, pool: west-machines"));
  }

  private static Fleet parsed(String text) {
    return switch (FleetParser.parse("fleet.yaml", text.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid(var fleet) -> fleet;
      case Parsed.Invalid(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  static Node node(String name) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .endSpec()
        .withNewStatus()
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .endCondition()
        .endStatus()
        .build();
  }

  static Node unready(Node node) {
    return new NodeBuilder(node)
        .editStatus()
        .editMatchingCondition(it -> it.getType().equals("Ready"))
        .withStatus("Unknown")
        .endCondition()
        .endStatus()
        .build();
  }

  public static Deployment deployment(String namespace, String name, int replicas) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName(name)
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .withNewSelector()
        .withMatchLabels(Map.of("app", name))
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app", name)
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName(name)
        .withImage("example.org/" + name)
        .withNewResources()
        .addToRequests("cpu", new Quantity("250m"))
        .addToRequests("memory", new Quantity("512Mi"))
        .endResources()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  /// `pod`, as one of the Deployment `name`.
  static Pod of(String name, Pod pod) {
    return new PodBuilder(pod).editMetadata().addToLabels("app", name).endMetadata().build();
  }
}
