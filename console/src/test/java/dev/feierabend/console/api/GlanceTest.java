package dev.feierabend.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// How often people who ask have controllers asked.
class GlanceTest {
  private Instant now = Instant.parse("2026-11-24T07:00:00Z");
  private int looks;
  private boolean isOut;
  private final Glance glance = new Glance(this::observe, () -> now);

  @Test
  void whatWasSeenAMomentAgoIsToldAgain() {
    Snapshot first = glance.look();
    pass(Glance.MOMENT.minusMillis(1));

    assertThat(glance.look()).isSameAs(first);
    assertThat(looks).isEqualTo(1);
  }

  @Test
  void afterAMomentItLooksAnew() {
    glance.look();
    pass(Glance.MOMENT);

    assertThat(glance.look().at()).isEqualTo(now);
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void nothingStandsForLongerBecauseTheClockWasSetBack() {
    glance.look();
    pass(Duration.ofHours(-1));

    glance.look();
    assertThat(looks).isEqualTo(2);
  }

  @Test
  void aLookThatFailedStandsForNone() {
    isOut = true;
    assertThatThrownBy(glance::look).isInstanceOf(Outage.class);
    isOut = false;

    assertThat(glance.look().at()).isEqualTo(now);
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }

  private Snapshot observe() {
    looks++;
    if (isOut) {
      throw new Outage("Expected a fleet but it can't be seen");
    }
    return new Snapshot(now, List.of(), List.of());
  }
}
