package dev.feierabend.core.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// When forecasts are made, and of what.
class ProspectsTest {
  private static final int WEEK = 168;
  private static final int DAY = 24;
  private static final int TODAY = 10 * WEEK;
  private static final Instant MIDNIGHT = GeneratedTown.at(TODAY);

  private final Random random = new Random(20261128);
  private final GeneratedTown town = GeneratedTown.of(12, random);
  private final RecordedTown pool = new RecordedTown(Map.of("mail", town)).record(0, TODAY);
  private final Prospects prospects = new Prospects(pool.hourly);

  @Test
  void whatIsToldIsTheForecastOfWhatWasRecordedBeforeTheDay() {
    pool.record(TODAY, TODAY + 9);
    assertThat(look(prospects, MIDNIGHT.plus(Duration.ofHours(9)))).isEqualTo(1);

    // Ring numbers are of half precision, and a week told by UTC.
    double[] halves = town.first(TODAY).peaks();
    for (int hour = 0; hour < halves.length; hour++) {
      halves[hour] = Float.float16ToFloat(Float.floatToFloat16((float) halves[hour]));
    }
    Forecast forecast =
        Forecaster.of(
            HourlyLoad.of(GeneratedTown.FIRST, halves),
            WeekHours.between(MIDNIGHT, MIDNIGHT, _ -> 0));
    Instant night = MIDNIGHT.plus(Duration.ofHours(20));
    assertThat(mail(prospects).highest(night, night.plus(Duration.ofHours(9))).orElseThrow())
        .isEqualTo(
            forecast.highest(night, night.plus(Duration.ofHours(9))).orElseThrow().floatValue());
    assertThat(mail(prospects).verdict()).isEqualTo(forecast.verdict());
  }

  @Test
  void oneIsMadeADayHoweverOftenAnybodyLooks() {
    assertThat(look(prospects, MIDNIGHT)).isEqualTo(1);
    for (int hour = TODAY; hour < TODAY + DAY; hour++) {
      pool.record(hour, hour + 1);
      assertThat(look(prospects, GeneratedTown.at(hour).plusSeconds(3599))).isZero();
    }
    assertThat(look(prospects, MIDNIGHT.plus(Duration.ofDays(1)))).isEqualTo(1);
  }

  @Test
  void whoeverMakesItWheneverInTheDayMakesTheSame() {
    look(prospects, MIDNIGHT.plusSeconds(60));
    pool.record(TODAY, TODAY + 20);
    var restarted = new Prospects(pool.hourly);
    Instant evening = MIDNIGHT.plus(Duration.ofHours(20));
    look(restarted, evening);

    Instant morning = evening.plus(Duration.ofHours(10));
    assertThat(mail(restarted).highest(evening, morning))
        .isPresent()
        .isEqualTo(mail(prospects).highest(evening, morning));
  }

  /// Else every hour of the day would cost one of the past.
  @Test
  void soItIsOnceMoreIsRecordedThanIsKept() {
    int today = 13 * WEEK;
    Instant midnight = GeneratedTown.at(today);
    var full = new RecordedTown(Map.of("mail", GeneratedTown.of(14, random))).record(0, today);
    var atOnce = new Prospects(full.hourly);
    look(atOnce, midnight.plusSeconds(60));
    full.record(today, today + 23);
    var late = new Prospects(full.hourly);
    look(late, midnight.plus(Duration.ofHours(23)));

    Instant until = midnight.plus(Duration.ofDays(2));
    for (Instant at = midnight; at.isBefore(until); at = at.plus(Duration.ofHours(1))) {
      assertThat(mail(late).highest(at, at.plus(Duration.ofHours(1))))
          .isPresent()
          .isEqualTo(mail(atOnce).highest(at, at.plus(Duration.ofHours(1))));
    }
  }

  /// While a Prometheus is asked for eight weeks, hour by hour.
  @Test
  void onDayOneItIsMadeAnewUntilThePastIsThere() {
    var young = new RecordedTown(Map.of("mail", town));
    var made = new Prospects(young.hourly);
    Instant now = MIDNIGHT.plus(Duration.ofHours(10));
    assertThat(look(made, now)).isZero();

    young.record(0, WEEK);
    assertThat(look(made, now)).isEqualTo(1);
    assertThat(mail(made).verdict()).isInstanceOf(Verdict.TooLittle.class);
    young.record(WEEK, TODAY + 10);
    assertThat(look(made, now)).isEqualTo(1);
    look(prospects, now);
    assertThat(mail(made).verdict()).isEqualTo(mail(prospects).verdict());
    assertThat(look(made, now)).isZero();
  }

  @Test
  void ofManyAFewAreMadeAtALookAndNobodyIsForgotten() {
    var towns = new TreeMap<String, GeneratedTown>();
    IntStream.range(0, 7).forEach(i -> towns.put("guest-" + i, town));
    var many = new RecordedTown(towns).record(0, 4 * WEEK);
    var few = new Prospects(many.hourly);
    Instant at = GeneratedTown.at(4 * WEEK);

    var made =
        IntStream.range(0, 4)
            .map(_ -> few.look(many.consumers(), RecordedTown.weeks(at), 3, at))
            .boxed()
            .toList();

    assertThat(made).isEqualTo(List.of(3, 3, 1, 0));
    assertThat(many.consumers()).allMatch(it -> few.of(it.workload()).isPresent());
  }

  @Test
  void aNewcomerBorrowsTheWeekOfItsPool() {
    var towns = new TreeMap<String, GeneratedTown>();
    IntStream.range(0, 9).forEach(i -> towns.put("old-" + i, GeneratedTown.of(10, random)));
    towns.put("new", GeneratedTown.of(10, random).drifting(0, Double.NaN));
    var mixed = new RecordedTown(towns).record(0, TODAY - 4 * DAY);
    towns.put("new", GeneratedTown.of(10, random));
    mixed.record(TODAY - 4 * DAY, TODAY);
    var all = new Prospects(mixed.hourly);

    var newcomer = RecordedTown.consumer("new");
    all.look(newcomer, mixed.consumers(), RecordedTown.weeks(MIDNIGHT), MIDNIGHT);

    assertThat(all.of(newcomer.workload()).orElseThrow().verdict())
        .isInstanceOfSatisfying(
            Verdict.Borrowed.class,
            it -> {
              assertThat(it.known()).isEqualTo(4 * DAY);
              assertThat(it.similar()).isEqualTo(8);
            });
  }

  /// Its own pool has two with a past, and nothing can be borrowed from so few.
  @Test
  void aNewcomerInAYoungPoolBorrowsFromItsTenantsOtherPools() {
    var mixed = newcomerAmong(8);
    var newcomer = RecordedTown.consumer("new");
    var consumers =
        new ArrayList<>(List.of(newcomer, old(0, RecordedTown.POOL, RecordedTown.TENANT)));
    consumers.add(old(1, RecordedTown.POOL, RecordedTown.TENANT));
    var school = new PoolId("ahausen-school");
    IntStream.range(2, 6).forEach(i -> consumers.add(old(i, school, RecordedTown.TENANT)));
    consumers.add(old(6, new PoolId("bdorf-office"), new TenantId("bdorf")));
    consumers.add(old(7, new PoolId("bdorf-office"), new TenantId("bdorf")));

    var night = new ArrayList<Double>();
    for (int i = 0; i < 5; i++) {
      Collections.shuffle(consumers, random);
      var all = new Prospects(mixed.hourly);
      all.look(consumers, RecordedTown.weeks(MIDNIGHT), 10, MIDNIGHT);
      Prospect prospect = all.of(newcomer.workload()).orElseThrow();
      assertThat(prospect.verdict())
          .isInstanceOfSatisfying(
              Verdict.Borrowed.class, it -> assertThat(it.similar()).isEqualTo(6));
      night.add(prospect.highest(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(9))).orElseThrow());
    }
    assertThat(night).containsOnly(night.getFirst());
  }

  @Test
  void withThreeInItsOwnPoolItBorrowsFromThoseAlone() {
    var mixed = newcomerAmong(8);
    var newcomer = RecordedTown.consumer("new");
    var consumers = new ArrayList<>(List.of(newcomer));
    IntStream.range(0, 3)
        .forEach(i -> consumers.add(old(i, RecordedTown.POOL, RecordedTown.TENANT)));
    IntStream.range(3, 8)
        .forEach(i -> consumers.add(old(i, new PoolId("school"), RecordedTown.TENANT)));
    var all = new Prospects(mixed.hourly);

    all.look(newcomer, consumers, RecordedTown.weeks(MIDNIGHT), MIDNIGHT);

    assertThat(all.of(newcomer.workload()).orElseThrow().verdict())
        .isInstanceOfSatisfying(
            Verdict.Borrowed.class, it -> assertThat(it.similar()).isEqualTo(3));
  }

  @Test
  void nothingIsBorrowedOfAnotherTenant() {
    var mixed = newcomerAmong(8);
    var newcomer = RecordedTown.consumer("new");
    var consumers = new ArrayList<>(List.of(newcomer));
    IntStream.range(0, 8)
        .forEach(i -> consumers.add(old(i, RecordedTown.POOL, new TenantId("bdorf"))));
    var all = new Prospects(mixed.hourly);

    all.look(newcomer, consumers, RecordedTown.weeks(MIDNIGHT), MIDNIGHT);

    assertThat(all.of(newcomer.workload()).orElseThrow().verdict())
        .isEqualTo(new Verdict.TooLittle(4 * DAY, 3 * WEEK));
  }

  /// So many with ten weeks, and one with four days.
  private RecordedTown newcomerAmong(int count) {
    var towns = new TreeMap<String, GeneratedTown>();
    IntStream.range(0, count).forEach(i -> towns.put("old-" + i, GeneratedTown.of(10, random)));
    towns.put("new", GeneratedTown.of(10, random).drifting(0, Double.NaN));
    var mixed = new RecordedTown(towns).record(0, TODAY - 4 * DAY);
    towns.put("new", GeneratedTown.of(10, random));
    return mixed.record(TODAY - 4 * DAY, TODAY);
  }

  private static Consumer old(int number, PoolId pool, TenantId tenant) {
    return new Consumer(new WorkloadId("old-" + number), pool, tenant);
  }

  /// Whatever was recorded: nothing at all, always the same, blocks of gaps, a millionfold once.
  @Test
  void noHistoryIsTooOddToBePlannedBy() {
    for (int i = 0; i < 200; i++) {
      int weeks = 1 + random.nextInt(11);
      var peaks = new double[weeks * WEEK + random.nextInt(WEEK)];
      double level = random.nextInt(3) == 0 ? 0 : random.nextDouble();
      double gaps = random.nextDouble();
      for (int hour = 0; hour < peaks.length; hour++) {
        boolean gap = (hour / (1 + random.nextInt(40))) % 7 < 7 * gaps - 1;
        peaks[hour] = gap ? Double.NaN : random.nextInt(900) == 0 ? level * 1e6 : level;
      }
      var odd = new RecordedTown(Map.of("odd", new GeneratedTown(peaks))).record(0, peaks.length);
      var made = new Prospects(odd.hourly);
      Instant at = GeneratedTown.at(peaks.length);

      made.look(odd.consumers(), RecordedTown.weeks(at), 1, at);

      Instant morning = at.plus(Duration.ofHours(12));
      assertThat(
              made.of(RecordedTown.consumer("odd").workload())
                  .flatMap(it -> it.highest(at, morning)))
          .as("history %d", i)
          .satisfiesAnyOf(
              told -> assertThat(told).isEmpty(),
              told -> assertThat(told.orElseThrow()).isFinite().isNotNegative());
    }
  }

  @Test
  void whatLiesFartherAheadThanTwoDaysOrBehindIsNotTold() {
    look(prospects, MIDNIGHT);
    Instant end = MIDNIGHT.plus(Prospect.REACH);

    assertThat(mail(prospects).highest(MIDNIGHT, end)).isPresent();
    assertThat(mail(prospects).highest(MIDNIGHT, end.plusSeconds(1))).isEmpty();
    assertThat(mail(prospects).highest(MIDNIGHT.minusSeconds(1), end)).isEmpty();
    assertThat(mail(prospects).highest(end, end)).isEmpty();
  }

  private int look(Prospects made, Instant at) {
    return made.look(pool.consumers(), RecordedTown.weeks(at), 10, at);
  }

  private static Prospect mail(Prospects made) {
    return made.of(RecordedTown.consumer("mail").workload()).orElseThrow();
  }
}
