package dev.feierabend.bench;

import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.MongoStore;
import dev.feierabend.bench.Subject.Trial;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import java.io.PrintWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Appends to a MongoDB, by one writer and by several, against the driver's insertions of the same
/// documents: one by one, and as many at once as there are writers.
///
/// @param uri of the server, ending with a slash; each trial has a database of its own there
record MongoAppend(Rounds rounds, Script script, String uri, PrintWriter out) {
  void compare() throws Exception {
    for (int writers : List.of(1, 8)) {
      out.printf("%n%d commits, %d at a time%n", script.commits().size(), writers);
      rounds.of(List.of(raw(writers), log(writers))).print(out, Comparison.Scale.MICROSECONDS);
    }
  }

  private Subject raw(int size) {
    return new Subject("insertMany", "commit", () -> RawMongo.in(begun(), script.commits(), size));
  }

  private Subject log(int writers) {
    return new Subject(
        "MongoCommitLog.append",
        "commit",
        () -> {
          var store = begun();
          return new Written(store, store.log(Script.CLOCK), script.commits(), writers);
        });
  }

  private MongoStore begun() {
    var store = MongoStore.of(uri + "bench-" + UUID.randomUUID(), MongoLogin.NONE);
    store.schema().begin();
    return store;
  }

  private record Written(MongoStore store, CommitLog log, List<Commit> commits, int writers)
      implements Trial {
    @Override
    public long run() throws Exception {
      try (var pool = Executors.newFixedThreadPool(writers)) {
        List<Callable<Integer>> work =
            IntStream.range(0, writers)
                .<Callable<Integer>>mapToObj(first -> () -> write(first))
                .toList();
        long written = 0;
        for (var one : pool.invokeAll(work)) {
          written += one.get();
        }
        return written;
      }
    }

    /// Every so many, so that each is written once.
    private int write(int first) {
      int written = 0;
      for (int index = first; index < commits.size(); index += writers) {
        var commit = commits.get(index);
        log.append(commit.header().owner(), commit.events());
        written++;
      }
      return written;
    }

    @Override
    public void end() {
      store.database().drop();
      store.close();
    }
  }
}
