package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static dev.feierabend.kubernetes.fleet.Towns.node;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.kubernetes.Kubeconfigs;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.Cable;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EnableKubernetesMockClient(crud = true, https = false)
class ClusterWatchTest {
  private static final Instant EVENING = Instant.parse("2026-03-02T19:00:00Z");

  @TempDir Path folder;
  KubernetesClient client;
  KubernetesMockServer server;

  private final AtomicReference<Instant> now = new AtomicReference<>(EVENING);
  private Cable cable;
  private KubernetesClient watching;
  private ClusterWatch watch;

  @BeforeEach
  void watchThroughACable() {
    cable = new Cable(server.getPort());
    watching = Kubeconfigs.client(folder, cable.port());
    watch = ClusterWatch.start(watching, Recipes.shipped(), now::get);
  }

  @AfterEach
  void close() {
    watch.close();
    watching.close();
    cable.close();
  }

  @Test
  void whatHappensInTheClusterIsSeen() {
    await().until(watch::connected);
    assertThat(watch.look())
        .isEqualTo(
            new Cluster(
                EVENING, List.of(), List.of(), List.of(), Ties.NONE, Autoscalers.NONE, Map.of()));

    client.resource(node("n1")).create();
    client.resource(deployment("office", "mail", 3)).create();
    client.resource(Towns.of("mail", running("mail-1", "n1", "ReplicaSet"))).create();

    var fleet = new KubernetesFleet(Towns.fleet(), watch, new AllOn(), now::get);
    await().until(() -> fleet.observe().workloads().stream().anyMatch(it -> !it.on().isEmpty()));
    assertThat(fleet.observe().workloads().getFirst().on()).containsExactly(Towns.FIRST);
    assertThat(fleet.observe().workloads().getFirst().seen()).isEqualTo(EVENING);
  }

  @Test
  void whatIsNotSeenAnyMoreKeepsTheTimeWhenItWas() {
    client.resource(node("n1")).create();
    await().until(() -> !watch.look().nodes().isEmpty() && !watch.look().unseen());

    cable.cut();
    await().until(() -> !watch.connected());
    now.set(EVENING.plusSeconds(3600));

    assertThat(watch.look().seen()).isEqualTo(EVENING);
    assertThat(watch.look().nodes()).hasSize(1);
  }

  @Test
  void afterAnOutageItSeesAgainByItself() {
    await().until(watch::connected);
    cable.cut();
    await().until(() -> !watch.connected());
    client.resource(node("n1")).create();
    now.set(EVENING.plusSeconds(3600));

    cable.mend();

    await().until(() -> watch.look().nodes().size() == 1);
    await().until(watch::connected);
    assertThat(watch.look().seen()).isEqualTo(EVENING.plusSeconds(3600));
  }

  @Test
  void aWatchThatDiedWithoutAWordIsNoSight() {
    await().until(watch::connected);

    cable.clamp();

    await().atMost(Duration.ofSeconds(30)).until(() -> !watch.connected());
  }

  @Test
  void beforeTheFirstSightThereIsNoFleetAndOnlyTheDocumentsNamesAreKnown() {
    cable.cut();
    try (var blind = ClusterWatch.start(watching, Recipes.shipped(), now::get)) {
      var names = new FleetNodes(Towns.fleet(), blind);
      var fleet = new KubernetesFleet(Towns.fleet(), blind, new AllOn(), now::get);

      assertThat(blind.look().unseen()).isTrue();
      assertThatThrownBy(fleet::observe)
          .isInstanceOf(Outage.class)
          .hasMessageContaining("has not been seen yet");
      assertThat(names.of(Towns.FIRST)).contains("n1");
      assertThatThrownBy(() -> names.of(Towns.SECOND))
          .isInstanceOf(Outage.class)
          .hasMessage("Expected to know which node n2 is, but the cluster has not been seen yet");
    }
  }

  @Test
  void controllersAreAskedAtATimeAndDoNotWaitForOneAnother() {
    await().until(watch::connected);
    var fleet = Towns.fleet(197);
    var all = new CountDownLatch(fleet.hosts().size());
    var together =
        new AllOn() {
          @Override
          public Power state(MachineId machine) {
            all.countDown();
            return reached(all) ? Power.OFF : Power.UNKNOWN;
          }
        };

    var seen = new KubernetesFleet(fleet, watch, together, now::get).observe();

    assertThat(seen.hosts()).hasSize(200).allMatch(it -> it.power() == Power.OFF);
  }

  private static boolean reached(CountDownLatch all) {
    try {
      return all.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// A controller of machines that are all on.
  private static class AllOn implements PowerController {
    @Override
    public Power state(MachineId machine) {
      return Power.ON;
    }

    @Override
    public Answer on(MachineId machine) {
      return Answer.DONE;
    }

    @Override
    public Answer softOff(MachineId machine) {
      return Answer.DONE;
    }
  }
}
