package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.policies.terms.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// A recorded, closed journal to be harmed. `bytes` is the store's file as it was closed.
record Exhibit(Path directory, byte[] bytes, List<Commit> commits, Verification intact) {

  /// Closed, and thereby compacted.
  static Exhibit recorded(Path directory, int commits, long seed) throws IOException {
    List<Commit> recorded;
    try (var log = log(directory)) {
      recorded = record(log, commits, seed);
    }
    return of(directory, recorded);
  }

  /// As a killed process leaves it: with earlier copies of its pages.
  static Exhibit killed(Path directory, int commits, long seed) throws IOException {
    try (var log = log(directory.resolve("alive"))) {
      var recorded = record(log, commits, seed);
      for (var name : List.of("journal.mv", "head.json")) {
        Files.copy(directory.resolve("alive").resolve(name), directory.resolve(name));
      }
      return of(directory, recorded);
    }
  }

  private static CommitLog log(Path directory) {
    return EmbeddedCommitLog.unflushed(directory, () -> Instant.EPOCH);
  }

  /// Of what was recorded in `directory`, which is closed.
  static Exhibit of(Path directory, List<Commit> commits) throws IOException {
    long signed =
        commits.stream()
            .flatMap(commit -> CheckpointReader.events(commit).stream())
            .mapToLong(
                event -> event instanceof CheckpointSigned(var head, _, _) ? head.number() : 0)
            .max()
            .orElse(0);
    int events = commits.stream().mapToInt(commit -> commit.events().size()).sum();
    return new Exhibit(
        directory,
        Files.readAllBytes(directory.resolve("journal.mv")),
        commits,
        new Verification.Intact(commits.size(), events, commits.getLast().hash(), signed, 0));
  }

  private static List<Commit> record(CommitLog log, int commits, long seed) {
    var random = new Random(seed);
    return IntStream.range(0, commits)
        .mapToObj(i ->
            log.append(owner(random.nextInt(4)), events("a" + i, 1 + random.nextInt(3), random)))
        .toList();
  }

  private static Owner owner(int which) {
    return which == 0 ? Owner.OPERATOR : Owner.of(new TenantId("town-" + which));
  }

  private static List<StoredEvent> events(String aggregate, int count, Random random) {
    return IntStream.range(0, count)
        .mapToObj(sequence ->
            new StoredEvent(
                aggregate,
                "TestAggregate",
                sequence,
                "Tested",
                "1",
                Map.of(),
                JsonNodeFactory.instance
                    .objectNode()
                    .put("text", Long.toHexString(random.nextLong()).repeat(8))))
        .toList();
  }

  Path file() {
    return directory.resolve("journal.mv");
  }

  Head head() {
    return commits.getLast().head();
  }

  /// What the verifier says of `harmed` in the store's place.
  Verification verdict(byte[] harmed) throws IOException {
    Files.write(file(), harmed);
    return JournalVerifier.verify(directory);
  }

  /// How long a commit's record is, in bytes.
  static int length(Commit commit) {
    return record(commit).length;
  }

  private static byte[] record(Commit commit) {
    return (commit.sealed() + "\n" + commit.hash() + "\n" + commit.body() + "\n").getBytes(UTF_8);
  }

  /// Where it begins in the file. After a clean close every record stands there once.
  int placeOf(Commit commit) {
    var record = record(commit);
    int found = -1;
    for (int at = 0; at <= bytes.length - record.length; at++) {
      if (Arrays.equals(bytes, at, at + record.length, record, 0, record.length)) {
        assertThat(found).as("one copy").isEqualTo(-1);
        found = at;
      }
    }
    assertThat(found).as("a copy").isNotEqualTo(-1);
    return found;
  }

  byte[] flipped(int at, int mask) {
    var harmed = bytes.clone();
    harmed[at] ^= (byte) mask;
    return harmed;
  }
}
