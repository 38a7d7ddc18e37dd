package dev.feierabend.kubernetes.metrics;

/// What a Prometheus is asked, in PromQL. The first three give a series a pod, labelled `namespace`
/// and `pod`, and one a node, labelled `node`.
///
/// @param cpu in cores
/// @param memory in bytes
/// @param power in watts, where it is exported; of nodes alone
/// @param owners one series a pod, ReplicaSet and Job, whatever its value, labelled `namespace`,
///   one of `pod`, `replicaset` and `job_name`, and with its controller `owner_kind`, `owner_name`
public record Queries(String cpu, String memory, String power, String owners) {
  /// The names of the kubelet, node_exporter, Kepler and kube-state-metrics. Kepler has others
  /// since its 0.10, and tells of a machine's board all that this tells: the whole and parts of it,
  /// so the most counts. What is told in several ways counts once, by the first of them.
  public static final Queries USUAL =
      new Queries(
          """
          sum by (namespace, pod) (rate(container_cpu_usage_seconds_total{container!="", pod!=""}[5m]))
          or sum by (node) (label_replace(
            rate(node_cpu_seconds_total{mode!~"idle|iowait|steal"}[5m])
              * on (instance) group_left (nodename) node_uname_info, "node", "$1", "nodename", "(.+)"))
          """,
          """
          sum by (namespace, pod) (container_memory_working_set_bytes{container!="", pod!=""})
          or sum by (node) (label_replace(
            (node_memory_MemTotal_bytes - node_memory_MemAvailable_bytes)
              * on (instance) group_left (nodename) node_uname_info, "node", "$1", "nodename", "(.+)"))
          """,
          """
          sum by (node) (label_replace(
            rate(kepler_node_platform_joules_total[5m]), "node", "$1", "instance", "([^:]+).*"))
          or max by (node) (label_replace(
            avg_over_time(kepler_platform_watts[5m]), "node", "$1", "node_name", "(.+)"))
          or sum by (node) (label_replace(
            node_hwmon_power_average_watt
              * on (instance) group_left (nodename) node_uname_info, "node", "$1", "nodename", "(.+)"))
          """,
          """
          max by (namespace, pod, owner_kind, owner_name) (kube_pod_owner{owner_is_controller="true"})
          or max by (namespace, replicaset, owner_kind, owner_name) (kube_replicaset_owner{owner_is_controller="true"})
          or max by (namespace, job_name, owner_kind, owner_name) (kube_job_owner{owner_is_controller="true"})
          """);
}
