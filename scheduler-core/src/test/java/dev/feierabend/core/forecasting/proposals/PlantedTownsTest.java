package dev.feierabend.core.forecasting.proposals;

import static dev.feierabend.core.forecasting.proposals.FourWeeks.BERLIN;
import static dev.feierabend.core.forecasting.proposals.FourWeeks.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.forecasting.proposals.FourWeeks.Use;
import dev.feierabend.core.forecasting.proposals.Suggestion.Proposed;
import dev.feierabend.policies.evaluation.Verdict;
import java.time.DayOfWeek;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Generated towns: what was planted in their four weeks is found again.
class PlantedTownsTest {
  private static final int TOWNS = 100;

  /// When a town works, and in which night one of its members backs up the rest.
  private record Town(int opens, int closes, int backupNight, int backup, int backupHours) {
    static Town of(RandomGenerator random) {
      return new Town(
          random.nextInt(7, 10),
          random.nextInt(15, 20),
          random.nextInt(2, 6),
          random.nextInt(0, 3),
          random.nextInt(1, 3));
    }

    boolean isOpen(ZonedDateTime at) {
      return at.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
          && at.getHour() >= opens
          && at.getHour() < closes;
    }

    boolean isBackup(ZonedDateTime at) {
      return at.getDayOfWeek().getValue() == backupNight
          && at.getHour() >= backup
          && at.getHour() < backup + backupHours;
    }
  }

  @Test
  void plantedQuietHoursAndTheBackupNightAreFoundInEveryTown() {
    for (int seed = 0; seed < TOWNS; seed++) {
      var random = new SplittableRandom(seed);
      var town = Town.of(random);
      Proposed proposed = weeks(town, random).proposed();

      String which = "seed %d, %s: %s".formatted(seed, town, proposed.policy().document().text());
      assertThat(proposed.never())
          .as(which)
          .containsExactly(
              new Never(
                  new Window((town.backupNight - 1) * 24 + town.backup, town.backupHours), 4, 4));
      for (int hour = 0; hour < Weeks.HOURS; hour++) {
        ZonedDateTime at = MONDAY.plusWeeks(5).atTime(0, 10).atZone(BERLIN).plusHours(hour);
        assertThat(FourWeeks.NO_HOLIDAYS.at(proposed.policy(), at.toInstant()))
            .as("%s in %s", at, which)
            .isInstanceOf(
                town.isOpen(at) || town.isBackup(at) ? Verdict.Awake.class : Verdict.Asleep.class);
      }
    }
  }

  /// Ten members that work when it is open, each a little otherwise from hour to hour; one of them
  /// once in a night that is none of its; and a small one for the backup.
  private static FourWeeks weeks(Town town, RandomGenerator random) {
    var weeks =
        new FourWeeks()
            .with("backup", at -> Use.of((town.isBackup(at) ? 0.5 : 0.02) * noise(random)));
    for (int member = 0; member < 10; member++) {
      ZonedDateTime odd = MONDAY.atStartOfDay(BERLIN).plusHours(random.nextInt(28) * 24L + 22);
      weeks.with(
          "member-" + member,
          at -> {
            boolean works = town.isOpen(at) || at.equals(odd) && odd.getDayOfMonth() == 12;
            double cores = (works ? 2 : 0.2) * noise(random);
            return new Use(cores, cores * 1.2);
          });
    }
    return weeks;
  }

  private static double noise(RandomGenerator random) {
    return random.nextDouble(0.8, 1.2);
  }
}
