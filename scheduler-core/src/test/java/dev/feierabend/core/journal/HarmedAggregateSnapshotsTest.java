package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.TallyCommand.Add;
import dev.feierabend.core.kernel.Decision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What isn't exactly what was put aside, of exactly this history, is thrown away.
class HarmedAggregateSnapshotsTest {
  @TempDir private Path folder;
  private final CommitLog log = TalliesAside.fresh();

  private TalliesAside aside() {
    return new TalliesAside(folder);
  }

  private void isThrownAway(Path file) {
    assertThat(aside().snapshots(log).recall(TalliesAside.CATS)).isEmpty();
    assertThat(file).doesNotExist();
  }

  /// With a digest that is right.
  private static void rewrite(Path file, UnaryOperator<String> change) throws IOException {
    var lines = Files.readString(file).split("\n", 2)[1];
    var changed = change.apply(lines);
    assertThat(changed).isNotEqualTo(lines);
    Files.writeString(file, Hashes.sha256(changed) + "\n" + changed);
  }

  @Test
  void aSnapshotWithAnyByteFlippedIsThrownAway() throws IOException {
    var file = aside().written(log);
    byte[] whole = Files.readAllBytes(file);
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(file, flipped);
      isThrownAway(file);
    }
  }

  @Test
  void aSnapshotTornAnywhereIsThrownAway() throws IOException {
    var file = aside().written(log);
    var whole = Files.readString(file);
    for (int length = 0; length < whole.length(); length++) {
      Files.writeString(file, whole.substring(0, length));
      isThrownAway(file);
    }
    Files.writeString(file, whole + "\n");
    isThrownAway(file);
  }

  @Test
  void anotherJournalsSnapshotIsThrownAway() {
    var file = aside().written(log);
    var fork = TalliesAside.fresh();
    JournalTest.journal(fork).send(new Add("cats", 1));
    JournalTest.journal(fork).send(new Add("cats", 1));

    try (var journal = aside().started(fork)) {
      assertThat(journal.send(new Add("cats", 999_998))).isInstanceOf(Decision.Accepted.class);
    }
    assertThat(fork.head().number()).isEqualTo(3);
    assertThat(file).exists(); // a new one, of this history
    assertThat(aside().snapshots(log).recall(TalliesAside.CATS)).isEmpty();
  }

  @Test
  void aSnapshotAheadOfTheJournalIsThrownAway() {
    var file = aside().written(log);
    var rolledBack = TalliesAside.fresh();
    JournalTest.journal(rolledBack).send(new Add("cats", 300_000));

    assertThat(aside().snapshots(rolledBack).recall(TalliesAside.CATS)).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void aSnapshotOfAnotherAggregateIsThrownAway() throws IOException {
    var file = aside().written(log);
    var dogs = aside().snapshots(log).file(new Add("dogs", 1).target());
    Files.copy(file, dogs);

    assertThat(aside().snapshots(log).recall(new Add("dogs", 1).target())).isEmpty();
    assertThat(dogs).doesNotExist();
  }

  @Test
  void aSnapshotAfterAnEventThatItsCommitDoesNotHoldIsThrownAway() throws IOException {
    var file = aside().written(log);
    rewrite(file, text -> text.replace("\"sequence\":1", "\"sequence\":2"));
    isThrownAway(file);
  }

  @Test
  void aSnapshotOfAnotherEditionIsThrownAway() throws IOException {
    var file = aside().written(log);
    rewrite(file, text -> text.replace("\"edition\":1", "\"edition\":2"));
    isThrownAway(file);
  }

  @Test
  void aSnapshotOfAnotherBuildIsThrownAway() throws IOException {
    var file = aside().written(log);
    rewrite(file, text -> text.replace(Snapshots.CODE, "0".repeat(64)));
    isThrownAway(file);
  }

  @Test
  void aSnapshotOfAStateThatCannotBeReadIsThrownAway() throws IOException {
    var file = aside().written(log);
    rewrite(file, text -> text.replace("\"sum\"", "\"total\""));
    isThrownAway(file);
  }
}
