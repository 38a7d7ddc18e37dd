package dev.feierabend.app.demo.cluster;

import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.sandbox.town.ThreeTowns.Proposal;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Three towns on six nodes of a cluster, as documents: what the fleet is, what each town proposes,
/// and what a person would apply.
public final class ClusterTowns {
  static final List<String> NODES = IntStream.rangeClosed(1, 6).mapToObj(i -> "node-" + i).toList();
  private static final List<String> TOWNS = List.of("ahausen", "bergstadt", "cedorf");

  private ClusterTowns() {}

  public static int nodes() {
    return NODES.size();
  }

  public static int workloads() {
    return Workload.ALL.size();
  }

  /// The ids of those that sleep at night.
  public static SortedSet<String> sleepers() {
    return Workload.ALL.stream()
        .filter(Workload::sleeps)
        .map(Workload::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public static String fleet() {
    return """
    apiVersion: feierabend.dev/v1
    kind: Fleet
    metadata: {name: three-towns-on-kubernetes}
    spec:
      tenants: [{id: ahausen, name: Ahausen}, {id: bergstadt, name: Bergstadt}, {id: cedorf, name: Cedorf}]
      pools:
        - {id: machines}
        - {id: ahausen-office, tenant: ahausen, namespaces: [ahausen]}
        - {id: bergstadt-schools, tenant: bergstadt, namespaces: [bergstadt]}
        - {id: cedorf-office, tenant: cedorf, namespaces: [cedorf]}
      controllers: [{name: play, kind: node-annotation}]
      hosts:
    """
        + NODES.stream()
            .map(node ->
                """
                    - {uuid: 00000000-0000-0000-0000-00000000000%s, name: %s, pool: machines, cores: 4, memoryGiB: 16,
                       watts: {idle: 110, peak: 320}, standbyWatts: 6, boot: PT3M, bootWatts: 220, controller: play}
                """
                    .formatted(node.substring(node.length() - 1), node))
            .collect(Collectors.joining());
  }

  /// The town hall works longest and begins first.
  public static List<Proposal> proposals() {
    return List.of(
        proposal("ahausen", "rathaus", "ahausen-office", "Mon 19:00", "Tue 06:30"),
        proposal("bergstadt", "schulen", "bergstadt-schools", "Mon 18:00", "Tue 07:00"),
        proposal("cedorf", "amt", "cedorf-office", "Mon 19:00", "Tue 07:00"));
  }

  private static Proposal proposal(String town, String name, String pool, String from, String to) {
    return new Proposal(
        new TenantId(town),
        name,
        """
        apiVersion: feierabend.dev/v1
        kind: SchedulePolicy
        metadata: {name: %s, tenant: %s}
        spec:
          pools: [%s]
          workloads: {labels: {hours: office}}
          zone: Europe/Berlin
          asleep:
            - {from: %s, to: %s}
          readyBy: {lead: PT30M}
        """
            .formatted(name, town, pool, from, to));
  }

  /// Before there are workloads. A node boots in two seconds; of the two telephones one must always
  /// answer.
  static String ground() {
    Stream<String> towns =
        TOWNS.stream()
            .map(
                """
                apiVersion: v1
                kind: Namespace
                metadata: {name: %s}
                """
                    ::formatted);
    Stream<String> nodes =
        NODES.stream()
            .map(
                """
                apiVersion: v1
                kind: Node
                metadata: {name: %s, annotations: {feierabend.test/boot: 2s}}
                status:
                  capacity: &room {cpu: "4", memory: 16Gi, pods: "110"}
                  allocatable: *room
                """
                    ::formatted);
    String budget =
        """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {namespace: ahausen, name: phone}
        spec: {minAvailable: 1, selector: {matchLabels: {app: phone}}}
        """;
    return Stream.of(towns, nodes, Stream.of(budget))
        .flatMap(each -> each)
        .collect(Collectors.joining("---\n"));
  }

  static String manifests() {
    return Workload.ALL.stream().map(Workload::manifest).collect(Collectors.joining("---\n"));
  }
}
