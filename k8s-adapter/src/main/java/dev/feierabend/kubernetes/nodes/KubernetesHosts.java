package dev.feierabend.kubernetes.nodes;

import static dev.feierabend.core.acting.Answer.DONE;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.HostPort;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.kubernetes.client.Asking;
import dev.feierabend.kubernetes.client.Change;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The machines that are nodes of a cluster.
public final class KubernetesHosts implements HostPort {
  private final KubernetesClient client;
  private final NodeNames names;
  private final Evictions evictions;

  public KubernetesHosts(KubernetesClient client, NodeNames names) {
    this.client = client;
    this.names = names;
    this.evictions = new Evictions(client);
  }

  @Override
  public Answer cordon(MachineId host, ActionId action) {
    return names.ask(
        host,
        name ->
            Change.apply(
                "cordon of node " + name, client, node(name), node -> Cordon.cordon(node, action)));
  }

  @Override
  public Answer admit(MachineId host, ActionId action) {
    return names.ask(
        host, name -> Change.apply("admission of node " + name, client, node(name), Cordon::admit));
  }

  /// Evicts what can go now; the rest waits for its disruption budget and the next asking. `moves`
  /// are a hypervisor's matter: the scheduler finds the evicted pods' places.
  @Override
  public Answer drain(MachineId host, List<Move> moves, ActionId action) {
    return names.ask(host, name -> Asking.of("drain of node " + name, () -> drained(name)));
  }

  private Answer drained(String name) {
    if (Optional.ofNullable(node(name).get()).filter(Cordon::cordoned).isEmpty()) {
      return new Answer.Refused(
          "Expected node %s to be cordoned before it is emptied, but it takes work"
              .formatted(name));
    }
    List<Pod> pods =
        client.pods().inAnyNamespace().withField("spec.nodeName", name).list().getItems();
    Optional<String> forbidden = pods.stream().flatMap(KubernetesHosts::obstacle).findFirst();
    if (forbidden.isPresent()) {
      return new Answer.Refused("drain of node %s: %s".formatted(name, forbidden.get()));
    }
    return pods.stream()
        .filter(pod -> Eviction.of(pod).equals(Eviction.POSSIBLE))
        .map(evictions::evict)
        .reduce(DONE, (worst, next) -> worst.equals(DONE) ? next : worst);
  }

  private static Stream<String> obstacle(Pod pod) {
    return switch (Eviction.of(pod)) {
      case Eviction.Forbidden(var because) -> Stream.of(because);
      case Eviction.NotNeeded _, Eviction.Possible _ -> Stream.empty();
    };
  }

  private Resource<Node> node(String name) {
    return client.nodes().withName(name);
  }
}
