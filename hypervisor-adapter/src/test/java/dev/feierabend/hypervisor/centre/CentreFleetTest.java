package dev.feierabend.hypervisor.centre;

import static dev.feierabend.hypervisor.centre.PlayedCentre.FIRST;
import static dev.feierabend.hypervisor.centre.PlayedCentre.MAIL;
import static dev.feierabend.hypervisor.centre.PlayedCentre.SECOND;
import static dev.feierabend.hypervisor.centre.PlayedCentre.STRANGER;
import static dev.feierabend.hypervisor.centre.PlayedCentre.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.hosting.Conflict;
import dev.feierabend.core.hosting.Conflicts;
import dev.feierabend.core.hosting.Inventory.Habit;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Make;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the core sees of a hypervisor.
class CentreFleetTest {
  private final PlayedCentre played = new PlayedCentre();

  @Test
  void aGuestRunsWhereTheHypervisorSaysAndNotWhereTheDocumentListsIt() {
    assertThat(played.guest(MAIL).on()).containsExactly(FIRST);
    assertThat(played.guest(MAIL).mobility()).isEqualTo(Mobility.MIGRATED);
    assertThat(played.guest(MAIL).ready()).isEqualTo(1);
    assertThat(played.guest(WEB).mobility()).isEqualTo(Mobility.PINNED);
  }

  @Test
  void aGuestNeedsTheMemoryThatIsWrittenOrThatItHasWhicheverIsMore() {
    assertThat(played.guest(MAIL).size()).isEqualTo(new Resources(1, 16 * 1024L));
    assertThat(played.guest(WEB).size()).isEqualTo(new Resources(1, 8 * 1024L));
  }

  @Test
  void aGuestThatNobodyNamesKeepsItsHostOnAndTakesItsRoom() {
    assertThat(played.fleet.observe().workloads()).hasSize(2);
    assertThat(played.host(FIRST).protection()).contains(new Reason.Unlisted("vm-13"));
    assertThat(played.host(FIRST).capacity()).isEqualTo(new Resources(14, 56 * 1024L));

    played.hypervisor.guest(STRANGER, FIRST, Power.OFF);
    assertThat(played.host(FIRST).protection()).isEmpty();
    assertThat(played.host(FIRST).capacity()).isEqualTo(new Resources(16, 64 * 1024L));
  }

  @Test
  void hostsOfAClusterThatDecidesByItselfStayOn() {
    played.hypervisor.habits.add(Habit.RESTARTS_GUESTS);
    assertThat(played.host(SECOND).protection()).isEmpty();

    played.hypervisor.habits.add(Habit.SWITCHES_HOSTS);
    assertThat(played.host(SECOND).protection()).contains(new Reason.SelfWilled("hall"));
  }

  @Test
  void whatAPersonHasToSettleStandsUntilItIsSettled() {
    assertThat(played.fleet.standing()).isEmpty();
    played.hypervisor.habits.add(Habit.SWITCHES_HOSTS);

    played.fleet.observe();
    assertThat(played.fleet.standing())
        .containsExactly(
            new Conflicts.Standing("hall", new Conflict(Conflict.Kind.SECOND_OWNER, "hall")));

    played.hypervisor.habits.clear();
    played.fleet.observe();
    assertThat(played.fleet.standing()).isEmpty();
  }

  @Test
  void aHostInSomebodysMaintenanceIsCordonedAndSoIsOneThatWasTakenAway() {
    assertThat(played.host(SECOND).inService()).isTrue();
    played.hypervisor.become(SECOND, Power.ON, true, true);
    assertThat(played.host(SECOND).cordoned()).isTrue();

    assertThat(played.host(FIRST).cordoned()).isFalse();
    played.tookAway.add(FIRST);
    assertThat(played.host(FIRST).cordoned()).isTrue();
  }

  @Test
  void aHostIsWhatItsControllerSaysAndWhereItHasNoneWhatTheHypervisorDoes() {
    Make seen = Make.of(Map.of(Make.Kind.BIOS, "2.03", Make.Kind.HYPERVISOR, "24022510"));
    played.hypervisor.become(FIRST, seen);
    played.hypervisor.become(SECOND, seen);
    played.boards = Make.of(Map.of(Make.Kind.BIOS, "2.3"));

    assertThat(played.fleet.observe().makes())
        .containsEntry(FIRST, seen)
        .containsEntry(
            SECOND, Make.of(Map.of(Make.Kind.BIOS, "2.3", Make.Kind.HYPERVISOR, "24022510")));
  }

  @Test
  void itsControllerIsBelievedUnlessTheHostServes() {
    played.board = Power.OFF;
    assertThat(played.host(SECOND).power()).isEqualTo(Power.UNKNOWN);

    played.hypervisor.become(SECOND, Power.UNKNOWN, false, false);
    assertThat(played.host(SECOND).power()).isEqualTo(Power.OFF);

    played.board = Power.ON;
    assertThat(played.host(SECOND)).matches(host -> host.power() == Power.ON && !host.ready());
  }

  @Test
  void aGuestThatIsOffIsTiedToItsHostWhileThatSleeps() {
    played.hypervisor.guest(MAIL, FIRST, Power.OFF);
    assertThat(played.guest(MAIL).on()).isEmpty();
    assertThat(played.guest(MAIL).replicas()).isZero();
    assertThat(played.guest(MAIL).restore()).as("who put it to sleep is not known").isEmpty();

    played.hypervisor.become(FIRST, Power.OFF, false, false);
    assertThat(played.guest(MAIL).mobility()).isEqualTo(Mobility.PINNED);
    assertThat(played.guest(MAIL).on()).containsExactly(FIRST);
  }

  @Test
  void aGuestOfWhichNothingIsKnownIsAsItWasAndGrowsOld() {
    played.guest(MAIL);
    played.hypervisor.at = PlayedHypervisor.NOW.plusSeconds(600);
    played.hypervisor.guest(MAIL, FIRST, Power.UNKNOWN);
    assertThat(played.guest(MAIL).ready()).isEqualTo(1);
    assertThat(played.guest(MAIL).seen()).isEqualTo(PlayedHypervisor.NOW);
  }

  @Test
  void aGuestThatWasNeverShownMayRunSomewhere() {
    played.hypervisor.guests.remove(WEB);

    assertThat(played.guest(WEB))
        .matches(guest -> guest.replicas() == 1 && guest.ready() == 0 && guest.on().isEmpty())
        .matches(guest -> guest.seen().equals(Instant.EPOCH));
  }

  @Test
  void beforeTheFirstSightThereAreHostsInDoubtAndNoGuests() {
    played.hypervisor.away = true;

    assertThatThrownBy(played.fleet::observe)
        .isInstanceOf(Outage.class)
        .hasMessage("hall: it is away");
    assertThat(played.fleet.blind().workloads()).isEmpty();
    assertThat(played.fleet.blind().hosts())
        .hasSize(2)
        .allMatch(host -> host.power() == Power.UNKNOWN && host.occupied());
  }

  @Test
  void whoIsUpShouldHaveALoad() {
    played.hypervisor.samples.add(new Sample("guest/" + MAIL, 0.5, 0.7, 4096, Optional.empty()));
    played.hypervisor.samples.add(
        new Sample("guest/" + STRANGER, 0.5, 0.7, 4096, Optional.empty()));
    var load = new CentreLoad(played.centre, played.fleet::observe);

    List<PoolLoad> loads =
        load.between(PlayedHypervisor.NOW.minusSeconds(300), PlayedHypervisor.NOW);

    assertThat(loads).hasSize(2);
    assertThat(loads.getLast().members()).isEqualTo(2);
    assertThat(loads.getLast().samples()).hasSize(1);
    assertThat(load.between(PlayedHypervisor.NOW, PlayedHypervisor.NOW)).isEmpty();
  }
}
