package dev.feierabend.bench;

import java.util.List;

/// Schedule policies that begin well.
record BadPolicies(int size) {
  private static final String HEAD =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: rathaus, tenant: ahausen}
      spec:
        pools: [ahausen-office]
        workloads: {labels: {tier: web}}
      """;

  private static final String ASLEEP = HEAD + "  asleep:\n";
  private static final String AWAKE = ASLEEP + "  - {from: Mon 20:00, to: Tue 06:00}\n";

  List<BadDocument> all() {
    return List.of(
        windows("windows of nothing", "{}"),
        windows("windows with a slip", "{fron: Mon 20:00, to: Tue 06:00}"),
        windows("windows of no day", "{from: Mo 20:00, to: Di 06:00}"),
        windows("windows that overlap", "{from: Mon 20:00, to: Tue 06:00}"),
        windows("days that overlap", "{every: Mon-Sun, from: \"20:00\", to: \"06:00\"}"),
        windows(
            "halves of every year",
            "{from: 01-01 00:00, to: 07-01 00:00}\n  - {from: 07-01 00:00, to: 01-01 00:00}"),
        windows("holidays of no Land", "{from: holiday 12:00, to: after holiday 12:00}"),
        exceptions("exceptions of nothing", "{}"),
        exceptions("one date again and again", "{date: 2026-12-24, awake: true}"),
        BadDocument.of("pools that are none", HEAD + "  pools:\n", size, "  - A B\n"),
        BadDocument.of("groups of nothing", HEAD + "  order:\n", size, "  - {}\n"),
        BadDocument.of("faults of labels", HEAD + "  order:\n  - labels:\n", size, "    a: b b\n"),
        BadDocument.of("days without end", ASLEEP + "  - {every: \"Mon", size, ",Mon"),
        BadDocument.of("digits", HEAD + "  floor:\n    hosts: 9", size, "9"));
  }

  private BadDocument windows(String name, String window) {
    return BadDocument.of(name, ASLEEP, size, "  - " + window + "\n");
  }

  private BadDocument exceptions(String name, String exception) {
    return BadDocument.of(name, AWAKE + "  exceptions:\n", size, "  - " + exception + "\n");
  }
}
