package dev.feierabend.bench;

import dev.feierabend.bench.Subject.Trial;
import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.ReadModels;
import dev.feierabend.core.naming.Persons;
import dev.feierabend.core.observing.PoolCommand;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// The first command after a start to a pool of which every hour is recorded: with the pool's
/// snapshot at hand, and without.
record FirstCommand(Rounds rounds, int hours, Path disk, PrintWriter out) {

  void compare() throws Exception {
    try (var store = Scratch.in(disk);
        var kept = Scratch.in(disk)) {
      List<PoolCommand> commands = Script.hours(hours);
      write(store.path(), commands);
      var again = commands.getLast();
      var without = subject("All events read", store, again, () -> ReadModels.of(List.of()));
      var with = subject("Snapshot and what came after", store, again, () -> in(kept));
      leaveSnapshot(with);
      out.printf("%,d events of one aggregate%n%n", hours);
      rounds.of(List.of(without, with)).print(out, Comparison.Scale.MILLISECONDS);
    }
  }

  private static void write(Path store, List<PoolCommand> commands) {
    var log = EmbeddedCommitLog.unflushed(store, Script.CLOCK);
    try (var journal = Slices.journal(log, Script.CLOCK, List.of())) {
      commands.forEach(journal::send);
    }
  }

  private static void leaveSnapshot(Subject with) throws Exception {
    Trial first = with.preparation().trial();
    first.run();
    first.end();
  }

  private static ReadModels in(Scratch kept) {
    return ReadModels.keptIn(kept.path(), List.of(new Persons()));
  }

  /// @param again what is recorded already, so that every trial finds the same
  private static Subject subject(
      String name, Scratch store, PoolCommand again, Supplier<ReadModels> models) {
    return new Subject(
        name,
        "command",
        () -> {
          CommitLog log = EmbeddedCommitLog.unflushed(store.path(), Script.CLOCK);
          return new Started(Slices.journal(log, Script.CLOCK, models.get()), again);
        });
  }

  private record Started(Journal journal, PoolCommand again) implements Trial {
    @Override
    public long run() {
      journal.send(again);
      return 1;
    }

    @Override
    public void end() {
      journal.close();
    }
  }
}
