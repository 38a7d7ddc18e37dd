package dev.feierabend.policies.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Evaluation and transitions against the oracle in every zone of the database, over every change
/// of its clocks from 2024 to 2032. Each build draws a sample. The campaign of a million policies,
/// every change of every zone among them:
///
/// `./mvnw test -pl policies -am -Dtest=EveryZoneTest -Dsurefire.failIfNoSpecifiedTests=false
/// -Dtest.tiers=4 -Dcases=1000000 -Dseed=1`
///
/// Of three days the oracle tells every minute of one policy in 20, and of the others, whose times
/// are quarters of an hour, those at which something can change. The verdict is asked for at each
/// change and at some minutes in between; the list of transitions is compared whole.
class EveryZoneTest {
  private static final int SAMPLE = 1_000;
  private static final int DAYS = 5;
  private static final int FULL = 20;
  private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2033-01-01T00:00:00Z");

  private final int cases = Integer.getInteger("cases", SAMPLE);
  private final long seed = Long.getLong("seed", 20261124);

  private record Place(ZoneId zone, LocalDate around) {}

  @Test
  void everyZoneOverEveryChangeIsAsTheOracleSays() {
    List<Place> places = places();
    assertThat(places).hasSizeGreaterThan(3_000);
    var drawn = new Random(seed).ints(Math.min(cases, places.size()), 0, places.size()).toArray();
    var compared = new AtomicInteger();
    IntStream.range(0, Math.min(cases, places.size()))
        .parallel()
        .forEach(i -> {
          int share = cases / drawn.length + (i < cases % drawn.length ? 1 : 0);
          compare(places.get(cases < places.size() ? drawn[i] : i), i * 1_000_003L + seed, share);
          compared.addAndGet(share);
        });
    assertThat(compared.get()).isEqualTo(cases);
    System.out.printf(
        "seed %d: %d policies, %d places in the zone data, 0 differences%n",
        seed, compared.get(), places.size());
  }

  private static void compare(Place place, long seed, int policies) {
    Instant start = place.around().minusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
    var local = LocalMinutes.of(place.zone(), start, DAYS * 24 * 60);
    var calendar = new OddHolidays();
    for (int i = 0; i < policies; i++) {
      int grid = (seed + i) % FULL == 0 ? 1 : 15;
      SchedulePolicy policy = new Generated(seed + i, grid).policy(place.zone(), place.around());
      new Comparing(local, calendar, grid, 50).compare(policy, seed + i);
    }
  }

  /// Each change of each zone; of a zone without any, an ordinary day.
  private static List<Place> places() {
    var places = new ArrayList<Place>();
    for (String id : ZoneId.getAvailableZoneIds().stream().sorted().toList()) {
      ZoneId zone = ZoneId.of(id);
      ZoneOffsetTransition change = zone.getRules().nextTransition(FROM);
      if (change == null || change.getInstant().isAfter(TO)) {
        places.add(new Place(zone, LocalDate.of(2028, 2, 29)));
      }
      while (change != null && change.getInstant().isBefore(TO)) {
        places.add(new Place(zone, change.getDateTimeBefore().toLocalDate()));
        change = zone.getRules().nextTransition(change.getInstant());
      }
    }
    return places;
  }
}
