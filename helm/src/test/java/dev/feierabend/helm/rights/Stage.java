package dev.feierabend.helm.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.helm.Chart;
import dev.feierabend.helm.Right;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.fleet.ClusterWatch;
import dev.feierabend.kubernetes.fleet.FleetNodes;
import dev.feierabend.kubernetes.fleet.KubernetesFleet;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.nodes.NodeAnnotationPower;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// The product, as it is wired for a cluster, in the account of a release.
final class Stage implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final String ACCOUNT = Chart.NAMESPACE + "/feierabend";

  final Town town;
  final KubernetesClient us;
  final Recipes recipes;
  final FleetNodes names;
  final NodeAnnotationPower power;
  final KubernetesFleet fleet;
  private final ClusterWatch watch;
  private final Verdicts verdicts;
  private int actions;

  /// @param kubeconfig of the release's account
  Stage(Town town, Path kubeconfig, Recipes recipes) {
    this.town = town;
    this.recipes = recipes;
    verdicts = new Verdicts(town.plane.auditLog(), ACCOUNT, Instant.now());
    us = KubernetesClients.of(Optional.of(kubeconfig), "feierabend/rights");
    watch = ClusterWatch.start(us, recipes, InstantSource.system());
    names = new FleetNodes(Towns.fleet(), watch);
    power = new NodeAnnotationPower(us, names);
    fleet = new KubernetesFleet(Towns.fleet(), watch, power, InstantSource.system());
    await().atMost(PATIENCE).until(watch::connected);
  }

  /// Another one each time.
  ActionId action() {
    actions++;
    return new ActionId("rehearsal@%s#%d".formatted(verdicts.since(), actions));
  }

  void awaitHost(MachineId id, Predicate<Host> condition) {
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                fleet.observe().hosts().stream()
                    .filter(host -> host.id().equals(id))
                    .findFirst()
                    .orElseThrow(),
            condition);
  }

  static void done(Answer answer) {
    assertThat(answer).isEqualTo(Answer.DONE);
  }

  /// All that was asked was allowed, and all that is allowed was asked.
  void expectUsed(SortedSet<Right> given) {
    assertThat(verdicts.refused())
        .as("Expected the role to allow what the service asks for, but refused was")
        .isEmpty();
    var used = verdicts.used();
    var unused = new TreeSet<>(given);
    unused.removeAll(used);
    assertThat(unused)
        .as(
            "Expected every right to be used, but nothing asked for these: take them out of the role, or exercise what needs them")
        .isEmpty();
    assertThat(used)
        .as("Expected these to be all that the account's roles give, but more was used")
        .isEqualTo(given);
  }

  @Override
  public void close() {
    watch.close();
    us.close();
  }
}
