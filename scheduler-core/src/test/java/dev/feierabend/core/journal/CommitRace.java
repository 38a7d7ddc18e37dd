package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.BEHAUSEN;
import static dev.feierabend.core.journal.Samples.event;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Threads that append to aggregates of their own, and all to a shared one.
final class CommitRace {
  private CommitRace() {}

  /// How many events of the shared aggregate were kept.
  static int run(CommitLog log, int threads, int rounds) throws Exception {
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var running =
          IntStream.range(0, threads)
              .mapToObj(thread -> pool.submit(() -> race(log, thread, rounds)))
              .toList();
      int won = 0;
      for (Future<Integer> one : running) {
        won += one.get();
      }
      return won;
    }
  }

  private static int race(CommitLog log, int thread, int rounds) {
    int won = 0;
    for (int i = 0; i < rounds; i++) {
      log.append(AHAUSEN, List.of(event("own-" + thread, i)));
      try {
        log.append(BEHAUSEN, List.of(event("shared", i)));
        won++;
      } catch (SequenceTaken e) {
        // Another thread was first, which is what this is about.
        continue;
      }
    }
    return won;
  }
}
