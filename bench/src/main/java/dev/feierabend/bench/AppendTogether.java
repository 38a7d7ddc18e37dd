package dev.feierabend.bench;

import dev.feierabend.bench.Subject.Trial;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.StoredEvent;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Several threads that append to aggregates of their own, against raw MVStore commits of the same
/// bytes in groups of two, of four, and of as many as there are threads. How large the log's own
/// groups are depends on how soon the threads are back, so none of these is the one fair reference.
record AppendTogether(Rounds rounds, Script script, Path disk, PrintWriter out) {
  private static final int WRITERS = 8;

  void compare() throws Exception {
    out.printf("%n%d threads, each group of commits flushed to the disk%n", WRITERS);
    rounds
        .of(List.of(raw(WRITERS / 4), raw(WRITERS / 2), raw(WRITERS), log()))
        .print(out, Comparison.Scale.MICROSECONDS);
  }

  private Subject raw(int group) {
    return new Subject(
        "MVStore commit of " + group,
        "commit",
        () -> RawStore.in(Scratch.in(disk), true, group, script.records()));
  }

  private Subject log() {
    return new Subject(
        "EmbeddedCommitLog.append, %d threads".formatted(WRITERS),
        "commit",
        () -> {
          var scratch = Scratch.in(disk);
          var log = EmbeddedCommitLog.open(scratch.path(), Script.CLOCK);
          var threads = Executors.newFixedThreadPool(WRITERS);
          return new Trial() {
            @Override
            public long run() throws Exception {
              List<Future<Integer>> writers =
                  IntStream.range(0, WRITERS)
                      .mapToObj(writer -> threads.submit(() -> append(log, writer)))
                      .toList();
              long commits = 0;
              for (Future<Integer> writer : writers) {
                commits += writer.get();
              }
              return commits;
            }

            @Override
            public void end() throws Exception {
              threads.close();
              log.close();
              scratch.close();
            }
          };
        });
  }

  /// Every writer's share of the script.
  private int append(EmbeddedCommitLog log, int writer) {
    int appended = 0;
    for (int i = writer; i < script.commits().size(); i += WRITERS) {
      Commit commit = script.commits().get(i);
      log.append(
          commit.header().owner(),
          commit.events().stream().map(event -> own(event, writer)).toList());
      appended++;
    }
    return appended;
  }

  private static StoredEvent own(StoredEvent event, int writer) {
    return new StoredEvent(
        event.aggregate() + "/" + writer,
        event.aggregateType(),
        event.sequence(),
        event.type(),
        event.revision(),
        event.metaData(),
        event.payload());
  }
}
