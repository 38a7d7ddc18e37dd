package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.guest;
import static dev.feierabend.core.acting.TinyFleet.host;
import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.HostAim;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Hosts that come back in time, or too late.
class ArrivalsTest {
  private static final String EARLY =
      Town.POLICY.replace("  asleep", "  workloads: {labels: {shift: early}}\n  asleep");
  private static final String LATE =
      Town.POLICY
          .replace("name: rathaus", "name: late")
          .replace("Tue 06:00", "Tue 10:00")
          .replace("  asleep", "  workloads: {labels: {shift: late}}\n  asleep");

  @Test
  void hostsThatNobodyKnowsBeginBeforeTheAgreedWakeAndAreOnForThatReason() {
    Town town = Town.agreed(4).until(READY_BY);

    assertThat(switchedOn(town)).hasSize(2).allMatch(issued -> issued.at().isBefore(WAKE));
    assertThat(reasons(town)).contains(new Reason.WokenAhead(READY_BY, 58));
    assertThat(wakes(town)).hasSize(8).noneMatch(issued -> issued.at().isBefore(WAKE));
    assertThat(town.events(WakeLate.class)).isEmpty();
  }

  @Test
  void whereTheAgreedLeadSufficesNobodyBeginsEarlier() {
    Town town = new Town(4, Mode.ACTIVE);
    town.agree(Town.POLICY.replace("PT30M", "PT2H"));
    town.until(READY_BY);

    assertThat(switchedOn(town))
        .hasSize(2)
        .allMatch(issued -> issued.at().equals(READY_BY.minus(Duration.ofHours(2))));
  }

  @Test
  void aSleepingHostStandsInAtOnceForOneThatIsLateAndThenTheAlarmIsTold() {
    Town town = twoShifts();
    town.until(READY_BY.minus(Duration.ofHours(3)));
    assertThat(town.fleet.on()).isEqualTo(2);
    town.fleet.dead.add(host(2));
    begun(town);
    town.until(READY_BY);

    List<ActionIssued> on = switchedOn(town);
    assertThat(on)
        .extracting(issued -> issued.step().subject())
        .startsWith(host(2).toString(), host(3).toString(), host(4).toString());
    assertThat(on.get(2).at()).isEqualTo(on.getFirst().at().plusSeconds(600)).isBefore(WAKE);
    assertThat(reasons(town)).contains(new Reason.StandsIn(host(2), READY_BY));
    assertThat(town.fleet.awake()).isEqualTo(8);
    assertThat(town.events()).containsSubsequence(on.get(2), alarm(town, host(2)));
    assertThat(town.events(WakeLate.class))
        .anySatisfy(late -> {
          assertThat(late.subject()).isEqualTo(host(2).toString());
          assertThat(late.because()).contains("usually takes 4 minutes");
          assertThat(late.at()).isBefore(READY_BY);
        });
  }

  @Test
  void whoComesBackAfterAllIsAsGoodAsWhoStandsInAndNeitherGoesAgain() {
    Town town = twoShifts();
    town.until(READY_BY.minus(Duration.ofHours(3)));
    town.fleet.dead.add(host(2));
    begun(town);
    while (switchedOn(town).size() < 3) {
      town.until(town.now.plusSeconds(60));
    }
    town.fleet.dead.clear();
    town.until(WAKE);

    assertThat(switchedOn(town))
        .extracting(issued -> issued.step().subject())
        .containsExactly(host(2).toString(), host(3).toString(), host(4).toString());
    assertThat(town.fleet.effects.subList(firstOn(town), town.fleet.effects.size()))
        .noneMatch(effect -> effect.startsWith("off "));
    assertThat(town.events(WakeLate.class)).isEmpty();
  }

  @Test
  void whoCannotBeSwitchedOnIsStoodInForAtOnceAndTheAlarmFollowsIfItIsRefusedAgain() {
    Town town = twoShifts();
    town.until(READY_BY.minus(Duration.ofHours(3)));
    town.fleet.refusing.add(host(2));
    begun(town);
    town.until(READY_BY);

    ActionIssued first = switchedOn(town).getFirst();
    ActionIssued spare = switchedOn(town, host(4));
    assertThat(spare.at()).isEqualTo(first.at().plusSeconds(60)).isBefore(WAKE);
    assertThat(town.events()).containsSubsequence(spare, alarm(town, host(2)));
    assertThat(alarm(town, host(2)).because())
        .isEqualTo("can't be switched on: the controller is busy");
    assertThat(reasons(town))
        .contains(new Reason.WakeRefused("the controller is busy", first.at()));
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  @Test
  void whoCannotBeSwitchedOnAfterAllIsBackIsToldOfNoMore() {
    Town town = twoShifts();
    town.until(READY_BY.minus(Duration.ofHours(3)));
    town.fleet.refusing.add(host(2));
    town.until(READY_BY.plus(Duration.ofHours(3)));
    int told = town.events(WakeLate.class).size();

    town.until(READY_BY.plus(Duration.ofHours(6)));

    assertThat(town.events(WakeLate.class)).hasSize(told);
  }

  @Test
  void ofThoseThatCouldStandInTheQuickestDoes() {
    Town town = twoShifts();
    town.until(READY_BY.minus(Duration.ofHours(3)));
    town.fleet.dead.add(host(2));
    begun(town);
    town.fleet.boots.put(host(6), Duration.ofSeconds(30));
    town.until(WAKE);

    assertThat(switchedOn(town))
        .extracting(issued -> issued.step().subject())
        .containsExactly(host(2).toString(), host(3).toString(), host(6).toString());
  }

  @Test
  void whoeverSomebodyElseSwitchedOffStandsInForNobody() {
    Town town = twoShifts();
    town.fleet.person(host(7), Power.OFF);
    town.fleet.boots.put(host(7), Duration.ofSeconds(30));
    town.until(READY_BY.minus(Duration.ofHours(3)));
    town.fleet.dead.add(host(2));
    begun(town);
    town.fleet.boots.put(host(7), Duration.ofSeconds(30));
    town.until(WAKE);

    assertThat(reasons(town)).anyMatch(Reason.StandsIn.class::isInstance);
    assertThat(switchedOn(town))
        .extracting(issued -> issued.step().subject())
        .hasSize(3)
        .doesNotContain(host(7).toString());
  }

  @Test
  void whereEverybodyIsDueAnywayNobodyBeginsEarlierForOneThatIsLate() {
    Town town = Town.agreed(4);
    town.until(READY_BY.minus(Duration.ofHours(3)));
    town.fleet.boots.put(host(3), Duration.ofMinutes(1));
    town.fleet.dead.add(host(2));
    town.until(READY_BY);

    assertThat(switchedOn(town, host(3)).at()).isEqualTo(WAKE);
    assertThat(reasons(town)).noneMatch(Reason.StandsIn.class::isInstance);
    assertThat(town.events(WakeLate.class)).isNotEmpty();
  }

  @Test
  void afterAnOutageAtWakeTimeWhoWasDueFirstIsWokenFirst() {
    Town town = twoShifts();
    town.until(READY_BY.minus(Duration.ofHours(3)));
    town.now = READY_BY.plus(Duration.ofHours(5));
    town.fleet.effects.clear();
    town.until(town.now.plus(Duration.ofMinutes(30)));

    List<String> woken =
        town.fleet.effects.stream().filter(effect -> effect.startsWith("wake")).toList();
    assertThat(woken).hasSize(16);
    assertThat(woken.subList(0, 8)).allMatch(effect -> isEarly(effect));
    assertThat(town.fleet.awake()).isEqualTo(16);
  }

  /// Guests with odd numbers are due first.
  private static boolean isEarly(String effect) {
    for (int number = 1; number < 16; number += 2) {
      if (effect.endsWith(guest(number).value())) {
        return true;
      }
    }
    return false;
  }

  private static Town twoShifts() {
    Town town = new Town(8, Mode.ACTIVE);
    for (int number = 0; number < 16; number++) {
      town.fleet.labels.put(guest(number), Map.of("shift", number % 2 == 0 ? "late" : "early"));
    }
    agree(town, "rathaus", EARLY);
    agree(town, "late", LATE);
    return town.until(EVENING);
  }

  private static void agree(Town town, String name, String policy) {
    var agreement = AgreementId.of(TinyFleet.AHAUSEN, name);
    String digest = Document.of(policy.getBytes(StandardCharsets.UTF_8)).digest();
    Instant now = town.now;
    town.send(new ProposePolicy(agreement, policy, new ActorId("author"), now, Optional.empty()));
    town.send(new ApprovePolicy(agreement, digest, new ActorId("approver"), now));
  }

  private static List<ActionIssued> switchedOn(Town town) {
    return town.events(ActionIssued.class).stream()
        .filter(issued -> issued.step() instanceof Step.PowerOn)
        .toList();
  }

  private static ActionIssued switchedOn(Town town, MachineId host) {
    return switchedOn(town).stream()
        .filter(issued -> issued.step().subject().equals(host.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static WakeLate alarm(Town town, MachineId host) {
    return town.events(WakeLate.class).stream()
        .filter(late -> late.subject().equals(host.toString()))
        .findFirst()
        .orElseThrow();
  }

  private static int firstOn(Town town) {
    return town.fleet.effects.indexOf("on " + host(2));
  }

  /// Until the first are on their way; from then on those of the late shift are so quick that by
  /// themselves they would begin with the agreed wake.
  private static void begun(Town town) {
    while (switchedOn(town).isEmpty()) {
      town.until(town.now.plusSeconds(60));
    }
    for (int number = 4; number < 8; number++) {
      town.fleet.boots.put(host(number), Duration.ofMinutes(1));
    }
  }

  private static List<ActionIssued> wakes(Town town) {
    return town.events(ActionIssued.class).stream()
        .filter(issued -> issued.step() instanceof Step.Wake)
        .toList();
  }

  private static List<Reason> reasons(Town town) {
    return town.events(PlanDecided.class).stream()
        .flatMap(plan -> plan.hosts().stream())
        .map(HostAim::reason)
        .toList();
  }
}
