package dev.feierabend.console.api;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
    askAll(at -> List.of(wish.apply(at)));
  }

  /// Returns once everything that is not refused is done and recorded.
  ///
  /// @throws Declined where the domain refuses each of them, with what it said to the first
  void askAll(Function<Instant, List<Command>> wishes) {
    List<Decision> decisions = wishes.apply(now()).stream().map(journal::send).toList();
    if (decisions.stream().allMatch(Decision.Rejected.class::isInstance)
        && decisions.getFirst() instanceof Decision.Rejected(var refusal)) {
      throw Declined.refused(refusal);
    }
  }
}
