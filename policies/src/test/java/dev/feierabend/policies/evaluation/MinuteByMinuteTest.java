package dev.feierabend.policies.evaluation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Evaluation and transitions against the oracle over seven weeks, in zones whose clocks change by
/// an hour, by half an hour, near midnight, and by a whole day.
class MinuteByMinuteTest {
  private static final int POLICIES_A_PLACE = 20;
  private static final int DAYS = 52;

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
          new Place(8000, "Australia/Lord_Howe", "2026-10-04"),
          new Place(9000, "Europe/Berlin", "2028-02-29"));

  @TestFactory
  List<DynamicTest> everyMinuteOfEveryGeneratedPolicyIsAsTheOracleSays() {
    return PLACES.stream()
        .map(place -> DynamicTest.dynamicTest(place.toString(), () -> compare(place)))
        .toList();
  }

  private static void compare(Place place) {
    LocalDate around = LocalDate.parse(place.around());
    ZoneId zone = ZoneId.of(place.zone());
    var start = around.minusDays(DAYS / 2).atStartOfDay().toInstant(ZoneOffset.UTC);
    var comparing =
        new Comparing(LocalMinutes.of(zone, start, DAYS * 24 * 60), new OddHolidays(), 1, 31);
    for (int i = 0; i < POLICIES_A_PLACE; i++) {
      long seed = place.seed() + i;
      comparing.compare(new Generated(seed, 1).policy(zone, around), seed);
    }
    System.out.printf("%s: %d policies from that seed on%n", place, POLICIES_A_PLACE);
  }
}
