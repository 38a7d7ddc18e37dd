package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.Outage;
import java.time.Instant;
import java.time.InstantSource;

/// How long this replica may act. What is acted on is recorded first, so it is enough that nothing
/// is recorded once this is over: to whoever acts it is an outage, in which nothing is powered down
/// and wakes go on.
final class Lease {
  private final InstantSource clock;
  private volatile Instant until;

  /// @param until when it is over, unless it is extended
  Lease(InstantSource clock, Instant until) {
    this.clock = clock;
    this.until = until;
  }

  void extend(Instant later) {
    until = later;
  }

  Dispatch on(Dispatch journal) {
    return command -> {
      if (clock.instant().isBefore(until)) {
        return journal.send(command);
      }
      throw new Outage(
          "The lease to lead is over and could not be renewed; look at the journal's store");
    };
  }
}
