package dev.feierabend.hypervisor.centre;

import static dev.feierabend.hypervisor.centre.PlayedCentre.ACTION;
import static dev.feierabend.hypervisor.centre.PlayedCentre.FIRST;
import static dev.feierabend.hypervisor.centre.PlayedCentre.MAIL;
import static dev.feierabend.hypervisor.centre.PlayedCentre.SECOND;
import static dev.feierabend.hypervisor.centre.PlayedCentre.STRANGER;
import static dev.feierabend.hypervisor.centre.PlayedCentre.WEB;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What a hypervisor is asked for where the core asks for a step.
class CentreEffectsTest {
  private final PlayedCentre played = new PlayedCentre();

  private static Move move(MachineId guest) {
    return new Move(GuestNames.workload(guest), FIRST, SECOND);
  }

  private void cordon(MachineId host) {
    played.tookAway.add(host);
    assertThat(played.effects.hosts().cordon(host, ACTION)).isEqualTo(Answer.DONE);
  }

  @Test
  void aHostIsEmptiedByPlanAndOnlyOnceItIsCordoned() {
    assertThat(played.effects.hosts().drain(FIRST, List.of(move(MAIL)), ACTION))
        .isInstanceOf(Answer.Refused.class);
    cordon(FIRST);
    assertThat(played.effects.hosts().drain(FIRST, List.of(move(MAIL)), ACTION))
        .isEqualTo(Answer.DONE);

    assertThat(played.hypervisor.asked).containsExactly("move 11 to 02");
    assertThat(played.effects.hosts().obstacle(FIRST))
        .contains("nobody planned a move of vm-12, vm-13");
  }

  @Test
  void nobodyIsSentWhereThereIsNoRoomNow() {
    cordon(FIRST);
    played.hypervisor.host(SECOND, 12 * 1024L);

    Answer answer = played.effects.hosts().drain(FIRST, List.of(move(MAIL), move(WEB)), ACTION);

    assertThat(played.hypervisor.asked).containsExactly("move 11 to 02");
    assertThat(answer)
        .isEqualTo(new Answer.NotYet("%s has no room for vm-12 now".formatted(SECOND)));
  }

  @Test
  void whoIsOnTheWayTakesRoomWhereItIsGoing() {
    cordon(FIRST);
    played.hypervisor.host(SECOND, 12 * 1024L);
    played.hypervisor.moves.put(MAIL, Answer.STILL_ASKED);

    for (int asked = 0; asked < 2; asked++) {
      assertThat(played.effects.hosts().drain(FIRST, List.of(move(MAIL), move(WEB)), ACTION))
          .isEqualTo(Answer.STILL_ASKED);
    }

    assertThat(played.hypervisor.asked).containsExactly("move 11 to 02", "move 11 to 02");
  }

  @Test
  void nobodyIsSentToAHostThatGoesToo() {
    cordon(FIRST);
    cordon(SECOND);

    assertThat(played.effects.hosts().drain(FIRST, List.of(move(MAIL)), ACTION))
        .isInstanceOf(Answer.NotYet.class);
    assertThat(played.hypervisor.asked).isEmpty();
  }

  @Test
  void aMoveThatFailsIsToldWithItsReason() {
    cordon(FIRST);
    played.hypervisor.moves.put(MAIL, new Answer.Refused("it failed at 90 %"));

    assertThat(played.effects.hosts().drain(FIRST, List.of(move(MAIL)), ACTION))
        .isEqualTo(new Answer.Refused("it failed at 90 %"));
    assertThat(played.effects.hosts().obstacle(FIRST)).contains("it failed at 90 %");
  }

  @Test
  void aHostOnWhichAnythingRunsIsNotSwitchedOff() {
    cordon(FIRST);

    assertThat(played.effects.power().softOff(FIRST)).isInstanceOf(Answer.NotYet.class);
    assertThat(played.effects.power().softOff(SECOND)).isInstanceOf(Answer.Refused.class);
    assertThat(played.hypervisor.asked).isEmpty();
  }

  @Test
  void whoIsSwitchedByABoardIsInMaintenanceFirst() {
    cordon(SECOND);
    assertThat(played.effects.power().softOff(SECOND)).isEqualTo(Answer.DONE);
    assertThat(played.hypervisor.asked).containsExactly("maintenance of 02", "off 02");

    played.hypervisor.asked.clear();
    assertThat(played.effects.hosts().admit(SECOND, ACTION)).isEqualTo(Answer.DONE);
    assertThat(played.hypervisor.asked).containsExactly("service of 02");
    assertThat(played.host(SECOND).inService()).isTrue();
  }

  @Test
  void whereNoMaintenanceIsOfferedItGoesWithout() {
    played.hypervisor.capabilities.remove(Capability.MAINTENANCE);
    cordon(SECOND);

    assertThat(played.effects.power().softOff(SECOND)).isEqualTo(Answer.DONE);
    assertThat(played.hypervisor.asked).containsExactly("off 02");
  }

  @Test
  void whoIsOffIsLaidElsewhereBeforeItsHostGoes() {
    played.hypervisor.guest(MAIL, FIRST, Power.OFF);
    played.hypervisor.guest(WEB, FIRST, Power.OFF);
    played.hypervisor.guest(STRANGER, FIRST, Power.OFF);
    cordon(FIRST);

    assertThat(played.effects.power().softOff(FIRST)).isEqualTo(Answer.STILL_ASKED);
    assertThat(played.effects.power().softOff(FIRST)).isEqualTo(Answer.DONE);
    assertThat(played.hypervisor.asked)
        .as("neither who is tied to its host nor who isn't ours")
        .containsExactly("move 11 to 02", "off 01");
  }

  @Test
  void whoCannotBeLaidElsewhereKeepsNoHostOn() {
    played.hypervisor.guests.remove(WEB);
    played.hypervisor.guests.remove(STRANGER);
    played.hypervisor.guest(MAIL, FIRST, Power.OFF);
    played.hypervisor.moves.put(MAIL, new Answer.Refused("not while it is off"));
    cordon(FIRST);

    played.effects.power().softOff(FIRST);
    assertThat(played.effects.power().softOff(FIRST)).isEqualTo(Answer.DONE);
  }

  @Test
  void aGuestIsAskedToShutDownAndNeverForced() {
    var sleep = new Step.Sleep(GuestNames.workload(MAIL), 0);

    assertThat(played.effects.guests().sleep(sleep, ACTION)).isEqualTo(Answer.DONE);
    played.hypervisor.guest(MAIL, FIRST, Power.ON);
    assertThat(played.effects.guests().sleep(sleep, ACTION)).isEqualTo(Answer.DONE);

    assertThat(played.hypervisor.asked)
        .as("once an action, whatever a person did since")
        .containsExactly("shutdown 11 STAYS_ON");
  }

  @Test
  void aGuestThatTheDocumentDoesNotNameIsNeverTouched() {
    assertThat(
            played.effects.guests().sleep(new Step.Sleep(GuestNames.workload(STRANGER), 0), ACTION))
        .isInstanceOf(Answer.Refused.class);
    assertThat(played.hypervisor.asked).isEmpty();
  }

  @Test
  void aGuestStartsOnItsTargetAndWhereItCannotBeLaidThereAtHome() {
    played.hypervisor.guest(MAIL, FIRST, Power.OFF);
    assertThat(played.effects.guests().wake(wake(MAIL), ACTION)).isEqualTo(Answer.DONE);
    assertThat(played.hypervisor.asked).containsExactly("move 11 to 02", "start 11");

    played.hypervisor.asked.clear();
    played.hypervisor.guest(MAIL, FIRST, Power.OFF);
    played.hypervisor.moves.put(MAIL, new Answer.Refused("not while it is off"));
    assertThat(played.effects.guests().wake(wake(MAIL), new ActionId("plan#2")))
        .isEqualTo(Answer.DONE);
    assertThat(played.hypervisor.asked).containsExactly("move 11 to 02", "start 11");

    played.hypervisor.guest(MAIL, FIRST, Power.OFF);
    played.hypervisor.become(FIRST, Power.OFF, false, false);
    assertThat(played.effects.guests().wake(wake(MAIL), new ActionId("plan#3")))
        .isEqualTo(new Answer.NotYet("not while it is off"));
  }

  private static Step.Wake wake(MachineId guest) {
    return new Step.Wake(GuestNames.workload(guest), 1, 0, Optional.of(SECOND));
  }

  @Test
  void aHypervisorThatIsNotSeenLeavesTheOutcomeUnknown() {
    played.hypervisor.away = true;
    played.tookAway.add(FIRST);

    assertThat(played.effects.hosts().drain(FIRST, List.of(), ACTION))
        .isEqualTo(new Answer.Unknown("it is away"));
    assertThat(played.effects.power().softOff(FIRST)).isEqualTo(new Answer.Unknown("it is away"));
    assertThat(played.effects.guests().wake(wake(MAIL), ACTION))
        .isEqualTo(new Answer.Unknown("it is away"));
  }
}
