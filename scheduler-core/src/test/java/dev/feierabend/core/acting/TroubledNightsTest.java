package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.AHAUSEN;
import static dev.feierabend.core.acting.TinyFleet.guest;
import static dev.feierabend.core.acting.TinyFleet.host;
import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.agreeing.AgreementCommand.WithdrawPolicy;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.HostQuarantined;
import dev.feierabend.core.observing.ObservingEvent.HostReleased;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What the reconciler does where machines, people, the store or the clock do not do as expected.
class TroubledNightsTest {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final ActorId SOMEBODY = new ActorId("somebody");

  @Test
  void aHostThatWasToldToStopGetsNoWorkUntilItHasStoppedAndIsOnAgain() {
    Town town = Town.agreed(4);
    town.fleet.lingering.add(host(3));
    town.until(EVENING.plus(Duration.ofMinutes(5)));
    assertThat(town.fleet.effects).contains("off " + host(3));
    town.send(new WithdrawPolicy(Town.AGREEMENT, SOMEBODY, "elections", town.now));

    town.until(town.now.plus(Duration.ofMinutes(3)));
    assertThat(town.fleet.effects).doesNotContain("admit " + host(3));

    town.fleet.person(host(3), Power.OFF);
    town.until(town.now.plus(Duration.ofMinutes(5)));
    assertThat(town.fleet.effects).containsSubsequence("on " + host(3), "admit " + host(3));
  }

  @Test
  void
      aHostThatStopsOnlyAfterItWasGivenUpAndServesAgainIsSwitchedOnAgainHoweverOftenThatIsRefused() {
    Town town = Town.agreed(4);
    MachineId host = givenUp(town);
    town.fleet.refusing.add(host);

    town.fleet.person(host, Power.OFF);
    town.until(town.now.plus(Duration.ofHours(2)));
    assertThat(town.fleet.on()).isEqualTo(3);
    town.fleet.refusing.remove(host);
    town.until(READY_BY);

    assertThat(town.fleet.on()).isEqualTo(4);
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  @Test
  void aHostThatStopsSoAndComesBackTooLateIsTrustedAgainOnceItServes() {
    Town town = Town.agreed(4);
    MachineId host = givenUp(town);
    town.fleet.dead.add(host);

    town.fleet.person(host, Power.OFF);
    town.until(town.now.plus(Duration.ofHours(1)));
    assertThat(town.events(HostQuarantined.class)).extracting(e -> e.host()).containsOnly(host);
    town.fleet.dead.remove(host);
    town.fleet.person(host, Power.ON);
    town.until(READY_BY);

    assertThat(town.events(HostReleased.class)).extracting(e -> e.host()).containsOnly(host);
    int done = town.fleet.effects.size();
    town.fleet.person(host, Power.OFF);
    town.until(READY_BY.plus(Duration.ofHours(1)));
    assertThat(town.fleet.effects.subList(done, town.fleet.effects.size()))
        .doesNotContain("on " + host);
  }

  @Test
  void whoIsFoundOffLongAfterItWasGivenUpWasSwitchedOffBySomebodyElse() {
    Town town = Town.agreed(4);
    MachineId host = givenUp(town);
    town.until(town.now.plus(Duration.ofHours(1)));

    town.fleet.person(host, Power.OFF);
    town.until(READY_BY);

    assertThat(town.fleet.effects).doesNotContain("on " + host);
  }

  /// A host that was told to stop, didn't in time, and serves again.
  private static MachineId givenUp(Town town) {
    List<MachineId> all = IntStream.range(0, 4).mapToObj(TinyFleet::host).toList();
    town.fleet.lingering.addAll(all);
    town.until(EVENING.plus(Duration.ofMinutes(45)));
    town.fleet.lingering.clear();
    MachineId told =
        all.stream()
            .filter(host -> town.fleet.effects.contains("off " + host))
            .findFirst()
            .orElseThrow();
    assertThat(town.fleet.effects).contains("admit " + told);
    return told;
  }

  @Test
  void aHostThatDoesNotWakeIsQuarantinedAndReportedLate() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
    var dead = town.memory.plans().standing().orElseThrow().hostsOff().iterator().next();
    town.fleet.dead.add(dead);

    town.until(READY_BY);

    assertThat(town.events(HostQuarantined.class)).extracting(e -> e.host()).containsOnly(dead);
    assertThat(town.events(WakeLate.class)).extracting(e -> e.subject()).contains(dead.toString());
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  @Test
  void aPersonsChangeWinsUntilTheWindowEnds() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
    town.fleet.person(guest(0), host(0));
    town.fleet.person(host(0), Power.ON);

    town.until(WAKE);

    assertThat(town.fleet.effects.stream().filter(("sleep " + guest(0))::equals)).hasSize(1);
    assertThat(town.events(ForeignChangeObserved.class)).isNotEmpty();
  }

  @Test
  void aHostThatAControllerOnceSaidIsOnIsWokenWithTheOthersAllTheSame() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
    var off = town.memory.plans().standing().orElseThrow().hostsOff().iterator().next();
    town.fleet.untrue.add(off);
    town.until(town.now.plus(Duration.ofMinutes(10)));
    assertThat(town.events(ForeignChangeObserved.class)).isNotEmpty();
    town.fleet.untrue.remove(off);

    town.until(READY_BY.minus(Duration.ofMinutes(10)));

    assertThat(town.fleet.on()).isEqualTo(4);
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  @Test
  void aWakeThatIsSeenToHaveTakenEffectIsNotAskedForAgainAndIsBackOnceItServes() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
    town.fleet.tardy.add(guest(0));
    town.until(WAKE.plus(Duration.ofMinutes(2)));
    town.fleet.tardy.remove(guest(0));

    town.until(READY_BY.plus(Duration.ofMinutes(1)));

    assertThat(town.events(ActionRefused.class)).isEmpty();
    assertThat(town.events(WakeLate.class)).isEmpty();
    assertThat(town.events(CapacityReady.class)).isNotEmpty();
  }

  /// As `feierabend wake` does while the service is gone.
  @Test
  void hostsThatWereWokenWhileTheServiceWasDownAreRecordedServeAgainAndStayUpThatNight() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
    var off = town.memory.plans().standing().orElseThrow().hostsOff();
    assertThat(off).hasSizeGreaterThan(1);
    int effects = town.fleet.effects.size();
    town.now = town.now.plus(Duration.ofHours(3));
    off.forEach(host -> town.fleet.person(host, Power.ON));

    town.start();
    town.until(WAKE.minus(Duration.ofMinutes(1)));

    assertThat(town.events(ForeignChangeObserved.class))
        .extracting(ForeignChangeObserved::subject)
        .containsExactlyInAnyOrderElementsOf(off.stream().map(Object::toString).toList());
    assertThat(town.fleet.on()).isEqualTo(4);
    assertThat(town.fleet.effects.subList(effects, town.fleet.effects.size()))
        .containsExactlyInAnyOrderElementsOf(off.stream().map(host -> "admit " + host).toList());
  }

  @Test
  void afterAWholeNightWithoutTheServiceWhatOthersWokeIsTakenIntoServiceAndTheRestIsWoken() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
    var off = town.memory.plans().standing().orElseThrow().hostsOff();
    town.now = READY_BY.plus(Duration.ofHours(3));
    off.stream().skip(1).forEach(host -> town.fleet.person(host, Power.ON));

    town.start();
    town.until(town.now.plus(Duration.ofMinutes(20)));

    assertThat(town.fleet.on()).isEqualTo(4);
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(off).allSatisfy(host -> assertThat(town.fleet.effects).contains("admit " + host));
  }

  @Test
  void whatNeverFellAsleepWasChangedByNobodyAndIsNotDueBack() {
    Town town = Town.agreed(4);
    town.fleet.before =
        () -> {
          throw new Outage("The hypervisor does not answer");
        };
    town.until(EVENING.plus(Duration.ofMinutes(2)));
    var election =
        new GrantOverride(AHAUSEN, Set.of(), READY_BY, SOMEBODY, "election", town.now, A_DAY);
    town.send(election);

    town.until(READY_BY.plus(Duration.ofMinutes(2)));

    assertThat(town.events(ActionRefused.class)).hasSize(8 + 2);
    assertThat(town.events(ForeignChangeObserved.class)).isEmpty();
    assertThat(town.events(WakeLate.class)).isEmpty();
  }

  @Test
  void whileTheStoreIsOutNothingPowersDownAndWakesGoOnAndAreRecordedLater() {
    Town town = Town.agreed(4).until(EVENING);
    town.storeOut = true;
    town.until(EVENING.plus(Duration.ofMinutes(30)));
    assertThat(town.fleet.effects).isEmpty();

    town.storeOut = false;
    town.until(WAKE);
    assertThat(town.fleet.awake()).isZero();

    town.storeOut = true;
    town.until(READY_BY);
    assertThat(town.fleet.awake()).isEqualTo(8);

    town.storeOut = false;
    town.until(READY_BY.plus(Duration.ofMinutes(10)));
    assertThat(town.events(ActionIssued.class)).filteredOn(ActionIssued::spooled).isNotEmpty();
    assertThat(town.memory.night().actions().pending()).isEmpty();
  }

  /// What is seen of its effect can't be recorded then; its next step doesn't wait for that.
  @Test
  void aHostWhoseWakeWasRecordedJustBeforeTheStoreWentOutIsAdmittedAllTheSame() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(8)));
    while (town.memory.night().actions().pendingOn(host(3).toString()).isEmpty()) {
      town.until(town.now.plusSeconds(60));
    }
    town.storeOut = true;
    town.until(READY_BY);

    assertThat(town.fleet.effects).containsSubsequence("on " + host(3), "admit " + host(3));
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  @Test
  void afterAClockJumpOrARestartTheFirstTickTakesNothingAway() {
    Town town = Town.agreed(4);
    town.now = EVENING.plusSeconds(60);
    town.reconciler.tick(town.now);
    assertThat(town.fleet.effects).isEmpty();

    town.start();
    town.reconciler.tick(town.now);
    assertThat(town.fleet.effects).isEmpty();
  }

  @Test
  void aPowerDownThatNoLongerPaysBackIsDroppedWithItsReason() {
    Town town = Town.agreed(4);
    town.now = WAKE.minus(Duration.ofMinutes(20));

    town.until(READY_BY);

    assertThat(town.fleet.effects).isEmpty();
    assertThat(town.events(PlanSkipped.class)).hasSize(1);
  }
}
