package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.kubernetes.Kubeconfigs;
import dev.feierabend.kubernetes.clusters.ClusterPorts;
import dev.feierabend.kubernetes.clusters.ClustersEffects;
import dev.feierabend.kubernetes.clusters.ClustersFleet;
import dev.feierabend.kubernetes.fleet.ClusterWatch;
import dev.feierabend.kubernetes.fleet.FleetNodes;
import dev.feierabend.kubernetes.fleet.KubernetesFleet;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.nodes.KubernetesHosts;
import dev.feierabend.kubernetes.nodes.NodeAnnotationPower;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.workloads.KubernetesWorkloads;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One cluster lives, its neighbour has never answered.
class DeadNeighbourOnRealClusterTest {
  private static final int NOBODY = 1;
  private static final ActionId SLEEP = new ActionId("sleep@1");

  @TempDir private Path folder;

  @Test
  void aClusterThatIsAwayKeepsNoOtherFromItsEvening() {
    Fleet all = Towns.twoClusters();
    try (var home = new RealTown(all.in(Optional.empty()));
        var client = Kubeconfigs.client(folder, NOBODY);
        var watch = ClusterWatch.start(client, Recipes.shipped(), InstantSource.system())) {
      home.create(deployment("office", "mail", 2));
      var clusters = List.of(of(home, all), dead(client, watch, all.in(Optional.of("west"))));
      var fleet = new ClustersFleet(clusters, InstantSource.system());
      var effects = new ClustersEffects(clusters);
      var mail = new WorkloadId("deployment/office/mail");

      await()
          .atMost(RealTown.PATIENCE)
          .until(() -> fleet.observe().workloads(), seen -> seen.size() == 1);
      assertThat(effects.sleep(new Step.Sleep(mail, 0), SLEEP)).isEqualTo(Answer.DONE);
      home.awaitReady(mail, 0);

      var theirs = new WorkloadId("west/deployment/school/web");
      assertThat(effects.sleep(new Step.Sleep(theirs, 0), SLEEP))
          .isInstanceOf(Answer.Unknown.class);
      Snapshot seen = fleet.observe();
      assertThat(seen.places().unseen()).containsExactly("west");
      assertThat(seen.hosts())
          .filteredOn(host -> host.id().equals(Towns.SECOND))
          .singleElement()
          .extracting(host -> host.power())
          .isEqualTo(Power.UNKNOWN);
    }
  }

  private static ClusterPorts of(RealTown home, Fleet all) {
    return new ClusterPorts(
        Optional.empty(),
        all.in(Optional.empty()),
        home.fleet,
        home.fleet::blind,
        new Effects(home.workloads, home.hosts, home.power),
        (_, _) -> List.of());
  }

  private static ClusterPorts dead(KubernetesClient client, ClusterWatch watch, Fleet part) {
    var names = new FleetNodes(part, watch);
    var power = new NodeAnnotationPower(client, names);
    var seen = new KubernetesFleet(part, watch, power, InstantSource.system());
    return new ClusterPorts(
        Optional.of("west"),
        part,
        seen,
        seen::blind,
        new Effects(
            new KubernetesWorkloads(client, Recipes.shipped()),
            new KubernetesHosts(client, names, InstantSource.system()),
            power),
        (_, _) -> List.of());
  }
}
