package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.AHAUSEN;
import static dev.feierabend.core.acting.TinyFleet.host;
import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.READY_BY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.observing.ObservingEvent.HostQuarantined;
import dev.feierabend.core.observing.ObservingEvent.HostReleased;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Hosts on which something is in the way, and how many go at once.
class HinderedHostsTest {
  private static final String BUDGET = "office/mail-1 has waited 45 min: the budget needs 1";
  private static final String DAEMON = "it has no serving pod of DaemonSet kube-system/proxy";

  @Test
  void aDrainThatNothingMovesEndsAtItsDeadlineWithWhatIsInTheWayAndTheHostServesAgain() {
    Town town = Town.agreed(4);
    town.fleet.occupied.add(host(3));
    town.fleet.hindered.put(host(3), BUDGET);

    town.until(EVENING.plus(Duration.ofMinutes(55)));

    assertThat(town.events(ActionTimedOut.class))
        .filteredOn(event -> event.action().value().startsWith("drain/" + host(3)))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.observed()).endsWith("; " + BUDGET);
          assertThat(event.at()).isAfterOrEqualTo(EVENING.plus(Duration.ofMinutes(45)));
        });
    assertThat(reason(town, host(3)))
        .isInstanceOfSatisfying(
            Reason.HeldBack.class, held -> assertThat(held.because()).contains(BUDGET));
    town.fleet.hindered.clear();
    town.until(EVENING.plus(Duration.ofMinutes(60)));
    assertThat(town.fleet.effects).contains("admit " + host(3));
    assertThat(town.fleet.effects).doesNotContain("off " + host(3));
  }

  /// What leaves one would else be given to another, and have to leave that, too.
  @Test
  void noneIsEmptiedBeforeAllThatGoAreCordoned() {
    Town town = Town.agreed(4);
    town.fleet.occupied.add(host(2));
    int sleeps = 8;
    town.fleet.before = () -> town.storeOut = town.fleet.effects.size() == sleeps;
    town.until(EVENING.plus(Duration.ofMinutes(1)));
    assertThat(town.fleet.effects).endsWith("cordon " + host(2)).hasSize(sleeps + 1);

    town.storeOut = false;
    town.until(EVENING.plus(Duration.ofMinutes(2)));

    assertThat(town.fleet.effects)
        .containsSubsequence("cordon " + host(2), "cordon " + host(3), "drain " + host(2));
  }

  @Test
  void aHostThatIsUpButCannotServeIsReportedOnceAndNotTrustedUntilItDoes() {
    Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
    MachineId off = town.memory.plans().standing().orElseThrow().hostsOff().iterator().next();
    town.fleet.hindered.put(off, DAEMON);

    town.until(READY_BY.plus(Duration.ofMinutes(30)));

    assertThat(town.events(HostQuarantined.class))
        .singleElement()
        .satisfies(event -> {
          assertThat(event.host()).isEqualTo(off);
          assertThat(event.because()).startsWith("does not serve: ").endsWith(DAEMON);
        });
    assertThat(town.events(WakeLate.class))
        .filteredOn(event -> event.subject().equals(off.toString()))
        .hasSize(1);
    assertThat(town.fleet.awake()).isEqualTo(8);

    town.fleet.hindered.clear();
    town.until(READY_BY.plus(Duration.ofMinutes(35)));
    assertThat(town.events(HostReleased.class)).extracting(HostReleased::host).containsExactly(off);
  }

  /// Many take longer than others' wakes can wait, and none of the others' outcome is in doubt.
  @Test
  void aControllerThatTakesItsTimeIsNothingToReport() {
    Town town = Town.agreed(4);
    town.fleet.slow.add(host(3));

    town.until(READY_BY);

    assertThat(town.fleet.effects).contains("off " + host(3), "on " + host(3));
    assertThat(town.events(OutcomeUnknown.class)).isEmpty();
    assertThat(town.events(ActionCompleted.class))
        .extracting(event -> event.action().value().substring(0, 12))
        .contains("power-off/00", "power-on/000");
  }

  /// A scheduler may have placed it a moment before the cordon was seen.
  @Test
  void aHostThatWasGivenSomethingAtTheLastMomentIsEmptiedAgainAndGoes() {
    Town town = Town.agreed(4);
    town.fleet.late.add(host(3));

    town.until(EVENING.plus(Duration.ofMinutes(10)));

    assertThat(town.events(ActionRefused.class))
        .singleElement()
        .satisfies(event -> assertThat(event.because()).isEqualTo("not yet: something came"));
    assertThat(town.fleet.effects)
        .containsSubsequence("drain " + host(3), "off " + host(3))
        .containsOnlyOnce("off " + host(3));
  }

  @Test
  void noMoreHostsOfAPoolGoWithinAnHourThanItsPaceAllows() {
    Town town = Town.agreed(6);
    town.pace = paced(1);
    town.start();

    town.until(EVENING.plus(Duration.ofMinutes(59)));
    assertThat(cordons(town)).isEqualTo(1);

    town.until(EVENING.plus(Duration.ofMinutes(119)));
    assertThat(cordons(town)).isEqualTo(2);
    assertThat(town.fleet.awake()).as("guests of %s", AHAUSEN).isZero();
  }

  @Test
  void aPaceOutlivesARestartAndHoldsNobodyBackInTheMorning() {
    Town town = Town.agreed(6);
    town.pace = paced(2);
    town.start();
    town.until(EVENING.plus(Duration.ofMinutes(30)));
    town.start();

    town.until(EVENING.plus(Duration.ofMinutes(58)));
    assertThat(cordons(town)).isEqualTo(2);

    town.until(READY_BY);
    assertThat(town.fleet.on()).isEqualTo(6);
  }

  private static Pace paced(int hosts) {
    var paces = new TreeMap<>(Pace.FREE.hostsPerHour());
    paces.put(TinyFleet.HOSTS, hosts);
    return new Pace(paces);
  }

  private static long cordons(Town town) {
    return Set.copyOf(town.fleet.effects).stream().filter(it -> it.startsWith("cordon ")).count();
  }

  private static Reason reason(Town town, MachineId host) {
    return town.memory.plans().standing().orElseThrow().aimOf(host).orElseThrow().reason();
  }
}
