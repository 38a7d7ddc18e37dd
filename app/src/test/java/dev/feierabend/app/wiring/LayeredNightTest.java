package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.Effects;
import dev.feierabend.core.acting.ReadinessPort;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.kubernetes.clusters.ClusterPorts;
import dev.feierabend.kubernetes.clusters.ClustersEffects;
import dev.feierabend.kubernetes.clusters.ClustersFleet;
import dev.feierabend.kubernetes.clusters.ClustersLoad;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The service's own wiring on govmomi's simulator, whose guests are the nodes of a cluster, which
/// is played: workloads, drain, guest off, host off, and back.
final class LayeredNightTest {
  private static final int NODES = 4;

  @TempDir private Path folder;

  @Test
  void aNightGoesDownThroughBothLayersAndUpAgain() throws IOException {
    try (var hall = new SimulatedHall(folder, 1, 4, NODES).spread()) {
      Inventory before = hall.inventory();
      List<MachineId> nodes = before.guests().stream().map(Inventory.Guest::id).toList();
      var cluster = new PlayedNodes(nodes);
      try (var night =
          new HypervisorNight(
              folder,
              document(hall),
              hall.settings(),
              Optional.empty(),
              (worlds, fleet) -> ports(worlds, fleet, cluster))) {
        boolean asleep =
            night.live(
                HypervisorNight.EVENING.plus(Duration.ofHours(1)),
                seen -> new Dusk(seen).off() == 4);

        assertThat(asleep).as("at night: %s", new Dusk(night.seen())).isTrue();
        assertThat(cluster.awake()).isOne();
        assertThat(hall.inventory().guests()).filteredOn(it -> it.power() == Power.OFF).hasSize(2);
        assertThat(hall.inventory().hosts()).filteredOn(it -> it.power() == Power.OFF).hasSize(2);
        night.skipTo(HypervisorNight.READY_BY.minus(Duration.ofMinutes(70)));
        night.restart();
        boolean back =
            night.live(HypervisorNight.READY_BY, seen -> new Dusk(seen).inService() == 8);
        assertThat(back).as("in the morning: %s", new Dusk(night.seen())).isTrue();
        assertThat(cluster.awake()).isEqualTo(2 * NODES);
        assertThat(SimulatedHall.powers(hall.inventory())).isEqualTo(SimulatedHall.powers(before));
        assertInOrder(night, Set.copyOf(nodes));
      }
    }
  }

  private static void assertInOrder(HypervisorNight night, Set<MachineId> nodes) {
    List<String> steps = new ArrayList<>();
    for (ActionIssued issued : night.events(ActionIssued.class)) {
      switch (issued.step()) {
        case Step.Sleep _ -> steps.add("sleep");
        case Step.Wake _ -> steps.add("wake");
        case Step.PowerOff(var host) -> steps.add(nodes.contains(host) ? "guest off" : "host off");
        case Step.PowerOn(var host) -> steps.add(nodes.contains(host) ? "guest on" : "host on");
        case Step.Cordon _, Step.Drain _, Step.Admit _ -> {}
      }
    }
    List<String> once = new ArrayList<>();
    steps.stream().filter(step -> !once.contains(step)).forEach(once::add);
    assertThat(once)
        .containsExactly("sleep", "guest off", "host off", "host on", "guest on", "wake");
    assertThat(steps.lastIndexOf("guest off")).isLessThan(steps.indexOf("host on"));
    assertThat(night.events(ActionRefused.class)).isEmpty();
    assertThat(night.events(ActionTimedOut.class)).isEmpty();
  }

  private static Ports ports(Worlds worlds, Fleet fleet, PlayedNodes cluster) {
    var hypervisors = new HypervisorWorld(worlds.properties(), worlds.tookAway(), worlds.clock());
    HypervisorWorld.Reached beneath = hypervisors.all(fleet);
    List<ClusterPorts> places = new ArrayList<>(beneath.places());
    Fleet part = fleet.in(Optional.of(PlayedNodes.NAME));
    places.add(cluster.ports(part, beneath.nodes(), worlds.clock()));
    var effects = new ClustersEffects(places);
    return new Ports(
        new ClustersFleet(places, worlds.clock()),
        new Effects(effects, effects, effects, ReadinessPort.NONE, effects),
        new ClustersLoad(places),
        Foresight.none(),
        hypervisors::close);
  }

  /// The hall's hosts as it is, its guests as hosts of the cluster.
  static String document(SimulatedHall hall) {
    Inventory seen = hall.inventory();
    String head =
        hall.document()
            .lines()
            .takeWhile(line -> !line.strip().equals("hosts:"))
            .collect(Collectors.joining("\n", "", "\n"));
    var text =
        new StringBuilder(
            head.replace("  pools:\n", "  clusters: [{name: west, credentials: west}]\n  pools:\n")
                    .replace("tenant: ahausen, hypervisor: halle", "tenant: ahausen, cluster: west")
                + "    - {id: nodes, cluster: west}\n"
                + "  hosts:\n");
    for (int i = 0; i < seen.hosts().size(); i++) {
      text.append(
          HypervisorDocument.host("esx-" + i, seen.hosts().get(i).id()).replace("PT4M", "PT2M"));
    }
    for (int i = 0; i < seen.guests().size(); i++) {
      text.append(
          HypervisorDocument.host("n" + i, seen.guests().get(i).id())
              .replace("pool: machines", "pool: nodes")
              .replace("cores: 32", "cores: 0.75")
              .replace("memoryGiB: 128", "memoryGiB: 1")
              .replace("PT4M", "PT1M"));
    }
    return text.toString();
  }
}
