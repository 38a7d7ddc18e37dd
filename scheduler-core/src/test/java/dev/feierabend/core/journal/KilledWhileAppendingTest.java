package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process is killed (SIGKILL) in the midst of the appends of eight threads, and started again on
/// what is left, again and again: `-Dkills=` times. The seed is printed; `-Dseed=` repeats it.
class KilledWhileAppendingTest {
  private static final int KILLS = Integer.getInteger("kills", 3);

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  @TempDir Path directory;

  @Test
  @Timeout(3600)
  void nothingThatWasAcknowledgedIsLost() throws Exception {
    System.out.println("KilledWhileAppendingTest: seed " + seed);
    long acknowledged = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      var heads = killedAfter(1 + random.nextInt(200));
      acknowledged += heads.size();
      assertThat(found()).as("seed %d, kill %d", seed, kill).containsAll(heads);
    }
    System.out.printf(
        "KilledWhileAppendingTest: %d acknowledged, none lost in %d kills%n", acknowledged, KILLS);
  }

  /// What a process acknowledged, and had said, until it was killed.
  private List<Head> killedAfter(int lines) throws IOException, InterruptedException {
    var process = AppendingProcess.start(directory);
    var said = new ArrayList<String>();
    try (BufferedReader out = process.inputReader()) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        said.add(line);
        if (said.size() == lines) {
          // Through its handle: killed by itself, what it had said could no longer be read.
          process.toHandle().destroyForcibly();
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(said).as("lines until the kill").hasSizeGreaterThanOrEqualTo(lines);
    return said.stream().flatMap(line -> AppendingProcess.acknowledged(line).stream()).toList();
  }

  /// The heads of a chain that is whole, and whose aggregates have no holes.
  private Set<Head> found() {
    try (var log = EmbeddedCommitLog.open(directory, () -> Instant.EPOCH)) {
      var heads = new HashSet<Head>();
      var before = Head.GENESIS;
      for (var commit : log.from(1).toList()) {
        assertThat(commit.flaw()).isEmpty();
        assertThat(commit.header().previous()).isEqualTo(before.hash());
        before = commit.head();
        heads.add(before);
      }
      assertThat(heads).hasSize((int) log.head().number());
      for (int thread = 0; thread < AppendingProcess.THREADS; thread++) {
        assertNoHoles(log.aggregate(AppendingProcess.aggregate(thread), 0));
      }
      return heads;
    }
  }

  private static void assertNoHoles(List<Commit> commits) {
    assertThat(commits)
        .flatExtracting(Commit::events)
        .extracting(StoredEvent::sequence)
        .containsExactlyElementsOf(LongStream.range(0, commits.size()).boxed().toList());
  }
}
