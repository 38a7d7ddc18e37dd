package dev.feierabend.bench.cluster;

/// Objects as a real API server lists them, with all the notes that it and others leave on them.
final class PlayedObjects {
  private static final int PODS_A_NODE = 100;

  /// As the controllers and the kubelet leave them, one a writer.
  private static final String NOTES =
      """
      "managedFields": [
       {"manager": "kube-controller-manager", "operation": "Update", "apiVersion": "v1", "time": "2026-11-27T08:00:00Z", "fieldsType": "FieldsV1",
        "fieldsV1": {"f:metadata": {"f:annotations": {".": {}, "f:checksum/config": {}}, "f:labels": {".": {}, "f:app": {}, "f:hours": {}},
         "f:ownerReferences": {".": {}}}, "f:spec": {"f:containers": {"k:{\\"name\\":\\"app\\"}": {".": {}, "f:env": {".": {}}, "f:image": {},
         "f:resources": {".": {}, "f:limits": {".": {}, "f:memory": {}}, "f:requests": {".": {}, "f:cpu": {}, "f:memory": {}}},
         "f:volumeMounts": {".": {}}}}, "f:restartPolicy": {}, "f:volumes": {".": {}}}}},
       {"manager": "kubelet", "operation": "Update", "apiVersion": "v1", "time": "2026-11-27T08:00:09Z", "fieldsType": "FieldsV1", "subresource": "status",
        "fieldsV1": {"f:status": {"f:conditions": {"k:{\\"type\\":\\"Ready\\"}": {".": {}, "f:status": {}, "f:type": {}}}, "f:containerStatuses": {},
         "f:podIP": {}, "f:podIPs": {".": {}}, "f:phase": {}, "f:startTime": {}}}}]
      """;

  private static final String CONTAINER =
      """
      {"name": "app", "image": "registry.example.org/office/app:1.2.3", "imagePullPolicy": "IfNotPresent",
       "env": [{"name": "TOWN", "value": "Ahausen"}, {"name": "LANGUAGE", "value": "de_DE.UTF-8"},
               {"name": "DATABASE", "value": "postgresql://database.ahausen.svc:5432/office"}],
       "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}, "limits": {"memory": "256Mi"}},
       "volumeMounts": [{"name": "settings", "mountPath": "/etc/app"}, {"name": "scratch", "mountPath": "/tmp"}],
       "readinessProbe": {"httpGet": {"path": "/health", "port": 8080, "scheme": "HTTP"}, "periodSeconds": 10}}
      """;

  private static final String VOLUMES =
      "[{\"name\": \"settings\", \"configMap\": {\"name\": \"settings\"}}, {\"name\": \"scratch\","
          + " \"emptyDir\": {}}]";

  private PlayedObjects() {}

  static int nodes(int pods) {
    return Math.ceilDiv(pods, PODS_A_NODE);
  }

  static String node(int i) {
    return """
    {"metadata": {"name": "n%1$d", "uid": "00000000-0000-0000-0001-%1$012d", "resourceVersion": "1", %2$s},
     "spec": {}, "status": {"allocatable": {"cpu": "64", "memory": "256Gi", "pods": "110"},
      "conditions": [{"type": "Ready", "status": "True"}], "nodeInfo": {"systemUUID": "00000000-0000-0000-0001-%1$012d"}}}
    """
        .formatted(i, NOTES);
  }

  static String deployment(int i) {
    return """
    {"metadata": {"namespace": "%1$s", "name": "%2$s", "uid": "00000000-0000-0000-0002-%3$012d", "resourceVersion": "%3$d", "generation": 1,
      "labels": {"app": "%2$s", "hours": "office"}, %4$s},
     "spec": {"replicas": 3, "selector": {"matchLabels": {"app": "%2$s"}},
      "template": {"metadata": {"labels": {"app": "%2$s", "hours": "office"}}, "spec": {"containers": [%5$s], "volumes": %6$s}}},
     "status": {"replicas": 3, "readyReplicas": 3, "observedGeneration": 1}}
    """
        .formatted(namespace(i), app(i), i, NOTES, CONTAINER, VOLUMES);
  }

  static String pod(int i, int replicas) {
    String app = app(i / replicas);
    return """
    {"metadata": {"namespace": "%1$s", "name": "%2$s-7c9d8b6f54-%3$05d", "uid": "00000000-0000-0000-0003-%3$012d", "resourceVersion": "%3$d",
      "labels": {"app": "%2$s", "hours": "office", "pod-template-hash": "7c9d8b6f54"}, "annotations": {"checksum/config": "b1946ac92492d2347c6235b4d2611184"},
      "ownerReferences": [{"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "%2$s-7c9d8b6f54", "uid": "00000000-0000-0000-0004-%4$012d", "controller": true, "blockOwnerDeletion": true}],
      %5$s},
     "spec": {"nodeName": "n%6$d", "containers": [%7$s], "volumes": %8$s, "serviceAccountName": "default",
      "tolerations": [{"key": "node.kubernetes.io/not-ready", "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": 300}]},
     "status": {"phase": "Running", "podIP": "10.1.2.3", "conditions": [{"type": "Ready", "status": "True"}, {"type": "PodScheduled", "status": "True"}],
      "containerStatuses": [{"name": "app", "ready": true, "restartCount": 0, "image": "registry.example.org/office/app:1.2.3"}]}}
    """
        .formatted(
            namespace(i / replicas),
            app,
            i,
            i / replicas,
            NOTES,
            i / PODS_A_NODE,
            CONTAINER,
            VOLUMES);
  }

  private static String namespace(int i) {
    return "town-%d".formatted(i / Objects.A_NAMESPACE + 1);
  }

  private static String app(int i) {
    return "app-%05d".formatted(i);
  }
}
