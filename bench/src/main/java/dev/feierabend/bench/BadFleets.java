package dev.feierabend.bench;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Fleets that begin well.
record BadFleets(int size) {
  private static final String HEAD =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: three-towns}
      spec:
        tenants:
        - {id: ahausen, name: Gemeinde Ahausen}
        pools:
        - {id: hosts}
      """;

  List<BadDocument> all() {
    return List.of(
        BadDocument.of("tenants of nothing", HEAD.replace("  pools:\n", ""), size, "  - x\n"),
        BadDocument.of("pools of nobody", HEAD, size, i -> "  - {id: p" + i + ", tenant: x}\n"),
        BadDocument.of("hosts of nothing", HEAD + "  hosts:\n", size, "  - {}\n"),
        BadDocument.of("hosts of no pool", manyPools() + "  hosts:\n", size, "  - {pool: pol-1}\n"),
        BadDocument.of("numbers without end", HEAD + "  hosts:\n  - cores: 9", size, "9"),
        BadDocument.of(
            "numbers beyond all", HEAD + "  hosts:\n", size, "  - {cores: 1e999999999}\n"),
        BadDocument.of("one rack", HEAD + "  racks:\n", size, "  - {name: r, feed: f}\n"));
  }

  private String manyPools() {
    return IntStream.range(0, Math.min(1_900, size / 30))
        .mapToObj(i -> "  - {id: pool-" + i + "}\n")
        .collect(Collectors.joining("", HEAD, ""));
  }
}
