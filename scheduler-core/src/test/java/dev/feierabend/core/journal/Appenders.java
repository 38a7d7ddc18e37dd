package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.event;

import dev.feierabend.core.kernel.Outage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Threads that append until they are stopped, each to an aggregate of its own. After an outage a
/// thread does what the journal does: it looks what is there, and goes on from that.
final class Appenders implements AutoCloseable {
  private final CommitLog log;
  private final Map<Long, String> acknowledged = new ConcurrentSkipListMap<>();
  private final ExecutorService pool;
  private final List<? extends Future<?>> running;
  private volatile boolean stopped;

  Appenders(CommitLog log, String name, int threads) {
    this.log = log;
    this.pool = Executors.newFixedThreadPool(threads);
    this.running =
        IntStream.range(0, threads)
            .mapToObj(thread -> pool.submit(() -> append(name + "-" + thread)))
            .toList();
  }

  private void append(String aggregate) {
    long sequence = 0;
    while (!stopped) {
      try {
        var commit = log.append(AHAUSEN, List.of(event(aggregate, sequence)));
        if (acknowledged.put(commit.number(), commit.hash()) != null) {
          throw new AssertionError("Number %d twice".formatted(commit.number()));
        }
        sequence++;
      } catch (Outage | SequenceTaken e) {
        sequence = next(aggregate, sequence);
      }
    }
  }

  private long next(String aggregate, long unknown) {
    while (!stopped) {
      try {
        return unknown + log.aggregate(aggregate, unknown).size();
      } catch (Outage e) {
        // It is still out.
        continue;
      }
    }
    return unknown;
  }

  int count() {
    return acknowledged.size();
  }

  /// Hashes of what was acknowledged, by number, once all threads are done.
  Map<Long, String> stop() throws Exception {
    stopped = true;
    for (var one : running) {
      one.get();
    }
    return new TreeMap<>(acknowledged);
  }

  @Override
  public void close() {
    stopped = true;
    pool.close();
  }
}
