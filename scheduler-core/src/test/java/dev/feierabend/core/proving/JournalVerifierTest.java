package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.proving.Verification.Broken;
import dev.feierabend.core.proving.Verification.Intact;
import dev.feierabend.core.proving.Verification.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalVerifierTest {
  private static final int COMMITS = 40;

  @TempDir Path directory;
  private Exhibit exhibit;

  @BeforeEach
  void record() throws IOException {
    exhibit = Exhibit.recorded(directory, COMMITS, 7);
  }

  @Test
  void anUnharmedHistoryIsIntactAndUntouched() throws IOException {
    var before = Files.getLastModifiedTime(exhibit.file());
    assertThat(JournalVerifier.verify(directory)).isEqualTo(exhibit.intact());
    assertThat(Files.readAllBytes(exhibit.file())).isEqualTo(exhibit.bytes());
    assertThat(Files.getLastModifiedTime(exhibit.file())).isEqualTo(before);
    assertThat(directory).isDirectoryNotContaining("glob:**.next");
  }

  @Test
  void anEmptyHistoryIsIntact(@TempDir Path empty) {
    EmbeddedCommitLog.open(empty, () -> Instant.EPOCH).close();
    assertThat(JournalVerifier.verify(empty)).isInstanceOf(Intact.class);
  }

  @Test
  void anOpenLogIsVerifiedFromWithin() {
    try (var log = EmbeddedCommitLog.open(directory, () -> Instant.EPOCH)) {
      assertThat(JournalVerifier.verify(log)).isEqualTo(exhibit.intact());
    }
  }

  @Test
  void whatSomebodyElseHasOpenIsUnreadable() {
    try (var _ = EmbeddedCommitLog.open(directory, () -> Instant.EPOCH)) {
      assertThat(JournalVerifier.verify(directory))
          .isInstanceOfSatisfying(
              Unreadable.class, found -> assertThat(found.why()).contains("already open"));
    }
  }

  @Test
  void nothingIsUnreadable(@TempDir Path empty) {
    assertThat(JournalVerifier.verify(empty)).isInstanceOf(Unreadable.class);
  }

  @Test
  void withoutItsHeadNobodyCanTellTheEnd() throws IOException {
    Files.delete(directory.resolve("head.json"));
    assertThat(JournalVerifier.verify(directory)).isInstanceOf(Unreadable.class);
  }

  @Test
  void anotherHeadIsBrokenAtThatCommit() throws IOException {
    var head = directory.resolve("head.json");
    var text = Files.readString(head);
    Files.writeString(head, text.replace(exhibit.head().hash(), "0".repeat(64)));
    assertThat(JournalVerifier.verify(directory))
        .isEqualTo(new Broken(COMMITS, Flaw.of(Kind.REPLACED)));
  }

  @Test
  void anOlderCopyOfTheStoreIsBrokenWhereItEnds(@TempDir Path older) throws IOException {
    var shorter = Exhibit.recorded(older, COMMITS - 3, 7);
    Files.write(exhibit.file(), shorter.bytes());
    assertThat(JournalVerifier.verify(directory))
        .isEqualTo(new Broken(COMMITS - 2, Flaw.of(Kind.MISSING, COMMITS)));
  }
}
