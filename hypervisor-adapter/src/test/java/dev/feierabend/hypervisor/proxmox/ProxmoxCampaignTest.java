package dev.feierabend.hypervisor.proxmox;

import static dev.feierabend.hypervisor.proxmox.FakeCluster.WEB;
import static dev.feierabend.hypervisor.proxmox.FakeProxmox.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Patience.Afterwards;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Evenings on which anything is asked for in any order of a cluster that breaks down at any step.
class ProxmoxCampaignTest {
  private static final int EVENINGS = 40;
  private static final int STEPS = 25;
  private static final List<MachineId> NODES =
      FakeCluster.NODES.values().stream().sorted().toList();
  private static final List<String> PLACES =
      List.of(
          "/cluster/status",
          "/cluster/resources",
          "manager_status",
          "/migrate",
          "/status/start",
          "/status/shutdown",
          "/status/stop",
          ":/status",
          "/wakeonlan",
          "/config");
  private static final List<FakeProxmox.Manner> FAULTS =
      List.of(
          says(503, ""),
          says(595, "{\"data\": null, \"message\": \"No route to host\"}"),
          says(200, "{\"data\": [{\"type\":"),
          says(200, "{\"data\": {}}"),
          says(500, "{\"data\": null, \"message\": \"VM is locked (backup)\"}"),
          says(401, "{\"data\": null}"));
  private static final List<String> TASKS =
      List.of(
          "{\"status\": \"running\"}",
          "{\"status\": \"stopped\", \"exitstatus\": \"OK\"}",
          "{\"status\": \"stopped\", \"exitstatus\": \"got timeout\"}",
          "{\"status\": \"stopped\"}",
          "{}");

  private Instant now = Instant.parse("2026-11-23T19:00:00Z");

  @Test
  void whateverBreaksDownTheMajorityStaysAndNothingIsForcedThatWasNotDecided() throws IOException {
    long seed = new Random().nextLong();
    System.out.println("ProxmoxCampaignTest: seed " + seed);
    for (int evening = 0; evening < EVENINGS; evening++) {
      try (var fake = new FakeProxmox()) {
        evening(fake, new Random(seed + evening), "seed %d, evening %d".formatted(seed, evening));
      }
    }
  }

  private void evening(FakeProxmox fake, Random chance, String name) {
    var cluster = fake.client(() -> now);
    var hypervisor = new ProxmoxHypervisor(cluster);
    var power = ProxmoxPower.of(cluster, NODES, ProxmoxPower.USUAL, () -> now);
    boolean forces = chance.nextBoolean();
    var patience =
        new Patience(
            Duration.ofMinutes(5), forces ? Afterwards.IS_SWITCHED_OFF : Afterwards.STAYS_ON);
    for (int step = 0; step < STEPS; step++) {
      happen(fake, chance);
      Answer answer = ask(hypervisor, power, patience, chance);
      assertThat(answer).as(name).isNotNull();
      boolean runs = fake.cluster.guests.contains("running");
      assertThat(runs && leavesNow(fake, "pve1")).as(name).isFalse();
      goAway(fake);
      expectLaws(fake, power, forces, name);
      now = now.plusSeconds(chance.nextInt(240));
    }
  }

  private static void happen(FakeProxmox fake, Random chance) {
    fake.manners.clear();
    if (chance.nextInt(3) == 0) {
      fake.manners.put(one(PLACES, chance), one(FAULTS, chance));
    }
    fake.cluster.task = one(TASKS, chance);
    fake.cluster.quorate = fake.cluster.offline.size() < 3;
    String status = chance.nextInt(5) == 0 ? "stopped" : "running";
    fake.cluster.guests = FakeCluster.guest(100, "web", "pve1", status, "");
  }

  private static Answer ask(
      ProxmoxHypervisor hypervisor, PowerController power, Patience patience, Random chance) {
    return switch (chance.nextInt(5)) {
      case 0 -> hypervisor.migrate(WEB, one(NODES, chance));
      case 1 -> hypervisor.start(WEB);
      case 2 -> hypervisor.shutDown(WEB, patience);
      case 3 -> power.on(one(NODES, chance));
      default -> power.softOff(one(NODES, chance));
    };
  }

  private static boolean leavesNow(FakeProxmox fake, String node) {
    return !fake.cluster.offline.contains(node)
        && fake.written.contains("/nodes/%s/status command=shutdown".formatted(node));
  }

  /// Who was told to shut down is gone before anybody looks again.
  private static void goAway(FakeProxmox fake) {
    fake.written.stream()
        .filter(it -> it.endsWith("command=shutdown"))
        .map(it -> it.split("/")[2])
        .forEach(fake.cluster.offline::add);
  }

  private static void expectLaws(
      FakeProxmox fake, PowerController power, boolean forces, String name) {
    assertThat(fake.cluster.offline).as(name).hasSizeLessThanOrEqualTo(2);
    assertThat(fake.written).as(name).noneMatch(it -> it.contains("forceStop"));
    if (!forces) {
      assertThat(fake.asked("/status/stop")).as(name).isZero();
    }
    fake.manners.clear();
    fake.cluster.offline.forEach(node ->
        assertThat(power.state(FakeCluster.NODES.get(node))).as(name).isNotEqualTo(Power.ON));
  }

  private static <T> T one(List<T> all, Random chance) {
    return all.get(chance.nextInt(all.size()));
  }
}
