package dev.feierabend.helm.night;

import dev.feierabend.helm.Chart;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What a person sees who looks at the cluster.
public record Cluster(KubernetesClient admin) {
  private static final String UNREACHABLE = "node.kubernetes.io/unreachable";

  /// All its replicas are wanted and run.
  public boolean serves(Workload workload) {
    return wanted(workload) == workload.replicas() && running(workload) == workload.replicas();
  }

  /// None of its replicas is wanted, and none is there.
  public boolean sleeps(Workload workload) {
    return wanted(workload) == 0 && pods(workload).isEmpty();
  }

  /// Where all pods are that have a place, finished ones too.
  Set<String> nodesWithPods() {
    var nodes = new TreeSet<String>();
    pods().forEach(pod -> Optional.ofNullable(pod.getSpec().getNodeName()).ifPresent(nodes::add));
    return nodes;
  }

  public boolean inService(String name) {
    Node node = node(name);
    return ready(node).equals("True") && !cordoned(node) && !unreachable(node);
  }

  public boolean off(String name) {
    Node node = node(name);
    return ready(node).equals("Unknown") && cordoned(node) && unreachable(node);
  }

  boolean hasALeader() {
    var lease = admin.leases().inNamespace(Chart.NAMESPACE).withName("feierabend").get();
    return lease != null && !lease.getSpec().getHolderIdentity().isEmpty();
  }

  /// What is out of service or doesn't serve, a line each, and below it its pods.
  String told() {
    var lines = new ArrayList<String>();
    Documents.NODES.stream()
        .filter(node -> !inService(node))
        .map(name -> Shown.of(node(name)))
        .forEach(lines::add);
    for (Workload workload : Workload.ALL) {
      if (!serves(workload)) {
        lines.add("%s wants %d".formatted(workload, wanted(workload)));
        pods(workload).forEach(pod -> lines.add("  " + Shown.of(pod)));
      }
    }
    return String.join("\n", lines);
  }

  private int wanted(Workload workload) {
    var apps = admin.apps();
    return switch (workload.kind()) {
      case "StatefulSet" ->
          apps.statefulSets()
              .inNamespace(workload.town())
              .withName(workload.name())
              .get()
              .getSpec()
              .getReplicas();
      case String _ ->
          apps.deployments()
              .inNamespace(workload.town())
              .withName(workload.name())
              .get()
              .getSpec()
              .getReplicas();
    };
  }

  long running(Workload workload) {
    return pods(workload).stream()
        .filter(pod -> pod.getMetadata().getDeletionTimestamp() == null)
        .filter(pod ->
            pod.getStatus().getConditions().stream()
                .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True")))
        .count();
  }

  private List<Pod> pods(Workload workload) {
    return admin
        .pods()
        .inNamespace(workload.town())
        .withLabel("app", workload.name())
        .list()
        .getItems();
  }

  private Stream<Pod> pods() {
    return admin.pods().inAnyNamespace().list().getItems().stream();
  }

  private Node node(String name) {
    return admin.nodes().withName(name).get();
  }

  private static String ready(Node node) {
    return node.getStatus().getConditions().stream()
        .filter(condition -> condition.getType().equals("Ready"))
        .map(condition -> condition.getStatus())
        .findFirst()
        .orElse("none");
  }

  private static boolean cordoned(Node node) {
    return Boolean.TRUE.equals(node.getSpec().getUnschedulable());
  }

  private static boolean unreachable(Node node) {
    return node.getSpec().getTaints().stream().map(Taint::getKey).anyMatch(UNREACHABLE::equals);
  }
}
