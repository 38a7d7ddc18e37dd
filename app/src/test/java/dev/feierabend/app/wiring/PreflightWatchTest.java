package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.preflight.Trouble;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreflightWatchTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Trouble QUOTA =
      new Trouble(Kind.QUOTA, List.of("office/q", "pods", "4", "3"), Set.of("office"));

  private final List<Instant> looked = new ArrayList<>();
  private Instant now = NOON;
  private List<Trouble> there = List.of();
  private final Foresight foresight =
      new Foresight(() -> {
        looked.add(now);
        return there;
      });

  /// An evening at 17:30.
  private final PreflightWatch watch =
      new PreflightWatch(
          foresight,
          (from, to) -> {
            Instant evening = NOON.plus(Duration.ofMinutes(330));
            return from.isBefore(evening) && !to.isBefore(evening);
          });

  @Test
  void itLooksInTheTwoHoursBeforeAnEveningAndAtNoOtherTime() {
    hoursUntil(23);

    assertThat(looked).containsExactly(at(16), at(17));
  }

  @Test
  void whileSomethingIsKeptOnItLooksEveryHourUntilThatIsPutRight() {
    there = List.of(QUOTA);
    hoursUntil(20);
    assertThat(foresight.keptOn()).containsExactly("office");
    assertThat(foresight.found()).containsExactly(QUOTA);

    there = List.of();
    hoursUntil(22);
    assertThat(foresight.keptOn()).isEmpty();
    hoursUntil(23);
    assertThat(looked).containsExactly(at(16), at(17), at(18), at(19), at(20), at(21));
  }

  private void hoursUntil(int hour) {
    for (now = now.plus(Duration.ofHours(1));
        !now.isAfter(at(hour));
        now = now.plus(Duration.ofHours(1))) {
      watch.ended(now.minus(Duration.ofHours(1)), now);
    }
    now = at(hour);
  }

  private static Instant at(int hour) {
    return Instant.parse("2026-11-24T%02d:00:00Z".formatted(hour));
  }
}
