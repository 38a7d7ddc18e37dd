package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.console.security.Caller;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.agreeing.Wish;
import java.time.Instant;
import java.time.InstantSource;

/// Where callers' wishes are handed in: stamped with the time, decided, and a refusal told.
public final class Desk {
  private final Clerk clerk;
  private final InstantSource clock;

  public Desk(Clerk clerk, InstantSource clock) {
    this.clerk = clerk;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /// Returns once everything that is not refused is done and recorded.
  ///
  /// @throws Declined where the domain refuses all of it, with what it said first
  public void ask(Caller caller, Wish wish) {
    clerk
        .ask(wish, caller.asker(), now())
        .ifPresent(refusal -> {
          throw Declined.refused(refusal);
        });
  }
}
