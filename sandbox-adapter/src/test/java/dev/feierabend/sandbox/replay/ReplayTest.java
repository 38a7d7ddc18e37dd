package dev.feierabend.sandbox.replay;

import static dev.feierabend.sandbox.replay.HostingCentre.AN_HOUR;
import static dev.feierabend.sandbox.replay.HostingCentre.A_DAY;
import static dev.feierabend.sandbox.replay.HostingCentre.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.planning.Reason;
import dev.feierabend.sandbox.replay.HostingCentre.Load;
import dev.feierabend.sandbox.replay.Replayed.Cause;
import dev.feierabend.sandbox.replay.Replayed.Law;
import dev.feierabend.sandbox.replay.Replayed.Moment;
import dev.feierabend.sandbox.replay.Replayed.Night;
import dev.feierabend.sandbox.replay.Replayed.Veto;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A week of hosts with two guests each that sleep from 20:00 on and wake from 05:30 on.
class ReplayTest {
  private static final HostingCentre CENTRE = new HostingCentre(6, "PT4M", 7);
  private static final Load IDLE = (_, _) -> 0.05;

  /// It begins and ends in the middle of a night.
  private static final double HOURS_ASLEEP = 5.5 + 6 * 9.5 + 4;

  private static final int EVENING = 20 * AN_HOUR;

  @Test
  void anIdleWeekSleepsEveryNightAndMissesNothing() {
    Replayed week = CENTRE.live(IDLE);

    assertThat(week.laws().kept()).as("%s", week.laws().violations()).isTrue();
    assertThat(week.laws().checked().values()).allSatisfy(times -> assertThat(times).isPositive());
    assertThat(week.nights()).noneMatch(Night::busy);
    assertThat(week.missed().busyMinutes()).isZero();
    assertThat(week.missed().coreHours())
        .isCloseTo(0.2 * (12 * HOURS_ASLEEP + 8 * 7 / 12.0), within(0.1));
    assertThat(week.timeline())
        .filteredOn(moment -> moment.asleep() > 0)
        .hasSize(8)
        .allSatisfy(moment -> {
          assertThat(moment.asleep()).isEqualTo(12);
          assertThat(moment.off()).isEqualTo(4);
          assertThat(moment.cause()).isIn(Cause.BEGINNING, Cause.TRANSITION);
        });
  }

  @Test
  void whatSleepSavesIsIdleWattsLessStandbyAndBoots() {
    Replayed week = CENTRE.live((_, _) -> 0);
    double hoursOff = 4 * HOURS_ASLEEP;
    double boots = 4 * 7;

    assertThat(week.energy().boots()).isEqualTo(28);
    assertThat(week.energy().awakeKwh()).isCloseTo(6 * 0.1 * 7 * 24, within(1e-6));
    assertThat(week.energy().savedKwh())
        .isCloseTo(hoursOff * 0.092 - boots * 4 / 60 * 0.1, within(1e-6));
  }

  @Test
  void aBackupNightIsVetoedForThoseThatBackUpAndTold() {
    long seed = 20130812;
    System.out.println("Seed " + seed);
    var random = new SplittableRandom(seed);
    var backups = new TreeSet<String>();
    var begins = new int[12];
    for (int guest = 0; guest < 12; guest++) {
      begins[guest] = random.nextInt(3) == 0 ? 2 * A_DAY + EVENING - random.nextInt(2, 18) : -1;
      if (begins[guest] >= 0) {
        backups.add("vm-" + guest);
      }
    }
    Replayed week =
        CENTRE.live((guest, slot) -> {
          boolean now = begins[guest] >= 0 && slot >= begins[guest] && slot < begins[guest] + 40;
          return (now ? 0.85 : 0.06) * random.nextDouble(0.9, 1.1);
        });

    assertThat(backups).isNotEmpty();
    assertThat(week.nights()).filteredOn(Night::busy).hasSize(1);
    Night night = week.nights().stream().filter(Night::busy).findFirst().orElseThrow();
    assertThat(night.date()).isEqualTo(LocalDate.of(2026, 5, 13));
    assertThat(night.vetoes()).extracting(Veto::guest).containsExactlyInAnyOrderElementsOf(backups);
    assertThat(night.vetoes()).allMatch(veto -> veto.reason() instanceof Reason.Busy);
    assertThat(week.missed().busyMinutes()).isZero();
    assertThat(week.laws().kept()).as("%s", week.laws().violations()).isTrue();
  }

  @Test
  void whatBacksUpWhileItSleepsIsDemandThatWasMissed() {
    int begin = A_DAY + 23 * AN_HOUR;
    Replayed week =
        CENTRE.live((guest, slot) -> slot >= begin && slot < begin + 6 && guest == 3 ? 0.9 : 0);

    assertThat(week.missed().busyMinutes()).isEqualTo(30);
    assertThat(week.missed().coreHours()).isCloseTo(0.5 * 0.9 * 4, within(0.01));
    assertThat(week.nights()).extracting(Night::busyMinutes).contains(30L);
  }

  @Test
  void loadThatRisesWakesThePoolAtOnceAndItSleepsOnceItIsQuiet() {
    var centre = new HostingCentre(2, "PT4M", 2);
    int rise = 22 * AN_HOUR;
    Replayed night =
        centre.live((guest, slot) -> {
          boolean evening = guest < 3 && slot >= EVENING - 6 && slot < rise + 6;
          return evening ? slot >= rise ? 0.9 : 0.55 : 0.05;
        });

    assertThat(night.timeline().stream().map(Moment::cause)).contains(Cause.SURGE);
    Moment surge = first(night.timeline(), Cause.SURGE);
    Moment quiet = first(night.timeline(), Cause.QUIET);
    assertThat(surge.at()).isEqualTo(at(rise + 1));
    assertThat(surge.asleep()).isZero();
    assertThat(quiet.at()).isBetween(at(rise + 6 + 7), at(rise + 6 + 13));
    assertThat(quiet.asleep()).isEqualTo(4);
    assertThat(night.nights().getFirst().surges()).isEqualTo(1);
  }

  @Test
  void whatIsUnknownInTheEveningStaysUpAndIsNoBusyNight() {
    Replayed week =
        CENTRE.live((guest, slot) ->
            guest == 5 && slot > EVENING - AN_HOUR && slot < A_DAY ? Double.NaN : 0.05);

    Night monday = week.nights().getFirst();
    assertThat(monday.date()).isEqualTo(LocalDate.of(2026, 5, 11));
    assertThat(monday.busy()).isFalse();
    assertThat(monday.vetoes()).extracting(Veto::guest).containsExactly("vm-5");
    assertThat(monday.vetoes().getFirst().reason()).isInstanceOf(Reason.Doubt.class);
  }

  @Test
  void aBootThatTakesLongerThanTheLeadViolatesALawAndIsTold() {
    Replayed week = new HostingCentre(6, "PT50M", 2).live(IDLE);

    assertThat(week.laws().kept()).isFalse();
    assertThat(week.laws().violations()).allMatch(line -> line.contains(Law.READY_BY.name()));
    assertThat(week.missed().lateMinutes()).isEqualTo(2 * 8 * 20);
  }

  @Test
  void nothingIsKnownOfTheFuture() {
    int cut = 3 * A_DAY + 22 * AN_HOUR;
    Replayed known = CENTRE.live(ReplayTest::backups);
    var random = new SplittableRandom(7);
    Replayed scrambled =
        CENTRE.live((guest, slot) -> slot < cut ? backups(guest, slot) : random.nextDouble());

    assertThat(known.timeline()).isNotEqualTo(scrambled.timeline());
    assertThat(until(known, at(cut))).hasSizeGreaterThan(6).isEqualTo(until(scrambled, at(cut)));
  }

  @Test
  void theSameLoadGivesTheSameWeek() {
    assertThat(CENTRE.live(ReplayTest::backups)).isEqualTo(CENTRE.live(ReplayTest::backups));
  }

  private static double backups(int guest, int slot) {
    int inDay = slot % A_DAY;
    return inDay >= EVENING - 3 * guest && inDay < EVENING + 4 * guest ? 0.7 : 0.1;
  }

  private static List<Moment> until(Replayed week, Instant end) {
    return week.timeline().stream().filter(moment -> !moment.at().isAfter(end)).toList();
  }

  private static Moment first(List<Moment> timeline, Cause cause) {
    return timeline.stream().filter(it -> it.cause() == cause).findFirst().orElseThrow();
  }

  private static Instant at(int slot) {
    return MONDAY.plus(Duration.ofMinutes(5L * slot));
  }
}
