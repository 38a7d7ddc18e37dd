package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.language.Asleep;
import dev.feierabend.policies.language.Clauses;
import dev.feierabend.policies.language.DateException;
import dev.feierabend.policies.language.DateException.Sleeps;
import dev.feierabend.policies.language.DateException.StaysAwake;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.Selector;
import dev.feierabend.policies.language.Validity;
import dev.feierabend.policies.language.WeekTime;
import dev.feierabend.policies.language.WeeklyInterval;
import dev.feierabend.policies.terms.TenantId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// Policies drawn by a seed, with many edges near the days on which clocks change.
final class Generated {
  private final Random random;

  Generated(long seed) {
    this.random = new Random(seed);
  }

  SchedulePolicy policy(ZoneId zone, LocalDate around) {
    return new SchedulePolicy(
        "generated",
        List.of(new TenantId("t")),
        new Selector(new TreeSet<>(), new TreeMap<>()),
        zone,
        new Asleep(weekly(), exceptions(around)),
        validity(around),
        Duration.ofMinutes(List.of(0, 1, 30, 45, 120, 600).get(random.nextInt(6))),
        0,
        Clauses.USUAL,
        new Document("", ""));
  }

  /// Disjoint intervals, adjoining ones among them; the last may run over the week's end.
  private List<WeeklyInterval> weekly() {
    var cuts = new TreeSet<Integer>();
    int wanted = random.nextInt(9);
    while (cuts.size() < wanted) {
      cuts.add(random.nextInt(3) == 0 ? nightly() : random.nextInt(7 * 24 * 60));
    }
    var ordered = new ArrayList<>(cuts);
    var intervals = new ArrayList<WeeklyInterval>();
    int stretches = ordered.size() < 2 ? 0 : ordered.size();
    for (int i = 0; i < stretches; i++) {
      boolean lastAndAllAsleep = i == stretches - 1 && intervals.size() == i;
      if (random.nextInt(3) > 0 && !lastAndAllAsleep) {
        int to = ordered.get((i + 1) % ordered.size());
        intervals.add(new WeeklyInterval(time(ordered.get(i)), time(to), i + 1));
      }
    }
    return intervals;
  }

  private int nightly() {
    return random.nextInt(7) * 24 * 60 + random.nextInt(16) * 15;
  }

  private static WeekTime time(int minute) {
    return new WeekTime(
        DayOfWeek.of(minute / (24 * 60) + 1), LocalTime.ofSecondOfDay(minute % (24 * 60) * 60L));
  }

  private List<DateException> exceptions(LocalDate around) {
    var exceptions = new ArrayList<DateException>();
    for (int day = -6; day <= 6; day++) {
      LocalDate date = around.plusDays(day);
      switch (random.nextInt(6)) {
        case 0 -> exceptions.add(new StaysAwake(date));
        case 1 -> exceptions.add(new Sleeps(date, anyTime(), anyTime()));
        case 2 -> exceptions.add(new Sleeps(date, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        default -> {}
      }
    }
    return exceptions;
  }

  private LocalTime anyTime() {
    return LocalTime.of(random.nextInt(random.nextBoolean() ? 5 : 24), random.nextInt(4) * 15);
  }

  private Validity validity(LocalDate around) {
    return new Validity(
        random.nextInt(4) == 0
            ? Optional.of(around.minusDays(random.nextInt(9)))
            : Optional.empty(),
        random.nextInt(4) == 0
            ? Optional.of(around.plusDays(random.nextInt(9)))
            : Optional.empty());
  }
}
