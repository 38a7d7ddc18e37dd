package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void whatIsCopiedWhileOthersAppendVerifiesAndGoesOnAsAJournal() throws Exception {
    try (var log = open("journal");
        var appenders = Executors.newFixedThreadPool(4)) {
      var stopped = new AtomicBoolean();
      for (int thread = 0; thread < 4; thread++) {
        String aggregate = "thread-" + thread;
        appenders.execute(() -> append(log, aggregate, stopped));
      }
      var backup = new Backup(log, folder.resolve("backup"));
      for (int hour = 0; hour < 5; hour++) {
        copy(backup);
        assertThat(JournalVerifier.verify(folder.resolve("backup")))
            .isInstanceOf(Verification.Intact.class);
      }
      stopped.set(true);
      appenders.close();
      copy(backup);
      assertThat(backup.behind()).isZero();
      assertThat(new Backup(log, folder.resolve("backup")).behind()).isZero();
      try (var restored = open("backup")) {
        assertThat(restored.from(1)).containsExactlyElementsOf(log.from(1).toList());
        assertThat(restored.append(Owner.OPERATOR, List.of(event("after", 0))).number())
            .isEqualTo(log.head().number() + 1);
      }
    }
  }

  @Test
  void theFolderOfAnotherJournalIsLeftAsItWas() {
    try (var other = open("backup")) {
      other.append(Owner.OPERATOR, List.of(event("other", 0)));
    }
    try (var log = open("journal")) {
      log.append(Owner.OPERATOR, List.of(event("own", 0)));
      log.append(Owner.OPERATOR, List.of(event("own", 1)));
      var backup = new Backup(log, folder.resolve("backup"));

      assertThatThrownBy(() -> copy(backup))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("its commit 1 is none of ours");
      assertThat(backup.behind()).isEqualTo(2);
      assertThat(new Backup(log, folder.resolve("none yet")).behind()).isEqualTo(2);
    }
    try (var other = open("backup")) {
      assertThat(other.head().number()).isEqualTo(1);
    }
  }

  private EmbeddedCommitLog open(String name) {
    return EmbeddedCommitLog.open(folder.resolve(name), () -> NOON);
  }

  private static void append(CommitLog log, String aggregate, AtomicBoolean stopped) {
    for (long sequence = 0; !stopped.get(); sequence++) {
      log.append(Owner.OPERATOR, List.of(event(aggregate, sequence)));
    }
  }

  private static void copy(Backup backup) {
    backup.ended(NOON.minus(Duration.ofHours(1)), NOON);
  }

  private static StoredEvent event(String aggregate, long sequence) {
    return new StoredEvent(
        aggregate,
        "TestAggregate",
        sequence,
        "SomethingHappened",
        "1",
        Map.of(),
        JsonNodeFactory.instance.objectNode());
  }
}
