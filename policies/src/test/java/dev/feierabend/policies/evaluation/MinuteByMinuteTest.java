package dev.feierabend.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.evaluation.MinuteOracle.Told;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Evaluation and transitions against the oracle, in zones whose clocks change by an hour, by half
/// an hour, near midnight, and by a whole day.
class MinuteByMinuteTest {
  private static final int POLICIES_A_PLACE = 20;
  private static final int DAYS = 52;
  private static final int SETTLED = 16;

  private record Place(long seed, String zone, String around) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(1000, "Europe/Berlin", "2026-03-29"),
          new Place(2000, "Europe/Berlin", "2026-10-25"),
          new Place(3000, "Europe/Berlin", "2026-12-31"),
          new Place(4000, "America/St_Johns", "2026-03-08"),
          new Place(5000, "America/St_Johns", "2006-10-29"),
          new Place(6000, "Pacific/Apia", "2011-12-30"),
          new Place(7000, "Australia/Lord_Howe", "2026-04-05"),
          new Place(8000, "Australia/Lord_Howe", "2026-10-04"));

  @TestFactory
  List<DynamicTest> everyMinuteOfEveryGeneratedPolicyIsAsTheOracleSays() {
    return PLACES.stream()
        .map(place -> DynamicTest.dynamicTest(place.toString(), () -> compare(place)))
        .toList();
  }

  private static void compare(Place place) {
    LocalDate around = LocalDate.parse(place.around());
    for (int i = 0; i < POLICIES_A_PLACE; i++) {
      long seed = place.seed() + i;
      SchedulePolicy policy = new Generated(seed).policy(ZoneId.of(place.zone()), around);
      compare(policy, around, "seed " + seed + ", " + policy);
    }
    System.out.printf("%s: %d policies from that seed on%n", place, POLICIES_A_PLACE);
  }

  /// Every change is compared to the minute, and in between every half hour or so.
  private static void compare(SchedulePolicy policy, LocalDate around, String name) {
    Instant start = around.minusDays(DAYS / 2).atStartOfDay().toInstant(ZoneOffset.UTC);
    var oracle = new MinuteOracle(policy, start, DAYS);
    var changes = new ArrayList<Map.Entry<Instant, Told>>();
    int first = SETTLED * 24 * 60;
    int last = (DAYS - SETTLED) * 24 * 60;
    Told before = oracle.verdict(first - 1);
    for (int minute = first; minute <= last; minute++) {
      Told expected = oracle.verdict(minute);
      boolean change = !expected.equals(before);
      if (change) {
        changes.add(Map.entry(oracle.at(minute), expected));
      }
      if (change || minute % 31 == 0) {
        assertThat(told(Evaluation.at(policy, oracle.at(minute))))
            .as("%s at %s", name, oracle.at(minute))
            .isEqualTo(expected);
      }
      before = expected;
    }
    assertThat(Transitions.between(policy, oracle.at(first - 1), oracle.at(last)))
        .as(name)
        .extracting(t -> Map.entry(t.at(), told(t.verdict())))
        .isEqualTo(changes);
  }

  private static Told told(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Asleep(_, var since, var wakeAt, var readyBy) ->
          Told.of("Asleep", since, wakeAt, readyBy);
      case Verdict.Awake(Because.WakingUp(var readyBy)) -> Told.of("WakingUp", readyBy);
      case Verdict.Awake(Because.StaysAwake(var date)) -> Told.of("StaysAwake", date);
      case Verdict.Awake(var because) -> Told.of(because.getClass().getSimpleName());
    };
  }
}
