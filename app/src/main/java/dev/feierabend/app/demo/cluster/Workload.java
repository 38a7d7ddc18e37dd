package dev.feierabend.app.demo.cluster;

import java.util.List;
import java.util.Locale;

/// What a town runs. `hours` is `office` for what sleeps at night.
record Workload(String kind, String town, String name, int replicas, String cpu, String hours) {
  private static final String OFFICE = "office";
  private static final String ALWAYS = "always";

  /// Awake they ask for 13.5 cores; 3 of these are awake at night.
  static final List<Workload> ALL =
      List.of(
          new Workload("Deployment", "ahausen", "web", 2, "500m", OFFICE),
          new Workload("Deployment", "ahausen", "mail", 2, "500m", OFFICE),
          new Workload("Deployment", "ahausen", "files", 3, "500m", OFFICE),
          new Workload("Deployment", "ahausen", "wiki", 2, "500m", OFFICE),
          new Workload("StatefulSet", "ahausen", "registry", 2, "500m", OFFICE),
          new Workload("Deployment", "ahausen", "phone", 2, "200m", ALWAYS),
          new Workload("Deployment", "bergstadt", "lessons", 3, "500m", OFFICE),
          new Workload("Deployment", "bergstadt", "library", 2, "500m", OFFICE),
          new Workload("Deployment", "bergstadt", "timetable", 1, "500m", OFFICE),
          new Workload("Deployment", "bergstadt", "gate", 2, "1", ALWAYS),
          new Workload("Deployment", "cedorf", "permits", 2, "500m", OFFICE),
          new Workload("StatefulSet", "cedorf", "archive", 2, "500m", OFFICE),
          new Workload("Deployment", "cedorf", "alarm", 1, "600m", ALWAYS));

  boolean sleeps() {
    return hours.equals(OFFICE);
  }

  /// As the journal names it: `deployment/ahausen/web`.
  String id() {
    return "%s/%s/%s".formatted(kind.toLowerCase(Locale.ROOT), town, name);
  }

  /// As a person would write it.
  String manifest() {
    return """
    apiVersion: apps/v1
    kind: %s
    metadata: {namespace: %s, name: %s, labels: {hours: %s}}
    spec:
      replicas: %d
      %s
      selector: {matchLabels: {app: %3$s}}
      template:
        metadata: {labels: {app: %3$s}}
        spec:
          containers:
            - {name: %3$s, image: example.org/%3$s, resources: {requests: {cpu: %s, memory: 256Mi}}}
    """
        .formatted(
            kind,
            town,
            name,
            hours,
            replicas,
            kind.equals("StatefulSet") ? "serviceName: " + name : "minReadySeconds: 0",
            cpu);
  }
}
