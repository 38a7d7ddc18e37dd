package dev.feierabend.helm.night;

import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Six machines, two towns, and what each has agreed to: its office work sleeps from Monday evening
/// to Tuesday morning.
final class Documents {
  static final List<String> TOWNS = List.of("ahausen", "bedorf");
  static final List<String> NODES = IntStream.rangeClosed(1, 6).mapToObj(i -> "n" + i).toList();

  /// The window opens at 19:00 and must have closed at 05:00; half an hour before that it wakes.
  static final Instant EVENING = Instant.parse("2026-11-23T19:00:00Z");

  static final Instant WAKE = Instant.parse("2026-11-24T04:30:00Z");
  static final Instant READY_BY = Instant.parse("2026-11-24T05:00:00Z");

  private Documents() {}

  /// What stands in `fleet.yaml` of a night's folder; where there is none, the two towns.
  static Fleet fleet(Path folder) throws IOException {
    Path file = folder.resolve("fleet.yaml");
    return Files.exists(file) ? parsed(Files.readString(file)) : parsed(twoTowns());
  }

  private static String twoTowns() {
    String hosts =
        NODES.stream()
            .map(node ->
                """
                    - {uuid: 00000000-0000-0000-0000-0000000000%s, name: %s, pool: machines, cores: 4, memoryGiB: 16,
                       watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT30S, bootWatts: 200, controller: play}
                """
                    .formatted(node.replace('n', '0'), node))
            .collect(Collectors.joining());
    return """
    apiVersion: feierabend.dev/v1
    kind: Fleet
    metadata: {name: two-towns}
    spec:
      tenants: [{id: ahausen, name: Ahausen}, {id: bedorf, name: Bedorf}]
      pools:
        - {id: machines}
        - {id: ahausen-pool, tenant: ahausen, namespaces: [ahausen]}
        - {id: bedorf-pool, tenant: bedorf, namespaces: [bedorf]}
      controllers: [{name: play, kind: node-annotation}]
      hosts:
    """
        + hosts;
  }

  static Fleet parsed(String text) {
    return switch (FleetParser.parse("fleet.yaml", text.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid(var fleet) -> fleet;
      case Parsed.Invalid(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  static String policy(String town) {
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: office, tenant: %s}
    spec:
      pools: [%1$s-pool]
      workloads: {labels: {hours: office}}
      zone: Europe/Berlin
      asleep:
        - {from: Mon 20:00, to: Tue 06:00}
      readyBy: {lead: PT30M}
      floor: {hosts: 2}
    """
        .formatted(town);
  }

  static String digest(String policy) {
    return Document.of(policy.getBytes(StandardCharsets.UTF_8)).digest();
  }
}
