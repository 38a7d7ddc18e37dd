package dev.feierabend.helm.night;

import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Three towns of equal size on six machines, whose office work sleeps every night.
///
/// @param each how many workloads each town has; one of them is always awake
record Towns(int each) {
  static final List<String> NAMES = List.of("ahausen", "bedorf", "cestadt");
  static final List<String> NODES = Documents.NODES;
  static final int MINIMUM_HOSTS = 2;

  private static final Duration BEFORE_WAKE = Duration.between(Documents.EVENING, Documents.WAKE);
  private static final Duration LEAD = Duration.between(Documents.WAKE, Documents.READY_BY);

  private static final Duration REQUEST = Duration.ofSeconds(10);

  /// One night's instants.
  record Date(Instant evening) {
    static Date of(int night) {
      return new Date(Documents.EVENING.plus(Duration.ofDays(night)));
    }

    Instant wake() {
      return evening.plus(BEFORE_WAKE);
    }

    Instant readyBy() {
      return wake().plus(LEAD);
    }

    /// Whether capacity may be seen to go at `at`: what was asked for in the night's last moment
    /// may take as long as a request.
    boolean mayGo(Instant at) {
      return !at.isBefore(evening) && at.isBefore(wake().plus(REQUEST));
    }
  }

  List<Workload> workloads() {
    return NAMES.stream().flatMap(this::of).toList();
  }

  Stream<Workload> of(String town) {
    Stream<Workload> office = IntStream.range(1, each).mapToObj(i -> office(town, i));
    return Stream.concat(
        office, Stream.of(new Workload("Deployment", town, "phone", 2, "200m", "always")));
  }

  Stream<Workload> sleepers() {
    return workloads().stream().filter(Workload::sleeps);
  }

  static WorkloadId id(Workload workload) {
    String kind = workload.kind().toLowerCase(Locale.ROOT);
    return new WorkloadId("%s/%s/%s".formatted(kind, workload.town(), workload.name()));
  }

  private static Workload office(String town, int number) {
    String kind = number % 4 == 0 ? "StatefulSet" : "Deployment";
    return new Workload(kind, town, "work" + number, 1 + number % 2, "150m", "office");
  }

  static String fleet() {
    return """
    apiVersion: feierabend.dev/v1
    kind: Fleet
    metadata: {name: three-towns}
    spec:
      tenants: [%s]
      pools: [{id: machines}, %s]
      controllers: [{name: play, kind: node-annotation}]
      hosts:
    %s\
    """
        .formatted(
            each(NAMES, "{id: %1$s, name: %1$s}"),
            each(NAMES, "{id: %1$s-pool, tenant: %1$s, namespaces: [%1$s]}"),
            NODES.stream().map(Towns::host).collect(Collectors.joining()));
  }

  private static String each(List<String> names, String text) {
    return names.stream().map(text::formatted).collect(Collectors.joining(", "));
  }

  private static String host(String node) {
    return """
        - {uuid: %s, name: %s, pool: machines, cores: 4, memoryGiB: 16,
           watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT30S, bootWatts: 200, controller: play}
    """
        .formatted(uuid(node), node);
  }

  static String uuid(String node) {
    return "00000000-0000-0000-0000-0000000000" + node.replace('n', '0');
  }

  static String policy(String town) {
    return OfficeHours.policy(town, List.of(town + "-pool"), MINIMUM_HOSTS);
  }
}
