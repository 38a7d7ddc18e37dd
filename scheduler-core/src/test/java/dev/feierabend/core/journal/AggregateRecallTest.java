package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.Slices;
import dev.feierabend.core.naming.Persons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Aggregates that were taken up from snapshots decide what those decide that know every event.
class AggregateRecallTest {
  private static final long SEED = Long.getLong("seed", 20261127);
  private static final int HISTORIES = Integer.getInteger("histories", 10);
  private static final int COMMANDS = 200;
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @Test
  void aStateThatWasTakenUpDecidesAsOneThatSawEveryEvent(@TempDir Path folder) throws IOException {
    System.out.printf("AggregateRecallTest: seeds %d to %d%n", SEED, SEED + HISTORIES - 1);
    var slices = new TreeSet<String>();
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      var kept = folder.resolve(Long.toString(seed));
      live(seed, kept);
      slices.addAll(types(kept.resolve("aggregates")));
    }
    assertThat(slices)
        .containsExactlyInAnyOrderElementsOf(
            Slices.aggregates().stream().map(Class::getSimpleName).toList());
  }

  /// One journal is never restarted and keeps nothing, the other often is.
  private static void live(long seed, Path kept) {
    var random = new SplittableRandom(seed);
    var asked = new AskedOfAll(random.split());
    int events = 1 + random.nextInt(3);
    var log = new StaysOpen(EmbeddedCommitLog.inMemory(() -> NOON));
    var whole = Slices.journal(EmbeddedCommitLog.inMemory(() -> NOON), () -> NOON, List.of());
    var recalled = recalled(log, kept, events);
    for (int command = 0; command < COMMANDS; command++) {
      if (random.nextInt(8) == 0) {
        recalled.close();
        recalled = recalled(log, kept, events);
      }
      var next = asked.next();
      assertThat(next.apply(recalled))
          .as("seed %d, command %d", seed, command)
          .isEqualTo(next.apply(whole));
    }
    assertThat(log.head()).as("seed %d", seed).isEqualTo(whole.log().head());
  }

  private static Journal recalled(CommitLog log, Path kept, int events) {
    return Slices.journal(log, () -> NOON, ReadModels.keptIn(kept, events, List.of(new Persons())));
  }

  private static Set<String> types(Path folder) throws IOException {
    var types = new TreeSet<String>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        types.add(AggregateSnapshot.parse(Files.readString(file)).orElseThrow().title().type());
      }
    }
    return types;
  }
}
