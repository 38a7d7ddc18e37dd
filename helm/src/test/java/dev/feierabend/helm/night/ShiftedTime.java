package dev.feierabend.helm.night;

import dev.feierabend.core.time.QuartzTimetable;
import dev.feierabend.core.time.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// Time that runs as fast as it really does, but elsewhere in the calendar; and its timetable.
public final class ShiftedTime implements InstantSource, Timetable, AutoCloseable {
  private static final InstantSource REAL = InstantSource.system();

  private final QuartzTimetable quartz = new QuartzTimetable("night");
  private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

  /// It is `now` now. What stands on the timetable keeps the real instant it had.
  public void jump(Instant now) {
    shift.set(Duration.between(REAL.instant(), now));
  }

  /// How far ahead of the real time it is.
  public Duration shift() {
    return shift.get();
  }

  @Override
  public Instant instant() {
    return REAL.instant().plus(shift.get());
  }

  @Override
  public void at(Instant when, String key, Runnable job) {
    quartz.at(real(when), key, job);
  }

  @Override
  public void every(Instant first, Duration period, String key, Runnable job) {
    quartz.every(real(first), period, key, job);
  }

  @Override
  public void cancel(String key) {
    quartz.cancel(key);
  }

  @Override
  public void close() {
    quartz.close();
  }

  private Instant real(Instant when) {
    return when.minus(shift.get());
  }
}
