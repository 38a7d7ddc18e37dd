package dev.feierabend.kubernetes.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a Prometheus recorded, a reading a minute, under the names of the kubelet, node_exporter,
/// Kepler and kube-state-metrics.
public final class Trace {
  private static final Duration SCRAPED = Duration.ofMinutes(1);
  private static final long MEBI = 1 << 20;

  private final List<String> lines = new ArrayList<>();

  /// A pod whose only container used that all the time.
  public Trace pod(String namespace, String pod, double cores, long mebibytes, Hours hours) {
    String labels = "namespace=\"%s\",pod=\"%s\",container=\"only\"".formatted(namespace, pod);
    counter("container_cpu_usage_seconds_total", labels, cores, hours);
    gauge("container_memory_working_set_bytes", labels, mebibytes * MEBI, hours);
    return this;
  }

  /// A pod of a ReplicaSet of the Deployment `name`.
  public Trace owned(String namespace, String pod, String replicaSet, String name, Hours hours) {
    owner("kube_pod_owner", namespace, "pod", pod, "ReplicaSet", replicaSet, hours);
    owner("kube_replicaset_owner", namespace, "replicaset", replicaSet, "Deployment", name, hours);
    return this;
  }

  public Trace node(String node, double cores, long mebibytes, Hours hours) {
    String instance = "instance=\"%s.example:9100\"".formatted(node);
    counter("node_cpu_seconds_total", instance + ",cpu=\"0\",mode=\"user\"", cores, hours);
    counter("node_cpu_seconds_total", instance + ",cpu=\"0\",mode=\"idle\"", 7, hours);
    gauge("node_uname_info", instance + ",nodename=\"" + node + "\"", 1, hours);
    gauge("node_memory_MemTotal_bytes", instance, 8192 * MEBI, hours);
    gauge("node_memory_MemAvailable_bytes", instance, (8192 - mebibytes) * MEBI, hours);
    return this;
  }

  /// As Kepler before its 0.10 tells what a machine draws, half of it while idle.
  public Trace watts(String node, double watts, Hours hours) {
    for (String mode : List.of("dynamic", "idle")) {
      counter(
          "kepler_node_platform_joules_total",
          "instance=\"%s:9102\",mode=\"%s\"".formatted(node, mode),
          watts / 2,
          hours);
    }
    return this;
  }

  /// As Kepler tells since then what a machine's board says: all of it, and a part.
  public Trace board(String node, double watts, Hours hours) {
    String labels =
        "instance=\"10.0.0.7:28282\",source=\"redfish\",node_name=\"%s\",bmc_id=\"b\",chassis_id=\"1\","
            .formatted(node);
    gauge(
        "kepler_platform_watts",
        labels + "power_control_id=\"PC1\",power_control_name=\"Server Power Control\"",
        watts,
        hours);
    gauge(
        "kepler_platform_watts",
        labels + "power_control_id=\"PC2\",power_control_name=\"CPU Sub-system Power\"",
        watts / 3,
        hours);
    return this;
  }

  /// Full hours from a first one on.
  public record Hours(Instant from, int count) {
    Instant to() {
      return from.plus(Duration.ofHours(count));
    }
  }

  /// OpenMetrics' text.
  @Override
  public String toString() {
    return String.join("\n", lines) + "\n# EOF\n";
  }

  private void owner(
      String metric,
      String namespace,
      String label,
      String owned,
      String kind,
      String name,
      Hours hours) {
    gauge(
        metric,
        "namespace=\"%s\",%s=\"%s\",owner_kind=\"%s\",owner_name=\"%s\",owner_is_controller=\"true\""
            .formatted(namespace, label, owned, kind, name),
        1,
        hours);
  }

  private void counter(String metric, String labels, double perSecond, Hours hours) {
    for (Instant at = hours.from(); !at.isAfter(hours.to()); at = at.plus(SCRAPED)) {
      line(metric, labels, perSecond * Duration.between(hours.from(), at).toSeconds(), at);
    }
  }

  private void gauge(String metric, String labels, double value, Hours hours) {
    for (Instant at = hours.from(); !at.isAfter(hours.to()); at = at.plus(SCRAPED)) {
      line(metric, labels, value, at);
    }
  }

  private void line(String metric, String labels, double value, Instant at) {
    lines.add("%s{%s} %s %d".formatted(metric, labels, value, at.getEpochSecond()));
  }
}
