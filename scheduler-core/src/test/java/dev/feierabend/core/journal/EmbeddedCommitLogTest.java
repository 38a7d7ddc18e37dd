package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedCommitLogTest extends CommitLogContract {
  @TempDir Path directory;

  @Override
  CommitLog open() {
    return EmbeddedCommitLog.open(directory.resolve("journal"), clock);
  }

  private Path head() {
    return directory.resolve("journal/head.json");
  }

  private Path file() {
    return directory.resolve("journal/journal.mv");
  }

  @Test
  void aSecondOpeningSaysWhatToDo() {
    try (var _ = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOf(Outage.class)
          .hasMessageContaining("is already open in another process; stop it");
    }
  }

  @Test
  void theHeadStandsBesideTheStore() throws IOException {
    try (var log = open()) {
      assertThat(HeadFile.in(head().getParent())).isEqualTo(Head.GENESIS);
      var first = log.append(AHAUSEN, List.of(event("a", 0)));
      assertThat(HeadFile.in(head().getParent())).isEqualTo(first.head());
      var second = log.append(AHAUSEN, List.of(event("a", 1)));
      assertThat(HeadFile.in(head().getParent())).isEqualTo(second.head());
      assertThat(Files.readAllLines(head()))
          .map(String::strip)
          .containsExactly(
              "{\"number\":2,\"hash\":\"%s\"}".formatted(second.hash()),
              "{\"number\":1,\"hash\":\"%s\"}".formatted(first.hash()));
    }
  }

  @Test
  void aShorterStoreIsRefused() throws IOException {
    try (var log = open()) {
      log.append(AHAUSEN, List.of(event("a", 0)));
    }
    var shorter = Files.readAllBytes(file());
    try (var log = open()) {
      log.append(AHAUSEN, List.of(event("a", 1)));
    }
    Files.write(file(), shorter);
    assertThatThrownBy(this::open)
        .isInstanceOf(CorruptJournal.class)
        .hasMessageContaining("ends at commit 1 but 2 were acknowledged");
    Files.delete(file());
    assertThatThrownBy(this::open).isInstanceOf(CorruptJournal.class);
  }

  @Test
  void anotherStoreIsRefused() throws IOException {
    try (var log = open()) {
      log.append(AHAUSEN, List.of(event("a", 0)));
    }
    Files.writeString(head(), "{\"number\":1,\"hash\":\"%s\"}".formatted("0".repeat(64)));
    assertThatThrownBy(this::open)
        .isInstanceOf(CorruptJournal.class)
        .hasMessageContaining("Commit 1 is not the one that was acknowledged");
    Files.delete(head());
    assertThatThrownBy(this::open)
        .isInstanceOf(CorruptJournal.class)
        .hasMessageContaining("head.json");
  }

  @Test
  void aCommitThatWasKeptButNotAcknowledgedIsKept() throws IOException {
    String before;
    try (var log = open()) {
      before = Files.readString(head());
      log.append(AHAUSEN, List.of(event("a", 0)));
    }
    Files.writeString(head(), before);
    try (var log = open()) {
      assertThat(log.head().number()).isEqualTo(1);
    }
  }

  @Test
  void aCleanCloseCompacts() throws IOException {
    long open;
    try (var log = open()) {
      for (int i = 0; i < 500; i++) {
        log.append(AHAUSEN, List.of(event("a", i)));
      }
      open = Files.size(file());
    }
    assertThat(Files.size(file())).isLessThan(open).isLessThan(1_000_000);
  }
}
