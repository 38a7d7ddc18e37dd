package dev.feierabend.helm.realparts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/// Where in the calendar the service was at every real instant: between jumps its time passes as
/// time does.
final class ShiftedClock implements InstantSource {
  private static final InstantSource REAL = InstantSource.system();

  private final NavigableMap<Instant, Duration> shifts = new ConcurrentSkipListMap<>();

  void shifted(Duration by) {
    shifts.put(REAL.instant(), by);
  }

  @Override
  public Instant instant() {
    return of(REAL.instant());
  }

  /// Of a real instant, such as servers write in their logs.
  Instant of(Instant real) {
    return Optional.ofNullable(shifts.floorEntry(real))
        .or(() -> Optional.ofNullable(shifts.firstEntry()))
        .map(shift -> real.plus(shift.getValue()))
        .orElse(real);
  }
}
