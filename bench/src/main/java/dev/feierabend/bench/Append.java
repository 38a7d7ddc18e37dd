package dev.feierabend.bench;

import dev.feierabend.bench.Subject.Trial;
import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/// Appends against raw MVStore commits of the same bytes: once with every commit on the disk before
/// the next begins, once without.
record Append(Rounds rounds, Script script, Path disk, PrintWriter out) {

  void compare() throws Exception {
    out.printf("%d commits, %,d bytes a commit%n", script.commits().size(), bytesACommit());
    for (boolean flushed : List.of(true, false)) {
      out.printf("%n%s%n", flushed ? "Each commit flushed to the disk" : "Not flushed");
      rounds
          .of(List.of(raw(flushed), log(flushed), journal(flushed)))
          .print(out, Comparison.Scale.MICROSECONDS);
    }
    new AppendTogether(rounds, script, disk, out).compare();
  }

  private long bytesACommit() {
    return script.records().stream().mapToLong(record -> record.length).sum()
        / script.records().size();
  }

  private Subject raw(boolean flushed) {
    return new Subject(
        "MVStore commit",
        "commit",
        () -> RawStore.in(Scratch.in(disk), flushed, 1, script.records()));
  }

  private Subject log(boolean flushed) {
    return new Subject(
        "EmbeddedCommitLog.append",
        "commit",
        () -> {
          var scratch = Scratch.in(disk);
          var log = open(scratch, flushed);
          return new Kept(
              scratch,
              log,
              () -> {
                script
                    .commits()
                    .forEach(commit -> log.append(commit.header().owner(), commit.events()));
                return script.commits().size();
              });
        });
  }

  private Subject journal(boolean flushed) {
    return new Subject(
        "Journal.send (aggregate, append, read back)",
        "commit",
        () -> {
          var scratch = Scratch.in(disk);
          Journal journal = Slices.journal(open(scratch, flushed), Script.CLOCK, List.of());
          return new Kept(
              scratch,
              journal,
              () -> {
                script.commands().forEach(journal::send);
                return script.commands().size();
              });
        });
  }

  private static CommitLog open(Scratch scratch, boolean flushed) {
    return flushed
        ? EmbeddedCommitLog.open(scratch.path(), Script.CLOCK)
        : EmbeddedCommitLog.unflushed(scratch.path(), Script.CLOCK);
  }

  private record Kept(Scratch scratch, AutoCloseable opened, Trial work) implements Trial {
    @Override
    public long run() throws Exception {
      return work.run();
    }

    @Override
    public void end() throws Exception {
      opened.close();
      scratch.close();
    }
  }
}
