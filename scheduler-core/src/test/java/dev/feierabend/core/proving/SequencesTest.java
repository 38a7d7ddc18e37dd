package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.EventPlace;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.Sequences.Hole;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// A failure names its seed; `-Dseed=` repeats it.
class SequencesTest {
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final CommitLog log = EmbeddedCommitLog.inMemory(() -> Instant.EPOCH);
  private final Map<String, Long> next = new HashMap<>();

  @Test
  void aHistoryWithoutHolesHasNone() {
    record(400);
    assertThat(holeIn(NextSequences.secretly())).as("seed %d", seed).isEmpty();
  }

  /// The same, where every aggregate has the hash of others.
  @Test
  void whereHashesMeetTheEventsAreCountedAgain() {
    record(60);
    for (ToLongFunction<String> hash : collisions()) {
      assertThat(holeIn(new NextSequences(hash))).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void aHoleIsFoundWhateverTheHashes() {
    record(40);
    log.append(Owner.OPERATOR, List.of(event("late", 0), event("late", 1), event("late", 3)));
    var hole = Optional.of(new Hole(new EventPlace("late", 3), 2));
    assertThat(holeIn(NextSequences.secretly())).isEqualTo(hole);
    for (ToLongFunction<String> hash : collisions()) {
      assertThat(holeIn(new NextSequences(hash))).as("seed %d", seed).isEqualTo(hole);
    }
  }

  private static List<ToLongFunction<String>> collisions() {
    return List.of(_ -> 0, String::length, text -> text.hashCode() % 3);
  }

  private void record(int commits) {
    for (int i = 0; i < commits; i++) {
      log.append(
          Owner.OPERATOR,
          IntStream.rangeClosed(0, random.nextInt(3))
              .mapToObj(_ -> "a" + random.nextInt(1 + commits / 4))
              .map(aggregate -> event(aggregate, next.merge(aggregate, 1L, Long::sum) - 1))
              .toList());
    }
  }

  private static StoredEvent event(String aggregate, long sequence) {
    var payload = JsonNodeFactory.instance.objectNode();
    return new StoredEvent(aggregate, "Test", sequence, "Tested", "1", Map.of(), payload);
  }

  private Optional<Hole> holeIn(NextSequences next) {
    var sequences =
        new Sequences(next, number -> log.from(1).takeWhile(one -> one.number() < number));
    try (var commits = log.from(1)) {
      return commits.flatMap(commit -> hole(sequences, commit).stream()).findFirst();
    }
  }

  private static Optional<Hole> hole(Sequences sequences, Commit commit) {
    return sequences.in(commit.number(), commit.places());
  }
}
