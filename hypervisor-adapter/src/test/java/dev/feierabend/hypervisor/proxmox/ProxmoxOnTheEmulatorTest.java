package dev.feierabend.hypervisor.proxmox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.Conflict;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.HypervisorPortContract;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Patience.Afterwards;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.ProxmoxEmulator;
import dev.feierabend.testservers.ProxmoxEmulator.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The contract on fakepve, and what only Proxmox VE has.
class ProxmoxOnTheEmulatorTest extends HypervisorPortContract {
  private static EmulatedCluster emulated;

  @BeforeAll
  static void start() {
    emulated = new EmulatedCluster();
  }

  @AfterAll
  static void stop() {
    if (emulated != null) {
      emulated.close();
    }
  }

  @Override
  protected HypervisorPort hypervisor() {
    return new ProxmoxHypervisor(emulated.cluster());
  }

  @Override
  protected HypervisorPort unreachable() {
    return new ProxmoxHypervisor(emulated.unreachable());
  }

  /// Its API has no maintenance.
  @Override
  protected Set<Capability> promised() {
    return EnumSet.complementOf(EnumSet.of(Capability.MAINTENANCE));
  }

  @Override
  protected MachineId guest() {
    return emulated.free();
  }

  @Override
  protected MachineId target(MachineId guest) {
    return emulated.target(guest);
  }

  @Override
  protected MachineId hostToEmpty() {
    return emulated.emptyNode();
  }

  @Override
  protected Instant now() {
    return Instant.now();
  }

  @Test
  void aPasswordServesAsWellAsAToken() {
    var hypervisor =
        new ProxmoxHypervisor(emulated.as(ProxmoxEmulator.USER, EmulatedCluster.SECRET));
    MachineId guest = emulated.free();

    assertThat(seen(hypervisor).hosts()).hasSize(EmulatedCluster.NODES);
    assertThat(hypervisor.shutDown(guest, Patience.of(Duration.ofMinutes(1))))
        .isIn(Answer.DONE, Answer.STILL_ASKED);
  }

  @Test
  void itDoesNotLetInWhoHasAnotherPassword() {
    var hypervisor = new ProxmoxHypervisor(emulated.as(ProxmoxEmulator.USER, "falsch"));

    assertThat(hypervisor.look()).isInstanceOf(Sight.Unseen.class);
    assertThat(hypervisor.start(emulated.only(Kind.TIED).id())).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aClusterForWhichNobodyVouchesIsNotSeen() {
    assertThat(emulated.untrusting().sight())
        .isInstanceOfSatisfying(
            Sight.Unseen.class,
            unseen -> assertThat(unseen.because()).contains("certification path"));
  }

  @Test
  void aGuestIsKnownByWhatItsFirmwareShows() {
    var planned = new ProxmoxEmulator.Guest("tied", 1, Kind.TIED);

    assertThat(emulated.only(Kind.TIED).id()).isEqualTo(new MachineId(planned.uuid()));
  }

  /// Lesson 4.
  @Test
  void aDiskOfItsHostAndARunningContainerSayThatTheyAreTied() {
    Guest tied = emulated.only(Kind.TIED);
    Guest container = emulated.only(Kind.CONTAINER);

    assertThat(tied.pinned()).contains("its scsi0 is on local-lvm, which only one host reaches");
    assertThat(container.pinned()).isPresent();
    assertThat(hypervisor().migrate(tied.id(), emulated.target(tied.id())))
        .isInstanceOf(Answer.Refused.class);
    assertThat(hypervisor().migrate(container.id(), emulated.target(container.id())))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aContainerMovesWhileItIsOff() {
    HypervisorPort hypervisor = hypervisor();
    MachineId container = emulated.only(Kind.MOVABLE_CONTAINER).id();
    MachineId target = emulated.target(container);
    assertThat(hypervisor.shutDown(container, Patience.of(Duration.ofMinutes(1))))
        .isIn(Answer.DONE, Answer.STILL_ASKED);
    await()
        .atMost(settles())
        .until(() -> emulated.only(Kind.MOVABLE_CONTAINER).power() == Power.OFF);

    assertThat(hypervisor.migrate(container, target)).isIn(Answer.DONE, Answer.STILL_ASKED);
    await()
        .atMost(settles())
        .until(() -> emulated.only(Kind.MOVABLE_CONTAINER).on().orElseThrow().equals(target));
    assertThat(hypervisor.start(container)).isIn(Answer.DONE, Answer.STILL_ASKED);
    await()
        .atMost(settles())
        .until(() -> emulated.only(Kind.MOVABLE_CONTAINER).power() == Power.ON);
  }

  @Test
  void underHaItIsMovedByTheHaManager() {
    HypervisorPort hypervisor = hypervisor();
    MachineId guest = emulated.only(Kind.HIGHLY_AVAILABLE).id();
    MachineId target = emulated.target(guest);

    assertThat(hypervisor.migrate(guest, target)).isEqualTo(Answer.STILL_ASKED);

    await()
        .atMost(settles())
        .until(() ->
            emulated.inventory().guest(guest).orElseThrow().on().orElseThrow().equals(target));
    assertThat(hypervisor.migrate(guest, target)).isEqualTo(Answer.DONE);
  }

  /// Lesson 2: its HA manager keeps no room.
  @Test
  void thatNobodyReservesRoomIsNamed() {
    assertThat(seen(hypervisor()).conflicts())
        .containsExactly(new Conflict(Conflict.Kind.NO_ROOM_RESERVED, "fakecluster"));
  }

  /// Lesson 8.
  @Test
  void aGuestThatDoesNotGoStaysOnAndIsSwitchedOffOnlyWhereThatWasDecided() {
    var hypervisor = new ProxmoxHypervisor(emulated.inItsTime());
    MachineId deaf = emulated.only(Kind.DEAF).id();
    Patience patience = Patience.of(Duration.ofSeconds(60));
    assertThat(hypervisor.shutDown(deaf, patience)).isEqualTo(Answer.STILL_ASKED);

    await()
        .atMost(settles())
        .until(() -> hypervisor.shutDown(deaf, patience) instanceof Answer.Refused);
    assertThat(emulated.inventory().guest(deaf)).map(Guest::power).contains(Power.ON);

    var decided = new Patience(Duration.ofSeconds(60), Afterwards.IS_SWITCHED_OFF);
    await()
        .atMost(settles())
        .until(() -> {
          hypervisor.shutDown(deaf, decided);
          return emulated.inventory().guest(deaf).orElseThrow().power() == Power.OFF;
        });
  }
}
