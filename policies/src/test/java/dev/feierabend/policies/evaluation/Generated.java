package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.language.Asleep;
import dev.feierabend.policies.language.Clauses;
import dev.feierabend.policies.language.DateException;
import dev.feierabend.policies.language.DateException.Sleeps;
import dev.feierabend.policies.language.DateException.StaysAwake;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Floor;
import dev.feierabend.policies.language.ReadyBy;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.Selector;
import dev.feierabend.policies.language.Validity;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// Policies drawn by a seed, with many edges near the days on which clocks change.
final class Generated {
  private final Random random;
  private final int grid;

  /// All times are multiples of `grid` minutes.
  Generated(long seed, int grid) {
    this.random = new Random(seed);
    this.grid = grid;
  }

  SchedulePolicy policy(ZoneId zone, LocalDate around) {
    return new SchedulePolicy(
        "generated",
        List.of(new TenantId("t")),
        Selector.ALL,
        zone,
        asleep(around),
        validity(around),
        ReadyBy.leading(Duration.ofMinutes(List.of(0, 1, 30, 45, 120, 600).get(random.nextInt(6)))),
        Floor.USUAL,
        Clauses.USUAL,
        new Document("", ""));
  }

  private Asleep asleep(LocalDate around) {
    var windows = new GeneratedWindows(random, around, grid);
    return new Asleep(
        windows.some(7, windows::asleep),
        random.nextBoolean() ? List.of() : windows.some(4, windows::never),
        random.nextBoolean() ? List.of() : exceptions(around, windows),
        Optional.of(windows.holidays()));
  }

  private List<DateException> exceptions(LocalDate around, GeneratedWindows windows) {
    var exceptions = new ArrayList<DateException>();
    for (int day = -6; day <= 6; day++) {
      LocalDate date = around.plusDays(day);
      switch (random.nextInt(6)) {
        case 0 -> exceptions.add(new StaysAwake(date));
        case 1 -> exceptions.add(new Sleeps(date, windows.time(), windows.time()));
        case 2 -> exceptions.add(new Sleeps(date, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT));
        default -> {}
      }
    }
    return exceptions;
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
