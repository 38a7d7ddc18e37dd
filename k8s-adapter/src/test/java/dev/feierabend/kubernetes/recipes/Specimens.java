package dev.feierabend.kubernetes.recipes;

import java.util.SortedMap;
import java.util.TreeMap;

/// One object of each kind that a shipped recipe knows, with as little as its schema asks for, as a
/// person would write it. Their names are those of their recipes.
public final class Specimens {
  private static final Recipes RECIPES = Recipes.shipped();
  private static final String POD =
      "{metadata: {labels: {app: x}}, spec: {containers: [{name: x, image: example.org/x}]}}";
  private static final String JOB =
      "{spec: {restartPolicy: Never, containers: [{name: x, image: example.org/x}]}}";
  private static final String SELECTED = "selector: {matchLabels: {app: x}}, template: " + POD;

  private Specimens() {}

  /// YAML by the names of the recipes.
  public static SortedMap<String, String> all() {
    var all = new TreeMap<String, String>();
    all.put("deployment", "{replicas: 3, " + SELECTED + "}");
    all.put("statefulset", "{replicas: 2, serviceName: x, " + SELECTED + "}");
    all.put("replicaset", "{replicas: 2, " + SELECTED + "}");
    all.put("daemonset", "{" + SELECTED + "}");
    all.put("cronjob", "{schedule: \"0 2 * * *\", jobTemplate: {spec: {template: " + JOB + "}}}");
    all.put("job", "{template: " + JOB + "}");
    all.put("rollout", "{replicas: 3, strategy: {canary: {}}, " + SELECTED + "}");
    all.put(
        "scaledobject",
        "{scaleTargetRef: {name: other}, minReplicaCount: 1,"
            + " triggers: [{type: cpu, metadata: {value: \"50\"}}]}");
    all.put(
        "scaledjob",
        "{jobTargetRef: {template: " + JOB + "}, triggers: [{type: cron, metadata: {}}]}");
    all.put("cnpg-cluster", "{instances: 3, storage: {size: 1Gi}}");
    all.put(
        "postgresql",
        "{numberOfInstances: 2, teamId: x, volume: {size: 1Gi}, postgresql: {version: \"17\"}}");
    all.put("prometheus", "{serviceAccountName: x}");
    all.put("alertmanager", "{replicas: 3}");
    all.put("thanosruler", "{queryEndpoints: [example.org], replicas: 2}");
    all.put("kafka-connect", "{replicas: 2, bootstrapServers: \"x:9092\"}");
    all.put("kafka-bridge", "{replicas: 2, bootstrapServers: \"x:9092\"}");
    all.put(
        "kafka-mirrormaker2",
        "{replicas: 2, connectCluster: b, clusters: [{alias: b, bootstrapServers: \"x:9092\"}]}");
    all.replaceAll(Specimens::object);
    return all;
  }

  private static String object(String recipe, String spec) {
    ResourceKind kind = RECIPES.named(recipe).orElseThrow().resource();
    return """
    apiVersion: %s/%s
    kind: %s
    metadata: {namespace: office, name: %s, labels: {feierabend.dev/sleeps: "true"}}
    spec: %s
    """
        .formatted(kind.group(), kind.version(), kind.kind(), recipe, spec);
  }
}
