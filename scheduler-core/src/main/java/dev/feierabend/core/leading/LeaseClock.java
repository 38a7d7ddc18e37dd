package dev.feierabend.core.leading;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// Counts leases by two clocks, of which each may be wrong: one that somebody can set, and one that
/// stands still while the machine sleeps. Who holds a lease takes the longer of what both counted,
/// who waits for its end the shorter. So neither makes two of them lead at once.
public final class LeaseClock {
  private final InstantSource wall;
  private final LongSupplier steady;
  private Instant lastWall;
  private long lastSteady;
  private Instant holder;
  private Instant waiter;

  /// @param wall the time of day
  /// @param steady nanoseconds that nobody can set, as `System.nanoTime`
  public LeaseClock(InstantSource wall, LongSupplier steady) {
    this.wall = wall;
    this.steady = steady;
    this.lastWall = wall.instant();
    this.lastSteady = steady.getAsLong();
    this.holder = lastWall;
    this.waiter = lastWall;
  }

  /// The time by which one's own lease ends. Never goes back.
  public synchronized Instant holder() {
    count();
    return holder;
  }

  /// The time by which another's has ended. Never goes back.
  public synchronized Instant waiter() {
    count();
    return waiter;
  }

  private void count() {
    Instant nowWall = wall.instant();
    long nowSteady = steady.getAsLong();
    Duration byWall = Duration.between(lastWall, nowWall);
    Duration bySteady = Duration.ofNanos(nowSteady - lastSteady);
    boolean wallIsAhead = byWall.compareTo(bySteady) > 0;
    holder = holder.plus(wallIsAhead ? byWall : bySteady);
    waiter = waiter.plus(wallIsAhead ? bySteady : positive(byWall));
    lastWall = nowWall;
    lastSteady = nowSteady;
  }

  private static Duration positive(Duration counted) {
    return counted.isNegative() ? Duration.ZERO : counted;
  }
}
