package dev.feierabend.bench;

import java.util.List;

/// Manifests of other schedulers that begin well.
record BadManifests(int size) {
  List<BadDocument> ofKubeGreen() {
    String info =
        "{apiVersion: kube-green.com/v1, kind: SleepInfo, metadata: {name: s}, spec: {%s}}\n---\n";
    return List.of(
        BadDocument.of("manifests of nothing", "", size, "{}\n---\n"),
        BadDocument.of("a list of nothing", "kind: List\nitems:\n", size, "- {}\n"),
        BadDocument.of("infos of nothing", "", size, info.formatted("")),
        BadDocument.of("lists in lists", "", size, "{kind: List, items: [{kind: List}]}\n---\n"),
        BadDocument.of(
            "lines of times", "", size, info.formatted("weekdays: '" + "1,".repeat(499) + "'")));
  }

  List<BadDocument> ofKubeDownscaler() {
    return List.of(
        BadDocument.of("times that are none", "", size, namespace("n", "uptime: x")),
        BadDocument.of(
            "many that are none", "", size, namespace("n", "uptime: " + "x;".repeat(999))),
        BadDocument.of("names that are none", "", size, namespace("N N", "uptime: never")),
        BadDocument.of("no number of replicas", "", size, namespace("n", "downtime-replicas: x")));
  }

  /// @param annotation `key: value`, without the prefix that all of them have
  private static String namespace(String name, String annotation) {
    return "kind: Namespace\napiVersion: v1\nmetadata: {name: %s, annotations: {downscaler/%s}}\n---\n"
        .formatted(name, annotation);
  }
}
