package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// Examines a source's commits on all processors, some ahead of who asks, and gives them in order.
final class Examinations implements AutoCloseable {
  private static final int BATCH = 64;
  private static final int BATCHES_A_WORKER = 3;

  private final int workers = Runtime.getRuntime().availableProcessors();
  private final ExecutorService pool = Executors.newFixedThreadPool(workers);
  private final Queue<CompletableFuture<List<Examined>>> ahead = new ArrayDeque<>();
  private final CommitSource source;
  private Iterator<Examined> batch = List.<Examined>of().iterator();

  Examinations(CommitSource source) {
    this.source = source;
  }

  /// The next commit's; not to be asked again once it was [Examined.Absent].
  Examined next() {
    while (!batch.hasNext()) {
      while (ahead.size() < workers * BATCHES_A_WORKER) {
        var commits = source.next(BATCH);
        ahead.add(CompletableFuture.supplyAsync(() -> examined(commits), pool));
      }
      batch = ahead.remove().join().iterator();
    }
    return batch.next();
  }

  private static List<Examined> examined(List<Supplier<Optional<Commit>>> commits) {
    return commits.stream().map(Examined::of).toList();
  }

  /// Lets what was begun come to its end: interrupted, it would close the file.
  @Override
  public void close() {
    ahead.clear();
    pool.close();
  }
}
