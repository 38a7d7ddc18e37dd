package dev.feierabend.core.archiving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.HourlyPeaks;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.observing.UtilisationHistory;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which utilisation may leave the store.
class LoadsTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final PoolId OFFICE = new PoolId("office");

  /// A gap is charged to the day on which it ends, and begins where what came before it ended.
  @Test
  void whatIsToldStaysTheSameWhereverAGapLies() {
    for (int gap = 1; gap < 12; gap++) {
      for (int after = 0; after < 22; after++) {
        var all = new ArrayList<UtilisationRecorded>();
        all.addAll(days(0, 5));
        all.addAll(days(5 + gap, after + 1));

        assertThat(told(staying(all)))
            .as("%d days after %d without", after, gap)
            .isEqualTo(told(all));
      }
    }
  }

  @Test
  void whatLiesFarBackLeaves() {
    assertThat(staying(days(0, 120))).hasSizeLessThan(90);
  }

  @Test
  void whatForecastsAreMadeFromStays() {
    List<UtilisationRecorded> all = days(0, 120);

    assertThat(hourly(staying(all))).isEqualTo(hourly(all));
  }

  private static List<UtilisationRecorded> staying(List<UtilisationRecorded> all) {
    var loads = new Loads();
    for (int commit = 0; commit < all.size(); commit++) {
      loads.take(commit, all.get(commit));
    }
    var staying = new ArrayList<UtilisationRecorded>();
    for (int commit = 0; commit < all.size(); commit++) {
      if (!loads.leaves(commit, all.get(commit))) {
        staying.add(all.get(commit));
      }
    }
    return staying;
  }

  private static UtilisationHistory.Peaks told(List<UtilisationRecorded> events) {
    var history = new UtilisationHistory();
    events.forEach(history::on);
    return history.remember();
  }

  private static HourlyPeaks.Kept hourly(List<UtilisationRecorded> events) {
    var hourly = new HourlyPeaks();
    events.forEach(hourly::on);
    return hourly.remember();
  }

  private static List<UtilisationRecorded> days(int first, int count) {
    var events = new ArrayList<UtilisationRecorded>();
    for (int day = first; day < first + count; day++) {
      Instant from = MONDAY.plus(Duration.ofDays(day));
      var sample = new Sample("deployment/office/mail", 0.2, 0.5 + day % 8, 64, Optional.empty());
      events.add(
          new UtilisationRecorded(
              Owner.OPERATOR, OFFICE, from, from.plus(Duration.ofDays(1)), 1, List.of(sample)));
    }
    return events;
  }
}
