package dev.feierabend.kubernetes.fleet;

import dev.feierabend.core.planning.Protections;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Reason.Protection;
import dev.feierabend.core.planning.Reason.Tie;
import dev.feierabend.kubernetes.nodes.Eviction;
import dev.feierabend.kubernetes.recipes.Untouchable;
import dev.feierabend.policies.fleet.Host;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Why a node is never switched off: found by what it is and what runs there, not only by what the
/// fleet's document says.
///
/// @param managed the uids of the pools' own pods: what can't leave of these, the plan knows by
///   itself, and whether it sleeps
/// @param placed the uids of others that might find no other place, by what they require of it
record NodeProtection(
    Ourselves ourselves, Quorums quorums, Ties ties, Set<String> managed, Set<String> placed) {
  private static final List<String> ROLES =
      List.of(
          "node-role.kubernetes.io/control-plane",
          "node-role.kubernetes.io/master",
          "node-role.kubernetes.io/etcd");
  private static final Set<String> COMPONENTS =
      Set.of("kube-apiserver", "kube-controller-manager", "kube-scheduler", "etcd");

  NodeProtection {
    managed = Set.copyOf(managed);
    placed = Set.copyOf(placed);
  }

  Optional<Protection> of(Host host, Optional<Node> node, List<Pod> pods) {
    List<Pod> running = pods.stream().filter(Eviction::runs).toList();
    return Protections.by(host)
        .or(() -> node.flatMap(NodeProtection::labelled))
        .or(() -> first(running, NodeProtection::controlPlane))
        .or(() -> first(running, this::own))
        .or(() -> first(running, this::quorum))
        .or(() -> first(running, this::tied));
  }

  private static Optional<Protection> labelled(Node node) {
    Map<String, String> labels = Labels.of(node);
    Optional<Protection> role =
        ROLES.stream().filter(labels::containsKey).findFirst().map(Reason.ControlPlane::new);
    return labels.containsKey(Untouchable.PROTECT)
        ? role.or(() -> Optional.of(new Reason.Labelled(Untouchable.PROTECT)))
        : role;
  }

  /// The kubelet runs it by a file on the node, as kubeadm and its kind set up control planes.
  private static Optional<Protection> controlPlane(Pod pod) {
    Map<String, String> labels = Labels.of(pod);
    boolean component =
        "control-plane".equals(labels.get("tier"))
            || COMPONENTS.contains(labels.getOrDefault("component", ""));
    return Eviction.isStatic(pod) && component
        ? Optional.of(new Reason.ControlPlane(Metered.source(pod)))
        : Optional.empty();
  }

  private Optional<Protection> own(Pod pod) {
    if (ourselves.is(pod)) {
      return Optional.of(new Reason.OwnHost(Metered.source(pod)));
    }
    return ourselves.isStore(pod)
        ? Optional.of(new Reason.StoresHost(Metered.source(pod)))
        : Optional.empty();
  }

  private Optional<Protection> quorum(Pod pod) {
    return stranger(pod)
        ? quorums.unspared(pod, ties).map(store -> new Reason.Quorum(store, Metered.source(pod)))
        : Optional.empty();
  }

  private Optional<Protection> tied(Pod pod) {
    return stranger(pod)
        ? ties.of(pod).or(() -> place(pod)).map(tie -> new Reason.Tied(Metered.source(pod), tie))
        : Optional.empty();
  }

  private Optional<Tie> place(Pod pod) {
    return placed.contains(String.valueOf(pod.getMetadata().getUid()))
        ? Optional.of(Tie.PLACE)
        : Optional.empty();
  }

  /// One that holds its node and of which no plan knows.
  private boolean stranger(Pod pod) {
    return Eviction.holds(pod)
        && pod.getMetadata().getDeletionTimestamp() == null
        && !managed.contains(String.valueOf(pod.getMetadata().getUid()));
  }

  private static Optional<Protection> first(
      List<Pod> pods, Function<Pod, Optional<Protection>> why) {
    return pods.stream().flatMap(pod -> why.apply(pod).stream()).findFirst();
  }
}
