package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.host;
import static dev.feierabend.core.acting.Town.AFTERNOON;
import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.drilling.DrillCommand.ApproveDrill;
import dev.feierabend.core.drilling.DrillCommand.DemandDrill;
import dev.feierabend.core.drilling.DrillEvent.DrillApproved;
import dev.feierabend.core.drilling.DrillEvent.DrillFailed;
import dev.feierabend.core.drilling.DrillEvent.DrillPassed;
import dev.feierabend.core.drilling.DrillEvent.HostDescribed;
import dev.feierabend.core.observing.ObservingEvent.HostQuarantined;
import dev.feierabend.core.planning.Drilling;
import dev.feierabend.core.planning.Make;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Hosts that have to be known to wake before they sleep.
class DrillsTest {
  private static final Duration A_DAY = Duration.ofDays(1);
  private static final ActorId OPERATOR = new ActorId("operator");
  private static final String TWO_NIGHTS =
      Town.POLICY.replace("  readyBy", "    - {from: Tue 20:00, to: Wed 06:00}\n  readyBy");

  @Test
  void whoeverWasNeverSeenToWakeIsDrilledOneAfterTheOtherAndDoesNotSleepBefore() {
    Town town = drilled(4, TWO_NIGHTS);
    var offAtOnce = new ArrayList<Long>();
    while (town.now.isBefore(READY_BY)) {
      town.until(town.now.plusSeconds(60));
      offAtOnce.add(4 - town.fleet.on());
    }

    assertThat(offAtOnce).contains(1L).allMatch(off -> off <= 1);
    assertThat(town.events(DrillPassed.class))
        .extracting(DrillPassed::host)
        .containsExactly(host(0), host(1), host(2), host(3));
    assertThat(town.fleet.on()).isEqualTo(4);

    nextEvening(town).until(WAKE.plus(A_DAY));

    assertThat(town.fleet.on()).isEqualTo(2);
    assertThat(town.events(DrillPassed.class)).hasSize(4);
    town.until(READY_BY.plus(A_DAY));
    assertThat(town.fleet.on()).isEqualTo(4);
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  @Test
  void aDrillIsAllowedByTheDocumentsWhoseWindowItIsIn() {
    Town town = drilled(4, Town.POLICY).until(READY_BY);

    assertThat(switched(town, Step.PowerOff.class))
        .hasSize(4)
        .allMatch(issued -> issued.approvals().equals(List.of(Town.DIGEST)));
  }

  @Test
  void whoDoesNotComeBackIsQuarantinedAndLeftToATechnicianUntilItsDrillIsApproved() {
    Town town = drilled(4, Town.POLICY);
    town.fleet.dead.add(host(0));
    town.until(READY_BY);

    assertThat(town.events(DrillFailed.class))
        .singleElement()
        .satisfies(failed -> {
          assertThat(failed.host()).isEqualTo(host(0));
          assertThat(failed.because()).startsWith("did not wake: power OFF");
        });
    assertThat(town.events(HostQuarantined.class))
        .extracting(HostQuarantined::host)
        .containsExactly(host(0));
    assertThat(switched(town, Step.PowerOff.class)).hasSize(4);

    town.fleet.dead.clear();
    town.until(READY_BY.plus(Duration.ofHours(1)));
    assertThat(town.events(DrillPassed.class))
        .extracting(DrillPassed::host)
        .doesNotContain(host(0));
    assertThat(known(town, host(0)).due(Drilling.REQUIRED, town.now))
        .get()
        .isInstanceOf(Reason.DrillLost.class);
    assertThat(town.fleet.on()).isEqualTo(4);

    Instant end = town.now.plus(Duration.ofHours(1));
    town.send(new ApproveDrill(host(0), OPERATOR, town.now, end, town.now));
    town.until(end);

    String approval = town.events(DrillApproved.class).getFirst().approval();
    assertThat(switched(town, Step.PowerOff.class).getLast().approvals()).containsExactly(approval);
    assertThat(town.events(DrillPassed.class)).extracting(DrillPassed::host).contains(host(0));
    assertThat(known(town, host(0)).due(Drilling.REQUIRED, town.now)).isEmpty();
    assertThat(town.fleet.on()).isEqualTo(4);
  }

  @Test
  void whoDoesNotGoHasFailedAndStaysOnWhileTheOthersAreDrilled() {
    Town town = drilled(4, Town.POLICY);
    town.fleet.lingering.add(host(0));

    town.until(READY_BY);

    assertThat(town.events(DrillFailed.class))
        .singleElement()
        .satisfies(failed -> {
          assertThat(failed.host()).isEqualTo(host(0));
          assertThat(failed.because()).startsWith("did not go: power ON");
        });
    assertThat(town.events(DrillPassed.class))
        .extracting(DrillPassed::host)
        .containsExactly(host(1), host(2), host(3));
    assertThat(town.fleet.on()).isEqualTo(4);
  }

  @Test
  void whereTheWindowIsWithdrawnWhoIsDrilledIsWokenAtOnce() {
    Town town = drilled(4, Town.POLICY);
    town.until(EVENING.plus(Duration.ofMinutes(5)));
    assertThat(town.fleet.on()).isEqualTo(3);
    town.withdraw();
    town.until(town.now.plus(Duration.ofMinutes(10)));

    assertThat(town.fleet.on()).isEqualTo(4);
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.events(DrillFailed.class)).isEmpty();
    assertThat(town.events(DrillPassed.class))
        .extracting(DrillPassed::host)
        .containsExactly(host(0));
  }

  @Test
  void aDrillOfItsOwnNeedsNoWindowAndNobodyGoesDownWithTheHost() {
    Town town = drilled(4, Town.POLICY);
    town.now = AFTERNOON;
    Instant end = AFTERNOON.plus(Duration.ofHours(2));
    town.send(new ApproveDrill(host(3), OPERATOR, town.now, end, town.now));

    town.until(end);

    assertThat(town.events(DrillPassed.class))
        .extracting(DrillPassed::host)
        .containsExactly(host(3));
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.fleet.effects).containsSubsequence("drain " + host(3), "off " + host(3));
  }

  @Test
  void aRestartInTheMidstOfADrillGoesOnWithIt() {
    Town town = drilled(4, Town.POLICY);
    town.until(EVENING.plus(Duration.ofMinutes(5)));
    assertThat(town.fleet.on()).isEqualTo(3);
    town.start();

    town.until(READY_BY);

    assertThat(town.events(DrillPassed.class)).hasSize(4);
    assertThat(switched(town, Step.PowerOff.class)).hasSize(4);
  }

  @Test
  void aNightFromWhichAHostCameBackInTimeIsADrillSoThatAnUpgradeNeedsNone() {
    Town town = new Town(4, Mode.ACTIVE);
    town.agree(TWO_NIGHTS);
    town.until(READY_BY);
    List<MachineId> slept =
        switched(town, Step.PowerOff.class).stream().map(DrillsTest::hostOf).toList();
    assertThat(slept).hasSize(2);
    town.drilling = Drilling.REQUIRED;
    town.start();

    nextEvening(town).until(WAKE.plus(A_DAY));

    assertThat(slept).anyMatch(host -> known(town, host).off().isPresent());
    assertThat(town.events(DrillPassed.class))
        .extracting(DrillPassed::host)
        .isNotEmpty()
        .doesNotContainAnyElementsOf(slept);
  }

  @Test
  void whatWasLongAgoOrNoLongerCountsIsSeenAgain() {
    Town town = drilled(4, TWO_NIGHTS).until(READY_BY);
    town.drilling = new Drilling(true, Duration.ofHours(1), Drilling.REQUIRED.settle());
    town.start();
    nextEvening(town);
    town.send(new DemandDrill(host(1), OPERATOR, "BIOS 2.4", town.now));

    town.until(EVENING.plus(A_DAY).plus(Duration.ofMinutes(3)));

    assertThat(reason(town, host(0))).isInstanceOf(Reason.Drilled.class);
    assertThat(reason(town, host(1))).isEqualTo(new Reason.DrillWanted("BIOS 2.4"));
    assertThat(reason(town, host(2))).isInstanceOf(Reason.DrillTooOld.class);
    town.until(WAKE.plus(A_DAY));
    assertThat(town.events(DrillPassed.class)).hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void whoseFirmwareIsAnotherIsDrilledAgainAndItIsSaidWhatHasChanged() {
    Town town = drilled(4, TWO_NIGHTS);
    all(town, bios("2.3"));
    town.until(READY_BY);
    assertThat(town.events(HostDescribed.class))
        .hasSize(4)
        .allMatch(told -> told.make().equals(bios("2.3")))
        .allMatch(told -> told.print().equals(bios("2.3").print()));
    town.fleet.makes.put(host(1), bios("2.4"));
    nextEvening(town).until(town.now.plus(Duration.ofMinutes(2)));

    assertThat(known(town, host(1)).due(Drilling.REQUIRED, town.now))
        .contains(new Reason.MakeChanged(List.of(new Make.Change(Make.Kind.BIOS, "2.3", "2.4"))));
    town.until(WAKE.plus(A_DAY));

    assertThat(town.events(DrillPassed.class).subList(4, 5))
        .extracting(DrillPassed::host)
        .containsExactly(host(1));
    assertThat(town.events(DrillPassed.class)).hasSize(5);
    assertThat(known(town, host(1)).due(Drilling.REQUIRED, town.now)).isEmpty();
    assertThat(town.events(HostDescribed.class)).hasSize(5);
  }

  @Test
  void whoComesBackFromANightAsSomethingElseIsNotKnownToWakeAsThat() {
    Town town = drilled(4, TWO_NIGHTS);
    all(town, bios("2.3"));
    town.until(READY_BY);
    nextEvening(town).until(EVENING.plus(A_DAY).plus(Duration.ofHours(1)));
    List<MachineId> slept =
        Stream.iterate(0, number -> number + 1)
            .limit(4)
            .map(TinyFleet::host)
            .filter(host -> known(town, host).off().isPresent())
            .toList();
    assertThat(slept).hasSize(2);
    slept.forEach(host -> town.fleet.makes.put(host, bios("2.4")));
    town.until(READY_BY.plus(A_DAY));
    town.start();

    for (MachineId host : slept) {
      assertThat(known(town, host).passed()).isPresent();
      assertThat(known(town, host).due(Drilling.REQUIRED, town.now))
          .contains(new Reason.MakeChanged(List.of(new Make.Change(Make.Kind.BIOS, "2.3", "2.4"))));
    }
  }

  @Test
  void whereNothingIsToldOrForTheFirstTimeNothingHasChanged() {
    Town town = drilled(4, TWO_NIGHTS).until(READY_BY);
    assertThat(town.events(HostDescribed.class)).isEmpty();
    all(town, bios("2.3"));
    town.until(READY_BY.plus(Duration.ofHours(1)));
    assertThat(town.events(HostDescribed.class)).hasSize(4);
    town.fleet.makes.clear();
    town.until(READY_BY.plus(Duration.ofHours(2)));
    all(town, Make.of(Map.of(Make.Kind.MODEL, "R650")));
    town.until(READY_BY.plus(Duration.ofHours(3)));

    for (int number = 0; number < 4; number++) {
      assertThat(known(town, host(number)).due(Drilling.REQUIRED, town.now)).isEmpty();
      assertThat(known(town, host(number)).makes().told().text()).isEqualTo("R650, 2.3");
    }
  }

  @Test
  void inAWindowTooShortForItNobodyIsDrilled() {
    Town town = drilled(4, Town.POLICY.replace("to: Tue 06:00", "to: Mon 21:06"));

    town.until(READY_BY);

    assertThat(town.fleet.effects).noneMatch(effect -> effect.startsWith("off "));
    assertThat(town.events(DrillPassed.class)).isEmpty();
  }

  @Test
  void whereTheRestCouldNotBearALossNobodyIsDrilled() {
    Town town = drilled(2, Town.POLICY).until(READY_BY);

    assertThat(town.fleet.effects).noneMatch(effect -> effect.startsWith("off "));
    assertThat(town.events(DrillPassed.class)).isEmpty();
  }

  @Test
  void whereNothingIsTouchedNobodyIsDrilledAndAllAreReckonedToWake() {
    Town town = drilled(4, Town.POLICY);
    town.mode = Mode.SHADOW;
    town.start();

    town.until(EVENING.plus(Duration.ofMinutes(5)));

    assertThat(town.memory.plans().standing().orElseThrow().hostsOff()).hasSize(2);
    assertThat(town.fleet.effects).isEmpty();
  }

  private static Town drilled(int hosts, String policy) {
    Town town = new Town(hosts, Mode.ACTIVE);
    town.now = EVENING.minus(Duration.ofMinutes(10));
    town.drilling = Drilling.REQUIRED;
    town.start();
    town.agree(policy);
    return town;
  }

  private static void all(Town town, Make make) {
    for (int number = 0; number < 4; number++) {
      town.fleet.makes.put(host(number), make);
    }
  }

  private static Make bios(String version) {
    return Make.of(Map.of(Make.Kind.BIOS, version));
  }

  /// Nothing happens by day.
  private static Town nextEvening(Town town) {
    town.now = EVENING.plus(A_DAY).minus(Duration.ofMinutes(10));
    town.reconciler.begin();
    return town;
  }

  private static Practice known(Town town, MachineId host) {
    return town.memory.night().drills().of(host);
  }

  private static List<ActionIssued> switched(Town town, Class<? extends Step> way) {
    return town.events(ActionIssued.class).stream()
        .filter(issued -> way.isInstance(issued.step()))
        .toList();
  }

  private static MachineId hostOf(ActionIssued issued) {
    return Stream.of(issued.step())
        .filter(Step.OnHost.class::isInstance)
        .map(step -> ((Step.OnHost) step).host())
        .findFirst()
        .orElseThrow();
  }

  private static Reason reason(Town town, MachineId host) {
    return town.memory
        .plans()
        .standing()
        .flatMap(plan -> plan.aimOf(host))
        .map(HostAim::reason)
        .orElseThrow();
  }
}
