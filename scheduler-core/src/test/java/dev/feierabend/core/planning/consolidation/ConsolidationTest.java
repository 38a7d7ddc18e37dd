package dev.feierabend.core.planning.consolidation;

import static dev.feierabend.core.planning.consolidation.GeneratedFleet.guest;
import static dev.feierabend.core.planning.consolidation.GeneratedFleet.machine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.consolidation.Conditions.Moving;
import dev.feierabend.core.planning.consolidation.Conditions.Resting;
import dev.feierabend.core.planning.consolidation.Conditions.Safety;
import dev.feierabend.policies.terms.PowerCurve;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Four equal hosts of ten cores on a night, and what changes on it.
final class ConsolidationTest {
  private static final Instant AT = GeneratedFleet.AT;
  private static final Instant UNTIL = AT.plus(Duration.ofHours(9));
  private static final Resting RESTING = new Resting(Duration.ofMinutes(30), Duration.ofDays(30));

  private List<Host> hosts = IntStream.range(0, 4).mapToObj(i -> host(i, new Host.On())).toList();
  private List<Guest> guests = IntStream.range(0, 4).mapToObj(i -> at(i, i, 4)).toList();
  private final List<Rule> rules = new ArrayList<>();
  private Conditions conditions = until(UNTIL);

  private static Conditions until(Instant end) {
    return new Conditions(AT, end, new Safety(1, 0), new Moving(9, 9, 1), RESTING, 1_000);
  }

  private static Host host(int number, Host.State state) {
    return new Host(
        machine(number),
        "north",
        Sizes.of(10, 1000),
        Optional.of(PowerCurve.between(100, 200)),
        new Host.Switching(5, Duration.ofMinutes(5), 150),
        state);
  }

  private static Guest at(int number, int home, double cores) {
    return new Guest(guest(number), Sizes.of(cores, 100), Optional.of(machine(home)));
  }

  private Plan plan() {
    var task = new Task(hosts, guests, rules, conditions);
    return switch (Consolidation.plan(task)) {
      case Outcome.Planned(var plan) -> {
        assertThat(Checker.wrong(task, plan)).isEmpty();
        yield plan;
      }
      case Outcome.Refused(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private List<Fault> faults() {
    return switch (Consolidation.plan(new Task(hosts, guests, rules, conditions))) {
      case Outcome.Planned(var plan) -> throw new AssertionError(plan.toString());
      case Outcome.Refused(var found) -> found;
    };
  }

  private static List<HostReason> reasons(Plan plan) {
    return plan.hosts().stream().map(Plan.HostAim::reason).toList();
  }

  private static TreeSet<GuestId> these(Integer... numbers) {
    var all = new TreeSet<GuestId>();
    Arrays.stream(numbers).forEach(it -> all.add(guest(it)));
    return all;
  }

  @Test
  void twoOfFourGoAndSayWhereTheirGuestsFit() {
    Plan plan = plan();

    assertThat(plan.figures().hostsOn()).isEqualTo(2);
    assertThat(plan.bound().hosts()).isEqualTo(2);
    assertThat(reasons(plan))
        .filteredOn(HostReason.Vacated.class::isInstance)
        .hasSize(2)
        .allSatisfy(it -> {
          var vacated = (HostReason.Vacated) it;
          assertThat(vacated.guests()).isEqualTo(1);
          assertThat(vacated.until()).isEqualTo(UNTIL);
          assertThat(vacated.spare()).isBetween(0.19, 0.21);
        });
    assertThat(plan.moves())
        .hasSize(2)
        .allMatch(move -> move.reason() instanceof MoveReason.Vacates);
  }

  @Test
  void oneMoreStaysWhereOneMayBeLost() {
    conditions = new Conditions(AT, UNTIL, new Safety(1, 1), new Moving(9, 9, 1), RESTING, 1_000);

    assertThat(plan().figures().hostsOn()).isEqualTo(3);
    assertThat(plan().bound().hosts()).isEqualTo(3);
    assertThat(reasons(plan())).contains(new HostReason.Reserve(1));
  }

  @Test
  void nobodyGoesForLessThanItsOffTimeNorForLessThanItCosts() {
    conditions = until(AT.plus(Duration.ofMinutes(29)));
    assertThat(reasons(plan()))
        .containsOnly(new HostReason.OffTime(Duration.ofMinutes(29), Duration.ofMinutes(30)));

    conditions =
        new Conditions(AT, UNTIL, new Safety(1, 0), new Moving(9, 9, 50_000), RESTING, 1_000);
    assertThat(reasons(plan())).containsOnly(new HostReason.WouldNotPayBack());
    assertThat(plan().moves()).isEmpty();
  }

  @Test
  void limitsOfMovesAndTheEndOfTheBudgetAreSaid() {
    conditions = new Conditions(AT, UNTIL, new Safety(1, 0), new Moving(9, 1, 1), RESTING, 1_000);
    assertThat(plan().figures().hostsOn()).isEqualTo(3);
    assertThat(reasons(plan())).anyMatch(HostReason.MoveLimit.class::isInstance);

    conditions = new Conditions(AT, UNTIL, new Safety(1, 0), new Moving(9, 9, 1), RESTING, 1);
    assertThat(plan().exhausted()).isTrue();
    assertThat(plan().figures().hostsOn()).isEqualTo(3);
    assertThat(reasons(plan())).contains(new HostReason.NotLookedAt());
  }

  @Test
  void pinnedGuestsAndKeptHostsHoldTheirHosts() {
    var pinned =
        new Guest(guest(0), Sizes.of(4, 100), Optional.of(machine(0)), true, new TreeSet<>());
    guests = List.of(pinned, guests.get(1));
    hosts = List.of(hosts.get(0), hosts.get(1), host(2, new Host.Kept("backup")));

    assertThat(reasons(plan()))
        .startsWith(new HostReason.Pinned(guest(0)))
        .endsWith(new HostReason.Kept("backup"));
    assertThat(plan().figures().hostsOn()).isEqualTo(2);
  }

  @Test
  void whoIsOffStaysOffUntilItIsNeededAndAnOverloadIsCuredByOneSmallGuest() {
    hosts = List.of(hosts.get(0), host(1, new Host.Off(AT.minus(Duration.ofDays(1)))));
    guests = List.of(at(0, 0, 4), at(1, 0, 4), at(2, 0, 1));
    assertThat(plan().figures().hostsOn()).isEqualTo(1);
    assertThat(reasons(plan())).contains(new HostReason.Unneeded(UNTIL));

    guests = List.of(at(0, 0, 5), at(1, 0, 4), at(2, 0, 2));
    assertThat(plan().figures().hostsOn()).isEqualTo(2);
    assertThat(plan().moves())
        .containsExactly(
            new Plan.Move(
                guest(2),
                Optional.of(machine(0)),
                machine(1),
                new MoveReason.Relieves(machine(0))));
  }

  @Test
  void whoHasBeenOffForAMonthIsSwitchedOnTheLongestFirst() {
    Instant long_ago = AT.minus(Duration.ofDays(40));
    hosts =
        List.of(
            hosts.get(0),
            host(1, new Host.Off(AT.minus(Duration.ofDays(31)))),
            host(2, new Host.Off(long_ago)));
    guests = List.of(at(0, 0, 4));

    assertThat(reasons(plan())).endsWith(new HostReason.Rotated(long_ago));
    assertThat(plan().figures().hostsOn()).isEqualTo(1);
  }

  @Test
  void demandAboveAllCapacityLeavesEverythingOn() {
    guests = IntStream.range(0, 6).mapToObj(i -> at(i, i % 4, 8)).toList();

    assertThat(plan().figures().hostsOn()).isEqualTo(4);
    assertThat(reasons(plan())).containsOnly(new HostReason.EverythingOn());
    assertThat(plan().alarms()).contains(new Alarm.DemandAboveCapacity("cores", 48, 40));
  }

  @Test
  void aGuestLargerThanAnyHostIsNamedAndTheOthersArePlanned() {
    guests = List.of(at(0, 0, 11), at(1, 1, 4), at(2, 2, 4));

    assertThat(plan().alarms()).containsExactly(new Alarm.TooLarge(guest(0)));
    assertThat(reasons(plan())).startsWith(new HostReason.Needed(guest(0)));
    assertThat(plan().figures().hostsOn()).isEqualTo(2);
  }

  @Test
  void aHostWithoutACurveStaysOnAndIsNamed() {
    Host bare =
        new Host(
            machine(9),
            "north",
            Sizes.of(10, 1000),
            Optional.empty(),
            new Host.Switching(5, Duration.ZERO, 0),
            new Host.On());
    hosts = List.of(hosts.get(0), hosts.get(1), hosts.get(2), hosts.get(3), bare);

    assertThat(plan().alarms()).containsExactly(new Alarm.WithoutCurve(machine(9)));
    assertThat(reasons(plan())).endsWith(new HostReason.NoCurve());
  }

  @Test
  void theSmallestSetOfRulesThatContradictIsNamed() {
    rules.add(new Rule.Together("a-long-way", these(0, 1)));
    rules.add(new Rule.Together("further", these(1, 2)));
    rules.add(new Rule.Together("short", these(0, 2)));
    rules.add(new Rule.Apart("apart", these(0, 2, 3), Rule.Within.HOST));

    assertThat(faults())
        .containsExactly(new Fault.Contradiction(List.of("apart", "short"), these(0, 2)));
  }

  @Test
  void guestsThatGoTogetherMoveTogetherAndThoseApartStayApart() {
    rules.add(new Rule.Together("pair", these(0, 1)));
    rules.add(new Rule.Apart("replicas", these(2, 3), Rule.Within.HOST));

    assertThat(plan().alarms()).isEmpty();
    assertThat(plan().figures().hostsOn()).isEqualTo(3);
  }

  @Test
  void whatIsNoSizeTwiceOrUnknownIsToldAtOnce() {
    hosts = List.of(hosts.get(0), hosts.get(0));
    guests =
        List.of(
            at(0, 0, Double.NaN),
            at(1, 0, -1),
            at(2, 7, 1),
            at(2, 0, 1),
            new Guest(guest(3), Sizes.of(1, 1), Optional.empty(), true, new TreeSet<>()));
    rules.add(new Rule.Apart("ghosts", these(1, 8), Rule.Within.HOST));

    assertThat(faults())
        .containsExactlyInAnyOrder(
            new Fault.TwiceAHost(machine(0)),
            new Fault.NoSize("guest/0#0", "cores", Double.NaN),
            new Fault.NoSize("guest/1#0", "cores", -1),
            new Fault.TwiceAGuest(guest(2)),
            new Fault.UnknownHome(guest(2), machine(7)),
            new Fault.PinnedNowhere(guest(3)),
            new Fault.UnknownMember("ghosts", guest(8)));
  }

  @Test
  void aPlanThatWasCarriedOutIsPlannedAgainWithoutAChange() {
    Plan first = plan();
    guests =
        guests.stream()
            .map(guest ->
                first.moves().stream()
                    .filter(move -> move.guest().equals(guest.id()))
                    .map(move -> new Guest(guest.id(), guest.peak(), Optional.of(move.to())))
                    .findFirst()
                    .orElse(guest))
            .toList();
    hosts =
        IntStream.range(0, 4)
            .mapToObj(i -> host(i, first.hosts().get(i).on() ? new Host.On() : new Host.Off(AT)))
            .toList();

    assertThat(plan().moves()).isEmpty();
    assertThat(plan().figures().hostsOn()).isEqualTo(2);
  }
}
