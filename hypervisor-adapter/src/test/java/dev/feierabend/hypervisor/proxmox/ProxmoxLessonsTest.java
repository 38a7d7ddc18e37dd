package dev.feierabend.hypervisor.proxmox;

import static dev.feierabend.hypervisor.proxmox.FakeCluster.BUSY;
import static dev.feierabend.hypervisor.proxmox.FakeCluster.IDLE;
import static dev.feierabend.hypervisor.proxmox.FakeCluster.WEB;
import static dev.feierabend.hypervisor.proxmox.FakeProxmox.dies;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.Conflict;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Patience.Afterwards;
import dev.feierabend.core.planning.FleetPort.Power;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What users of hypervisors paid for, as far as it concerns Proxmox VE.
class ProxmoxLessonsTest {
  private static final Patience LEAVES_IT_ON = Patience.of(Duration.ofMinutes(5));
  private static final Patience SWITCHES_IT_OFF =
      new Patience(Duration.ofMinutes(5), Afterwards.IS_SWITCHED_OFF);

  private Instant now = Instant.parse("2026-11-23T19:00:00Z");
  private FakeProxmox fake;
  private ProxmoxHypervisor hypervisor;
  private PowerController power;

  @BeforeEach
  void aClusterThatIsWell() throws IOException {
    fake = new FakeProxmox();
    var cluster = fake.client(() -> now);
    hypervisor = new ProxmoxHypervisor(cluster);
    power = ProxmoxPower.of(cluster, FakeCluster.NODES.values(), ProxmoxPower.USUAL, () -> now);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private Inventory seen() {
    return hypervisor.look().newest().orElseThrow();
  }

  /// 2: nothing here refuses what takes the majority away, so we do.
  @Test
  void noNodeGoesWithoutWhichTheMajorityWouldBeLost() {
    fake.cluster.offline.add("pve4");
    fake.cluster.offline.add("pve5");

    assertThat(power.softOff(IDLE))
        .isEqualTo(
            new Answer.Refused(
                "shutdown of pve2: of 5 nodes 3 are online, and without it no majority would be left"));
    assertThat(fake.written).isEmpty();
  }

  @Test
  void nodesThatAreOnTheirWayAreCountedAsGone() {
    assertThat(power.softOff(FakeCluster.node(5))).isEqualTo(Answer.DONE);
    assertThat(power.softOff(FakeCluster.node(4))).isEqualTo(Answer.DONE);

    assertThat(power.softOff(FakeCluster.node(3))).isInstanceOf(Answer.Refused.class);

    assertThat(fake.written)
        .containsExactly(
            "/nodes/pve5/status command=shutdown", "/nodes/pve4/status command=shutdown");
  }

  @Test
  void withoutAMajorityNothingIsChangedAndAWakeIsSentAllTheSame() {
    fake.cluster.quorate = false;
    fake.cluster.offline.add("pve3");

    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.NotYet.class);
    assertThat(power.softOff(IDLE)).isInstanceOf(Answer.NotYet.class);
    assertThat(power.on(FakeCluster.node(3))).isEqualTo(Answer.DONE);
  }

  /// 3: nobody here could wake it any more, so that it is said and not waited for.
  @Test
  void aNodeThatWasTakenOutOfTheClusterInItsSleepIsToldSo() {
    assertThat(power.softOff(IDLE)).isEqualTo(Answer.DONE);
    fake.cluster.offline.add("pve2");
    assertThat(power.state(IDLE)).isEqualTo(Power.OFF);
    fake.cluster.gone.add("pve2");

    assertThat(power.state(IDLE)).isEqualTo(Power.UNKNOWN);
    assertThat(power.on(IDLE))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            no -> assertThat(no.because()).contains("Expected a node that this cluster knows"));
  }

  /// 4.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"scsi1\": \"local:100/vm-100-disk-1.qcow2\"",
        "\"ide2\": \"local:iso/debian.iso,media=cdrom,size=600M\"",
        "\"ide2\": \"cdrom,media=cdrom\"",
        "\"virtio0\": \"/dev/sdb\"",
        "\"hostpci0\": \"0000:01:00.0\"",
        "\"usb0\": \"host=1234:5678\"",
        "\"efidisk0\": \"file=local:100/vm-100-disk-0.raw\""
      })
  void aDiskAnImageOrADeviceOfItsHostTiesAGuest(String tie) {
    fake.cluster.configuration += ", " + tie;

    assertThat(seen().guest(WEB).orElseThrow().pinned()).isPresent();
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Refused.class);
    assertThat(fake.asked("/migrate")).isZero();
  }

  @Test
  void anEmptyDriveAndASharedDiskTieNobody() {
    fake.cluster.configuration += ", \"ide2\": \"none,media=cdrom\", \"usb0\": \"spice\"";

    assertThat(seen().guest(WEB).orElseThrow().pinned()).isEmpty();
  }

  /// 5.
  @Test
  void aWakeGoesThroughALivingNodeAndOfOneThatNobodyCouldWakeNoneIsSwitchedOff() {
    fake.cluster.offline.add("pve3");
    assertThat(power.on(FakeCluster.node(3))).isEqualTo(Answer.DONE);
    assertThat(fake.asked).contains("POST /nodes/pve3/wakeonlan");

    fake.cluster.card = "\"description\": \"no card\"";
    assertThat(power.softOff(IDLE)).isInstanceOf(Answer.Refused.class);
    assertThat(fake.written).isEmpty();
  }

  @Test
  void aWakeThatItRefusesIsRefusedInItsWords() {
    fake.cluster.offline.add("pve3");
    fake.manners.put("/wakeonlan", dies("No wake on LAN MAC address defined for 'pve3'!"));

    assertThat(power.on(FakeCluster.node(3)))
        .isInstanceOfSatisfying(
            Answer.Refused.class, no -> assertThat(no.because()).contains("No wake on LAN MAC"));
  }

  /// 6 and 7: a node that isn't heard of may run.
  @Test
  void aNodeIsOffOnlyWhereItTookItsLeave() {
    fake.cluster.offline.add("pve2");
    assertThat(power.state(IDLE)).isEqualTo(Power.UNKNOWN);

    fake.cluster.modes.put("pve2", "restart");
    assertThat(power.state(IDLE)).isEqualTo(Power.UNKNOWN);

    fake.cluster.modes.put("pve2", "shutdown");
    assertThat(power.state(IDLE)).isEqualTo(Power.OFF);

    fake.cluster.quorate = false;
    assertThat(power.state(IDLE)).isEqualTo(Power.UNKNOWN);
  }

  @Test
  void aNodeThatWasToldToGoIsOnUntilItIsGoneAndThenOff() {
    assertThat(power.softOff(IDLE)).isEqualTo(Answer.DONE);
    assertThat(power.state(IDLE)).isEqualTo(Power.ON);

    fake.cluster.offline.add("pve2");
    assertThat(power.state(IDLE)).isEqualTo(Power.OFF);

    fake.cluster.offline.clear();
    assertThat(power.state(IDLE)).isEqualTo(Power.ON);
    fake.cluster.offline.add("pve2");
    assertThat(power.state(IDLE)).isEqualTo(Power.UNKNOWN);
  }

  @Test
  void aGuestOfANodeThatIsNotHeardOfIsUnknownAndOfOneThatTookItsLeaveOff() {
    hypervisor.look();
    fake.cluster.offline.add("pve1");
    fake.cluster.guests = FakeCluster.guest(100, "web", "pve1", "unknown", "");
    assertThat(seen().guest(WEB).orElseThrow().power()).isEqualTo(Power.UNKNOWN);
    assertThat(seen().host(BUSY).orElseThrow().occupied()).isTrue();
    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isInstanceOf(Answer.Unknown.class);

    fake.cluster.modes.put("pve1", "shutdown");
    assertThat(seen().guest(WEB).orElseThrow().power()).isEqualTo(Power.OFF);
    assertThat(seen().host(BUSY).orElseThrow().capacity().cores()).isEqualTo(16);
  }

  /// 8.
  @Test
  void aGuestThatDoesNotGoStaysOn() {
    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isEqualTo(Answer.DONE);
    fake.cluster.task =
        "{\"status\": \"stopped\", \"exitstatus\": \"VM quit/powerdown failed - got timeout\"}";
    now = now.plus(Duration.ofMinutes(5));

    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON))
        .isEqualTo(
            new Answer.Refused(
                "Expected web to shut down within 300 s but it is still on, and stays on"));
    assertThat(fake.written).containsExactly("/nodes/pve1/qemu/100/status/shutdown timeout=300");
    assertThat(fake.asked("/stop")).isZero();
  }

  @Test
  void onlyWhereThatWasDecidedItIsSwitchedOffAndNotBeforeItsTime() {
    fake.cluster.task = "{\"status\": \"running\"}";
    hypervisor.shutDown(WEB, SWITCHES_IT_OFF);
    now = now.plus(Duration.ofSeconds(299));
    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isEqualTo(Answer.STILL_ASKED);
    assertThat(fake.asked("/stop")).isZero();

    fake.cluster.task =
        "{\"status\": \"stopped\", \"exitstatus\": \"VM quit/powerdown failed - got timeout\"}";
    now = now.plus(Duration.ofSeconds(1));
    hypervisor.shutDown(WEB, SWITCHES_IT_OFF);

    assertThat(fake.asked("/stop")).isEqualTo(1);
  }

  @Test
  void anotherEveningItIsToldAgainBeforeItIsSwitchedOff() {
    hypervisor.shutDown(WEB, SWITCHES_IT_OFF);
    now = now.plus(Duration.ofDays(1));

    hypervisor.shutDown(WEB, SWITCHES_IT_OFF);

    assertThat(fake.asked("/shutdown")).isEqualTo(2);
    assertThat(fake.asked("/stop")).isZero();
  }

  @Test
  void oneThatCannotBeToldIsNotSwitchedOffEither() {
    fake.cluster.task = "{\"status\": \"stopped\", \"exitstatus\": \"guest agent is not running\"}";
    for (int minute = 0; minute < 20; minute++) {
      assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isInstanceOf(Answer.Refused.class);
      now = now.plus(Duration.ofMinutes(1));
    }
    assertThat(fake.asked("/stop")).isZero();
  }

  @Test
  void theHaManagerForcesSoThatAGuestOfItsIsShutDownOnlyWhereThatWasDecided() {
    fake.cluster.guests =
        FakeCluster.guest(100, "web", "pve1", "running", ", \"hastate\": \"started\"");

    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isInstanceOf(Answer.Refused.class);
    assertThat(fake.asked("/shutdown")).isZero();

    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isEqualTo(Answer.STILL_ASKED);
    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isEqualTo(Answer.STILL_ASKED);
    assertThat(fake.asked("/shutdown")).isEqualTo(1);
  }

  @Test
  void whatTheHaManagerHasGivenUpIsToldAndNotAsked() {
    fake.cluster.guests =
        FakeCluster.guest(100, "web", "pve1", "running", ", \"hastate\": \"error\"");
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Refused.class);

    fake.cluster.guests =
        FakeCluster.guest(100, "web", "pve1", "running", ", \"hastate\": \"recovery\"");
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.NotYet.class);

    assertThat(fake.asked("/migrate")).isZero();
  }

  /// 9.
  @Test
  void aClusterThatMovesGuestsByItselfIsNamed() {
    assertThat(seen().conflicts()).isEmpty();
    fake.cluster.options = "{\"crs\": {\"ha\": \"dynamic\", \"ha-auto-rebalance\": 1}}";
    now = now.plus(Duration.ofMinutes(11));

    assertThat(seen().conflicts())
        .containsExactly(new Conflict(Conflict.Kind.SECOND_BALANCER, "north"));
  }

  /// 10.
  @Test
  void maintenanceIsSeenOnceNothingRunsThereAndNothingGoesThere() {
    fake.cluster.states.put("pve1", "maintenance");
    fake.cluster.states.put("pve2", "maintenance");

    assertThat(seen().host(BUSY).orElseThrow().maintenance()).isFalse();
    assertThat(seen().host(IDLE).orElseThrow().maintenance()).isTrue();
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Refused.class);
    assertThat(hypervisor.capabilities()).doesNotContain(Capability.MAINTENANCE);
  }

  /// 11: it would take more onto a node than it has memory for.
  @Test
  void nothingGoesWhereItFindsNoRoom() {
    fake.cluster.about.put("pve2", ", \"mem\": 67000000000");

    assertThat(hypervisor.migrate(WEB, IDLE))
        .isEqualTo(
            new Answer.Refused("move of web to pve2: it needs 2048 MiB and 1640 are free there"));
    assertThat(fake.asked("/migrate")).isZero();
  }

  /// 15.
  @Test
  void aGuestThatIsBackedUpIsLeftAlone() {
    fake.cluster.guests =
        FakeCluster.guest(100, "web", "pve1", "running", ", \"lock\": \"backup\"");

    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF))
        .isEqualTo(new Answer.NotYet("shutdown of web: it is locked (backup)"));
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.NotYet.class);
    now = now.plus(Duration.ofMinutes(6));
    hypervisor.shutDown(WEB, SWITCHES_IT_OFF);

    assertThat(fake.asked).noneMatch(it -> it.startsWith("POST"));
  }

  @Test
  void whoMayNotSeeEveryGuestSwitchesNoNodeOff() {
    fake.cluster.rights = FakeCluster.RIGHTS.replace("\"/\"", "\"/vms/100\"");

    assertThat(seen().host(IDLE).orElseThrow().occupied()).isTrue();
    assertThat(power.softOff(IDLE)).isInstanceOf(Answer.Refused.class);
    assertThat(fake.written).isEmpty();
  }

  @Test
  void whatTheLoginMayNotIsNoCapability() {
    fake.cluster.rights = "{\"/\": {\"VM.Audit\": 1, \"Sys.Audit\": 1}}";
    hypervisor.look();

    assertThat(hypervisor.capabilities()).containsExactly(Capability.USAGE);
  }

  @Test
  void aSleepingNodeOnWhichAHiddenGuestLiesIsNotTakenForEmpty() {
    fake.manners.put("/qemu/100/config", dies("unable to read"));

    assertThat(seen().guests()).isEmpty();
    assertThat(power.softOff(BUSY)).isInstanceOf(Answer.NotYet.class);
  }
}
