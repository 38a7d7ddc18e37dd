package dev.feierabend.kubernetes.clusters;

import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.ReadinessPort;
import dev.feierabend.kubernetes.client.Requests;
import dev.feierabend.kubernetes.nodes.EmptyNodesOnly;
import dev.feierabend.kubernetes.nodes.ImpatientHosts;
import dev.feierabend.kubernetes.nodes.ImpatientPower;
import dev.feierabend.kubernetes.nodes.KubernetesHosts;
import dev.feierabend.kubernetes.nodes.NodeNames;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.workloads.Impatient;
import dev.feierabend.kubernetes.workloads.KubernetesWorkloads;
import dev.feierabend.kubernetes.workloads.LastSeen;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.InstantSource;

/// What is done in one cluster, none of which waits long for what hangs. Each API server has
/// requests of its own: one that is silent takes none of another's.
///
/// @param seen of what is written without reading it first
/// @param requests how many may be under way at the API server at once
public record KubernetesEffects(
    KubernetesClient client, Recipes recipes, LastSeen seen, InstantSource clock, int requests) {

  /// No readiness is tested: that asks the workloads, and not the cluster.
  ///
  /// @param nodes which node a host is
  /// @param power what switches its machine
  public Effects on(NodeNames nodes, PowerController power) {
    var shared = new Requests(requests);
    var switches =
        new EmptyNodesOnly(client, nodes, new ImpatientPower(power, Requests.machines()));
    var hosts =
        new ImpatientHosts(new KubernetesHosts(client, nodes, clock), switches, shared.nodes());
    return new Effects(
        new Impatient(new KubernetesWorkloads(client, recipes, seen), shared.namespaces()),
        hosts,
        hosts,
        ReadinessPort.NONE,
        new InTurns(shared));
  }
}
