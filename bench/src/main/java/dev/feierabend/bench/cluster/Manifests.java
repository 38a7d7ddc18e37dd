package dev.feierabend.bench.cluster;

import java.time.Duration;
import java.util.List;

/// What is made in the cluster, as JSON, and what each contender is told.
final class Manifests {
  private Manifests() {}

  static String namespace(String name) {
    return "{\"metadata\": {\"name\": \"%s\"}}".formatted(name);
  }

  static String node(int i) {
    return """
    {"metadata": {"name": "n%d"},
     "status": {"allocatable": {"cpu": "1000", "memory": "4Ti", "pods": "1010"},
                "capacity": {"cpu": "1000", "memory": "4Ti", "pods": "1010"}}}
    """
        .formatted(i);
  }

  /// With what a chart's Deployment has: labels, requests, a probe, environment, volumes.
  static String deployment(String name, int replicas) {
    return """
    {"metadata": {"name": "%1$s", "labels": {"app": "%1$s", "hours": "office"}},
     "spec": {"replicas": %2$d, "selector": {"matchLabels": {"app": "%1$s"}},
      "template": {"metadata": {"labels": {"app": "%1$s", "hours": "office"}},
       "spec": {"terminationGracePeriodSeconds": 1,
        "volumes": [{"name": "settings", "configMap": {"name": "%1$s"}}, {"name": "scratch", "emptyDir": {}}],
        "containers": [{"name": "app", "image": "registry.example.org/office/app:1.2.3",
         "env": [{"name": "TOWN", "value": "Ahausen"}, {"name": "LANGUAGE", "value": "de_DE.UTF-8"},
                 {"name": "DATABASE", "value": "postgresql://database.ahausen.svc:5432/office"}],
         "resources": {"requests": {"cpu": "100m", "memory": "128Mi"}, "limits": {"memory": "256Mi"}},
         "volumeMounts": [{"name": "settings", "mountPath": "/etc/app"}, {"name": "scratch", "mountPath": "/tmp"}],
         "readinessProbe": {"httpGet": {"path": "/health", "port": 8080}}}]}}}}
    """
        .formatted(name, replicas);
  }

  static String fleet(List<String> namespaces) {
    return """
    apiVersion: feierabend.dev/v1
    kind: Fleet
    metadata: {name: bench}
    spec:
      tenants: [{id: ahausen, name: Ahausen}]
      pools:
        - {id: office, tenant: ahausen, namespaces: [%s]}
    """
        .formatted(String.join(", ", namespaces));
  }

  /// For an hour: shorter than half of one is not worth a sleep.
  static String policy(Schedule schedule) {
    return """
    apiVersion: feierabend.dev/v1
    kind: SchedulePolicy
    metadata: {name: office, tenant: ahausen}
    spec:
      pools: [office]
      zone: Europe/Berlin
      asleep:
        - {from: %s, to: %s}
      readyBy: {lead: PT1M}
    """
        .formatted(
            schedule.local("yyyy-MM-dd HH:mm", schedule.sleep()),
            schedule.local("yyyy-MM-dd HH:mm", schedule.sleep().plus(Duration.ofHours(1))));
  }

  static String sleepInfo(Schedule schedule) {
    return """
    {"apiVersion": "kube-green.com/v1alpha1", "kind": "SleepInfo", "metadata": {"name": "bench"},
     "spec": {"weekdays": "*", "sleepAt": "%s", "wakeUpAt": "%s", "timeZone": "Europe/Berlin"}}
    """
        .formatted(
            schedule.local("HH:mm", schedule.sleep()), schedule.local("HH:mm", schedule.wake()));
  }
}
