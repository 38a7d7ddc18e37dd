package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.kubernetes.preflight.Trouble;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// Of a town whose `office` and `school` sleep from half past five on, until midnight.
class PreflightWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Instant EVENING = at(17).plus(Duration.ofMinutes(30));
  private static final Trouble QUOTA =
      new Trouble(Kind.QUOTA, List.of("office/q", "pods", "4", "3"), Set.of("office"));
  private static final Trouble UNREAD =
      new Trouble(Kind.UNREAD, List.of("endpointslices of default/guard", "timeout"), Set.of());
  private static final Trouble UNREAD_IMAGES =
      new Trouble(Kind.UNREAD, List.of("pods", "forbidden"), Set.of());

  private final List<Instant> looked = new ArrayList<>();
  private Instant now = NOON;
  private boolean asleep = true;
  private Supplier<List<Trouble>> there = List::of;
  private Foresight foresight = unknown();
  private PreflightWatch watch = watch();

  @Test
  void itLooksInTheTwoHoursBeforeAnEveningAndEveryHourWhileItIsUnderWay() {
    hoursUntil(23);

    assertThat(looked)
        .containsExactly(at(16), at(17), at(18), at(19), at(20), at(21), at(22), at(23));
  }

  @Test
  void whereNothingSleepsItLooksAtNoTime() {
    asleep = false;
    hoursUntil(23);

    assertThat(looked).isEmpty();
    assertThat(foresight.keptOn()).isEmpty();
  }

  @Test
  void whileSomethingIsKeptOnItLooksEveryHourUntilThatIsPutRight() {
    there = () -> List.of(QUOTA);
    hoursUntil(16);
    asleep = false;
    hoursUntil(20);
    assertThat(foresight.keptOn()).containsExactly("office");
    assertThat(foresight.found()).containsExactly(QUOTA);

    there = List::of;
    hoursUntil(22);
    assertThat(foresight.keptOn()).isEmpty();
    hoursUntil(23);
    assertThat(looked).containsExactly(at(16), at(17), at(18), at(19), at(20), at(21));
  }

  @Test
  void aFreshWatchInTheEveningKeepsAllOnUntilItHasLookedAndThenWhatWasKeptOn() {
    there = () -> List.of(QUOTA);
    hoursUntil(20);
    now = at(20).plus(Duration.ofMinutes(10));
    foresight = unknown();
    watch = watch();
    assertThat(foresight.keptOn()).containsExactly("office", "school");

    watch.began(now);

    assertThat(foresight.keptOn()).containsExactly("office");
    assertThat(looked.getLast()).isEqualTo(now);
  }

  @Test
  void whatIsAgreedWithinItsWindowSleepsAfterALookAndNotBefore() {
    asleep = false;
    watch.began(now);
    hoursUntil(20);
    assertThat(foresight.keptOn()).isEmpty();

    asleep = true;
    assertThat(foresight.keptOn()).containsExactly("office", "school");
    minutes(1);

    assertThat(looked).containsExactly(NOON, now);
    assertThat(foresight.keptOn()).isEmpty();
  }

  @Test
  void whatWasKeptOnStaysSoWhileWhatWouldTellCannotBeRead() {
    there = () -> List.of(QUOTA);
    hoursUntil(18);
    there = () -> List.of(UNREAD);
    for (int i = 0; i < 240; i++) {
      minutes(1);
      assertThat(foresight.keptOn()).containsExactly("office");
    }
    assertThat(foresight.found()).containsExactly(UNREAD);

    there = () -> List.of(UNREAD_IMAGES);
    hoursUntil(23);
    assertThat(foresight.keptOn()).isEmpty();
  }

  @Test
  void aFirstLookThatCannotReadAllIsMadeAgainEveryFiveMinutesAndForAnHourKeepsAllOn() {
    there = () -> List.of(QUOTA, UNREAD);
    now = at(20);
    watch.began(now);
    minutes(54);
    assertThat(foresight.keptOn()).containsExactly("office", "school");
    assertThat(looked).hasSize(11);

    minutes(1);
    assertThat(foresight.keptOn()).containsExactly("office");
    minutes(59);
    assertThat(looked).hasSize(12);
  }

  @Test
  void aLookThatBreaksIsOneThatCouldNotReadAll() {
    there =
        () -> {
          throw new IllegalStateException("A list without items");
        };
    now = at(20);
    watch.began(now);
    minutes(54);
    assertThat(foresight.keptOn()).containsExactly("office", "school");
    minutes(1);
    assertThat(foresight.keptOn()).isEmpty();
  }

  @Test
  void aClusterThatIsNotSeenIsLookedAtOnceItIsHoweverLongThatTakes() {
    there =
        () -> {
          throw new Outage("Expected to see the cluster");
        };
    now = at(18);
    watch.began(now);
    minutes(180);
    assertThat(foresight.keptOn()).containsExactly("office", "school");

    there = List::of;
    minutes(1);
    assertThat(foresight.keptOn()).isEmpty();
  }

  /// Else what is agreed at noon for ten minutes past it would find nobody who has looked.
  @Test
  void aClusterThatWasNotSeenAsTheWorkBeganIsLookedAtAsSoonAsItIs() {
    there =
        () -> {
          throw new Outage("Expected to see the cluster");
        };
    watch.began(now);
    there = List::of;
    minutes(3);

    assertThat(looked).containsExactly(NOON, NOON.plus(Duration.ofMinutes(1)));
  }

  private Foresight unknown() {
    Supplier<List<Trouble>> look =
        () -> {
          looked.add(now);
          return there.get();
        };
    return new Foresight(
        List.of(new Outlook(Set.of("office", "school"), look, this::asleepAt, () -> now)));
  }

  private PreflightWatch watch() {
    return new PreflightWatch(foresight, this::asleepAt);
  }

  private boolean asleepAt(Instant at) {
    return asleep && !at.isBefore(EVENING);
  }

  private void hoursUntil(int hour) {
    while (now.isBefore(at(hour))) {
      later(Duration.ofHours(1));
    }
  }

  private void minutes(int minutes) {
    for (int i = 0; i < minutes; i++) {
      later(Duration.ofMinutes(1));
    }
  }

  private void later(Duration duration) {
    Instant from = now;
    now = now.plus(duration);
    watch.ended(from, now);
  }

  private static Instant at(int hour) {
    return Instant.parse("2026-11-24T%02d:00:00Z".formatted(hour));
  }
}
