package dev.feierabend.core.leading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeaseClockTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Instant wall = NOON;
  private Duration steady = Duration.ofNanos(Long.MAX_VALUE);
  private final LeaseClock clock = new LeaseClock(() -> wall, () -> steady.toNanos());

  @Test
  void whereBothClocksAgreeSoDoHolderAndWaiter() {
    pass(SECOND, SECOND);

    assertThat(clock.holder()).isEqualTo(NOON.plus(SECOND)).isEqualTo(clock.waiter());
  }

  @Test
  void aClockThatIsSetAheadEndsOnesOwnLeaseAndNobodyElses() {
    pass(HOUR, SECOND);

    assertThat(clock.holder()).isEqualTo(NOON.plus(HOUR));
    assertThat(clock.waiter()).isEqualTo(NOON.plus(SECOND));
  }

  @Test
  void aClockThatIsSetBackProlongsNoLeaseAndEndsNone() {
    pass(HOUR.negated(), SECOND);

    assertThat(clock.holder()).isEqualTo(NOON.plus(SECOND));
    assertThat(clock.waiter()).isEqualTo(NOON);

    pass(SECOND, SECOND);
    assertThat(clock.holder()).isEqualTo(NOON.plus(SECOND.multipliedBy(2)));
    assertThat(clock.waiter()).isEqualTo(NOON.plus(SECOND));
  }

  @Test
  void aMachineThatSleptHasLostItsLeaseAndHasWaitedForNobody() {
    pass(HOUR, Duration.ZERO);

    assertThat(clock.holder()).isEqualTo(NOON.plus(HOUR));
    assertThat(clock.waiter()).isEqualTo(NOON);
  }

  /// Nanoseconds run over, as they may.
  private void pass(Duration byWall, Duration bySteady) {
    clock.holder();
    wall = wall.plus(byWall);
    steady = Duration.ofNanos(steady.toNanos() + bySteady.toNanos());
  }
}
