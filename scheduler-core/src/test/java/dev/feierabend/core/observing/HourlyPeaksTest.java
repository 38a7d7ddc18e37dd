package dev.feierabend.core.observing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What is kept of each hour, however it was recorded.
class HourlyPeaksTest {
  private static final long SEED = 20261128;
  private static final String MAIL = "deployment/office/mail";
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration A_PART = Duration.ofMinutes(20);

  private final HourlyPeaks peaks = new HourlyPeaks();

  @Test
  void anHourRecordedInPartsHasTheHighestOfThem() {
    record(NOON, A_PART, 1);
    record(NOON.plus(A_PART), A_PART, 3);
    record(NOON.plus(A_PART.multipliedBy(2)), A_PART, 2);

    assertThat(peaks.between(MAIL, NOON.minus(HOUR), NOON.plus(HOUR.multipliedBy(2))))
        .containsExactly(Double.NaN, 3, Double.NaN);
  }

  @Test
  void whatWasRecordedOfSeveralHoursCountsForEach() {
    record(NOON, HOUR.multipliedBy(3), 2);

    assertThat(peaks.between(MAIL, NOON, NOON.plus(HOUR.multipliedBy(3)))).containsExactly(2, 2, 2);
    assertThat(peaks.begin(MAIL, NOON.plus(HOUR))).contains(NOON);
    assertThat(peaks.begin(MAIL, NOON)).isEmpty();
    assertThat(peaks.end(MAIL)).contains(NOON.plus(HOUR.multipliedBy(3)));
  }

  @Test
  void anIntervalWithoutALengthTellsNothing() {
    record(NOON.plus(A_PART), Duration.ZERO, 2);

    assertThat(peaks.end(MAIL)).isEmpty();
  }

  @Test
  void whoHasGoneIsForgottenOnceOthersAreTwelveWeeksAndADayFurther() {
    record(NOON, HOUR, 2);
    var other = new Sample("deployment/office/web", 0, 1, 64, Optional.empty());
    Instant later = NOON.plus(HourlyPeaks.HELD);
    for (Instant from : List.of(later.minus(HOUR), later)) {
      assertThat(peaks.end(MAIL)).isPresent();
      peaks.on(
          new UtilisationRecorded(
              Owner.OPERATOR, new PoolId("web"), from, from.plus(HOUR), 1, List.of(other)));
    }

    assertThat(peaks.end(MAIL)).isEmpty();
    assertThat(peaks.remember().members()).containsOnlyKeys("deployment/office/web");
  }

  /// Against a map of hours; forwards with gaps, and now and then a little back.
  @Test
  void twelveWeeksAndADayAreKeptAndNoHourMoreWhateverComes() {
    System.out.printf("HourlyPeaksTest: seed %d%n", SEED);
    var random = new SplittableRandom(SEED);
    var plain = new TreeMap<Long, Float>();
    long hour = HourlyPeaks.hour(NOON);
    for (int i = 0; i < 20_000; i++) {
      hour += random.nextInt(50) == 0 ? random.nextInt(-30, 400) : random.nextInt(0, 3);
      float peak = Float.float16ToFloat(Float.floatToFloat16(random.nextFloat() * 64));
      record(Instant.ofEpochSecond(hour * 3600), HOUR, peak);
      if (plain.isEmpty() || hour > plain.lastKey() - HourlyPeaks.HELD.toHours()) {
        plain.merge(hour, peak, Math::max);
      }
      plain.headMap(plain.lastKey() - HourlyPeaks.HELD.toHours(), true).clear();
      if (i % 500 == 0) {
        assertKept(plain);
      }
    }
  }

  private void assertKept(TreeMap<Long, Float> plain) {
    long newest = plain.lastKey();
    long before = newest - HourlyPeaks.HELD.toHours() - 100;
    double[] kept =
        peaks.between(
            MAIL,
            Instant.ofEpochSecond(before * 3600),
            Instant.ofEpochSecond(newest * 3600 + 3600));
    for (int place = 0; place < kept.length; place++) {
      Double expected = (double) plain.getOrDefault(before + place, Float.NaN);
      assertThat(kept[place]).as("hour %d", before + place).isEqualTo(expected);
    }
    var recalled = new HourlyPeaks();
    recalled.recall(peaks.remember());
    assertThat(recalled).usingRecursiveComparison().isEqualTo(peaks);
  }

  private void record(Instant from, Duration length, double peak) {
    var sample = new Sample(MAIL, 0, peak, 64, Optional.empty());
    peaks.on(
        new UtilisationRecorded(
            Owner.OPERATOR, new PoolId("office"), from, from.plus(length), 1, List.of(sample)));
  }
}
