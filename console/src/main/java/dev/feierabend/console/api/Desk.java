package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/// Where callers' wishes are handed in: stamped with the time, decided, and a refusal told.
public final class Desk {
  private final Journal journal;
  private final InstantSource clock;

  public Desk(Journal journal, InstantSource clock) {
    this.journal = journal;
    this.clock = clock;
  }

  public Instant now() {
    return clock.instant();
  }

  /// Returns once it is done and recorded.
  ///
  /// @throws Declined where the domain refuses
  public void ask(Function<Instant, Command> wish) {
    switch (journal.send(wish.apply(now()))) {
      case Decision.Accepted _ -> {}
      case Decision.Rejected(var refusal) -> throw Declined.refused(refusal);
    }
  }
}
