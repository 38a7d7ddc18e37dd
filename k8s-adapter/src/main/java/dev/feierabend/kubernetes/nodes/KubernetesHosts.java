package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.kubernetes.client.Asking;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// The machines that are nodes of a cluster.
public final class KubernetesHosts implements HostPort {
  private final KubernetesClient client;
  private final NodeNames names;
  private final NodePods pods;
  private final Emptying emptying;
  private final Comeback comeback;
  private final Obstacles obstacles = new Obstacles();

  /// @param clock tells how long a budget has refused
  public KubernetesHosts(KubernetesClient client, NodeNames names, InstantSource clock) {
    this.client = client;
    this.names = names;
    pods = new NodePods(client);
    emptying = new Emptying(client, clock);
    comeback = new Comeback(client);
  }

  /// What serves there at this moment is noted on the node with the cordon.
  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return names.ask(
        host,
        name ->
            Change.apply(
                "cordon of node " + name,
                client,
                node(name),
                node -> Cordon.cordon(node, BeforeSleep.of(node, pods.on(name)), action)));
  }

  /// Asked for again until the node is all it was; until then it takes no work.
  @Override
  public Answer admit(MachineId host, ActionId action) {
    return names.ask(
        host,
        name ->
            Change.apply(
                "admission of node " + name, client, node(name), node -> admitted(host, node)));
  }

  /// Evicts what can go now; the rest waits for its disruption budget and the next asking. `moves`
  /// are a hypervisor's matter: the scheduler finds the evicted pods' places.
  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return names.ask(host, name -> Asking.of("drain of node " + name, () -> drained(host, name)));
  }

  @Override
  public Optional<String> obstacle(MachineId host) {
    return obstacles.of(host);
  }

  private Change admitted(MachineId host, Node node) {
    Optional<String> missing =
        Cordon.cordoned(node) && !Cordon.ours(node)
            ? Optional.of("somebody else cordoned it")
            : comeback.missing(node);
    obstacles.note(host, missing);
    return Cordon.admit(node, missing.isEmpty());
  }

  private Answer drained(MachineId host, String name) {
    if (Optional.ofNullable(node(name).get()).filter(Cordon::cordoned).isEmpty()) {
      return new Answer.Refused(
          "Expected node %s to be cordoned before it is emptied, but it takes work"
              .formatted(name));
    }
    return emptying.of(name, obstacle -> obstacles.note(host, obstacle));
  }

  private Resource<Node> node(String name) {
    return client.nodes().withName(name);
  }
}
