package dev.feierabend.hypervisor.proxmox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.Conflict;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Patience.Afterwards;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.EmulatedHallContract;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.ProxmoxEmulator;
import dev.feierabend.testservers.ProxmoxEmulator.Kind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The contract on fakepve, and what only Proxmox VE has.
class ProxmoxOnTheEmulatorTest extends EmulatedHallContract<EmulatedCluster> {
  @Override
  protected EmulatedCluster begin() {
    return new EmulatedCluster();
  }

  /// Its API has no maintenance.
  @Override
  protected Set<Capability> promised() {
    return EnumSet.complementOf(EnumSet.of(Capability.MAINTENANCE));
  }

  @Test
  void aPasswordServesAsWellAsAToken() {
    HypervisorPort hypervisor = hall().withPassword(EmulatedCluster.SECRET);
    MachineId guest = guest();

    assertThat(seen(hypervisor).hosts()).hasSize(EmulatedCluster.NODES);
    assertThat(hypervisor.shutDown(guest, Patience.of(Duration.ofMinutes(1))))
        .isIn(Answer.DONE, Answer.STILL_ASKED);
  }

  @Test
  void nothingIsDoneForWhoHasAnotherPassword() {
    HypervisorPort hypervisor = hall().withPassword("falsch");

    assertThat(hypervisor.start(hall().only(Kind.TIED).id())).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aGuestIsKnownByWhatItsFirmwareShows() {
    var planned = new ProxmoxEmulator.Guest("tied", 1, Kind.TIED);

    assertThat(hall().only(Kind.TIED).id()).isEqualTo(new MachineId(planned.uuid()));
  }

  /// Lesson 4.
  @Test
  void aDiskOfItsHostAndARunningContainerSayThatTheyAreTied() {
    Guest tied = hall().only(Kind.TIED);
    Guest container = hall().only(Kind.CONTAINER);

    assertThat(tied.pinned()).contains("its scsi0 is on local-lvm, which only one host reaches");
    assertThat(container.pinned()).isPresent();
    assertThat(hypervisor().migrate(tied.id(), hall().target(tied.id())))
        .isInstanceOf(Answer.Refused.class);
    assertThat(hypervisor().migrate(container.id(), hall().target(container.id())))
        .isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aContainerMovesWhileItIsOff() {
    HypervisorPort hypervisor = hypervisor();
    MachineId container = hall().only(Kind.MOVABLE_CONTAINER).id();
    MachineId target = hall().target(container);
    assertThat(hypervisor.shutDown(container, Patience.of(Duration.ofMinutes(1))))
        .isIn(Answer.DONE, Answer.STILL_ASKED);
    await().atMost(settles()).until(() -> hall().only(Kind.MOVABLE_CONTAINER).power() == Power.OFF);

    assertThat(hypervisor.migrate(container, target)).isIn(Answer.DONE, Answer.STILL_ASKED);
    await()
        .atMost(settles())
        .until(() -> hall().only(Kind.MOVABLE_CONTAINER).on().orElseThrow().equals(target));
    assertThat(hypervisor.start(container)).isIn(Answer.DONE, Answer.STILL_ASKED);
    await().atMost(settles()).until(() -> hall().only(Kind.MOVABLE_CONTAINER).power() == Power.ON);
  }

  @Test
  void underHaItIsMovedByTheHaManager() {
    HypervisorPort hypervisor = hypervisor();
    MachineId guest = hall().only(Kind.HIGHLY_AVAILABLE).id();
    MachineId target = hall().target(guest);

    assertThat(hypervisor.migrate(guest, target)).isEqualTo(Answer.STILL_ASKED);

    await()
        .atMost(settles())
        .until(
            () -> hall().inventory().guest(guest).orElseThrow().on().orElseThrow().equals(target));
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
    var hypervisor = new ProxmoxHypervisor(hall().inItsTime());
    MachineId deaf = hall().only(Kind.DEAF).id();
    Patience patience = Patience.of(Duration.ofSeconds(60));
    assertThat(hypervisor.shutDown(deaf, patience)).isEqualTo(Answer.STILL_ASKED);

    await()
        .atMost(settles())
        .until(() -> hypervisor.shutDown(deaf, patience) instanceof Answer.Refused);
    assertThat(hall().inventory().guest(deaf)).map(Guest::power).contains(Power.ON);

    var decided = new Patience(Duration.ofSeconds(60), Afterwards.IS_SWITCHED_OFF);
    await()
        .atMost(settles())
        .until(() -> {
          hypervisor.shutDown(deaf, decided);
          return hall().inventory().guest(deaf).orElseThrow().power() == Power.OFF;
        });
  }
}
