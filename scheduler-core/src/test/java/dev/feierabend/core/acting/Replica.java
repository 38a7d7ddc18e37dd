package dev.feierabend.core.acting;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionCommand.Issue;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.leading.Mandate;
import dev.feierabend.core.planning.Guards.Rules;
import java.time.Duration;
import java.util.List;

/// One of several services on a town's fleet and history, that believes what a test has it believe
/// of its own leadership.
final class Replica implements Mandate {
  private final Town town;
  private final Memory memory = Memory.empty();
  private final Journal journal;
  private final Reconciler reconciler;
  long term;
  boolean lasts = true;

  /// Runs before and after an intent is recorded.
  Runnable before = () -> {};

  Runnable after = () -> {};

  Replica(Town town, CommitLog log, long term) {
    this.town = town;
    this.term = term;
    this.journal = Slices.journal(log, town.clock, memory.handlers());
    var settings =
        new Reconciler.Settings(
            town.mode,
            new Rules(1, 1, 0.8, Duration.ofMinutes(5)),
            Duration.ofMinutes(5),
            Town.NO_HOLIDAYS);
    this.reconciler =
        new Reconciler(
            town.cluster,
            new Effects(town.cluster, town.fleet, town.fleet, town.services),
            memory,
            settings,
            new Recorder(this::send, WakeSpool.inMemory(), this));
  }

  private Decision send(Command command) {
    if (!(command instanceof Issue)) {
      return journal.send(command);
    }
    before.run();
    Decision decision = journal.send(command);
    after.run();
    return decision;
  }

  /// Looks now.
  void tick() {
    reconciler.tick(town.now);
  }

  /// Hears what others recorded.
  void follow() {
    journal.follow();
  }

  long highestTerm() {
    return memory.night().actions().highestTerm();
  }

  List<ActionIssued> intents() {
    try (var history = journal.history()) {
      return history
          .map(Recorded::event)
          .filter(ActionIssued.class::isInstance)
          .map(ActionIssued.class::cast)
          .toList();
    }
  }

  @Override
  public long term(long highest) {
    return term;
  }

  @Override
  public boolean lasts() {
    return lasts;
  }
}
