package dev.feierabend.app.wiring;

import dev.feierabend.core.leading.Leadership.Standing.Leads;
import dev.feierabend.core.leading.Mandate;
import java.time.Instant;
import java.time.InstantSource;

/// In which term this replica of several may act, and for how long.
public final class Lease implements Mandate {
  private final InstantSource clock;
  private volatile Leads granted = new Leads(0, Instant.MIN);

  /// @param clock the holder's, by which it was granted
  public Lease(InstantSource clock) {
    this.clock = clock;
  }

  void grant(Leads standing) {
    granted = standing;
  }

  @Override
  public long term(long highest) {
    return granted.term();
  }

  @Override
  public boolean lasts() {
    return clock.instant().isBefore(granted.until());
  }
}
