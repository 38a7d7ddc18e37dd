package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.BEHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.feierabend.core.journal.HistoryCopy.Copied;
import dev.feierabend.core.journal.HistoryCopy.OtherHistory;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCopyTest {
  private static final int COMMITS = 450;

  @TempDir private Path directory;
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client =
      MongoClients.create(server.bindAndGetConnectionString() + "/?serverSelectionTimeoutMS=1000");
  private final MongoDatabase mongo = client.getDatabase("feierabend");
  private final CommitLog source = EmbeddedCommitLog.inMemory(() -> Instant.EPOCH);

  @BeforeEach
  void aHistory() {
    for (int i = 0; i < COMMITS; i++) {
      source.append(i % 3 == 0 ? AHAUSEN : BEHAUSEN, List.of(event("a", i), event("b", i)));
    }
  }

  @AfterEach
  void stop() {
    client.close();
    server.shutdownNow();
  }

  @Test
  void fromADirectoryToMongoAndBackItIsTheSameHistory() {
    try (var to = MongoSink.of(mongo)) {
      assertThat(HistoryCopy.copy(source.from(1), to))
          .isEqualTo(new Copied(COMMITS, source.head()));
    }
    try (var log = MongoCommitLog.of(mongo, () -> Instant.EPOCH);
        var back = EmbeddedSink.open(directory)) {
      assertThat(log.from(1)).containsExactlyElementsOf(source.from(1).toList());
      assertThat(JournalVerifier.verify(log)).isInstanceOf(Verification.Intact.class);
      HistoryCopy.copy(log.from(1), back);
    }
    assertThat(JournalVerifier.verify(directory))
        .isEqualTo(new Verification.Intact(COMMITS, 2 * COMMITS, source.head().hash(), 0, 0));
  }

  @Test
  void whatWasCopiedGoesOnAsOneHistory() {
    try (var to = MongoSink.of(mongo)) {
      HistoryCopy.copy(source.from(1), to);
    }
    try (var log = MongoCommitLog.of(mongo, () -> Instant.EPOCH)) {
      assertThatThrownBy(() -> log.append(AHAUSEN, List.of(event("a", COMMITS - 1))))
          .isInstanceOf(SequenceTaken.class);
      assertThat(log.append(AHAUSEN, List.of(event("a", COMMITS))).number()).isEqualTo(COMMITS + 1);
      assertThat(JournalVerifier.verify(log)).isInstanceOf(Verification.Intact.class);
    }
  }

  @Test
  void aHistoryWithoutArchivedEventsMovesAsItIsAndItsPlacesStayTaken() {
    try (var to = MongoSink.of(mongo)) {
      HistoryCopy.copy(source.from(1).map(it -> it.number() < 100 ? it.archived() : it), to);
    }
    try (var log = MongoCommitLog.of(mongo, () -> Instant.EPOCH);
        var back = EmbeddedSink.open(directory)) {
      HistoryCopy.copy(log.from(1), back);
    }
    try (var there = MongoCommitLog.of(mongo, () -> Instant.EPOCH);
        var here = EmbeddedCommitLog.open(directory, () -> Instant.EPOCH)) {
      assertThat(here.from(1)).containsExactlyElementsOf(there.from(1).toList());
      for (var log : List.of(there, here)) {
        assertThat(log.from(1).filter(Commit::isArchived)).hasSize(99);
        assertThat(log.from(1).map(Commit::head))
            .containsExactlyElementsOf(source.from(1).map(Commit::head).toList());
        assertThat(log.aggregate("a", 97)).hasSize(COMMITS - 97);
        assertThatThrownBy(() -> log.append(AHAUSEN, List.of(event("a", 7))))
            .isInstanceOf(SequenceTaken.class);
        assertThat(log.append(AHAUSEN, List.of(event("a", COMMITS))).number())
            .isEqualTo(COMMITS + 1);
      }
    }
  }

  @Test
  void anInterruptedCopyGoesOnWhereItWas() {
    try (var to = MongoSink.of(mongo)) {
      HistoryCopy.copy(source.from(1).limit(301), to);
      assertThat(HistoryCopy.copy(source.from(1), to))
          .isEqualTo(new Copied(COMMITS - 301, source.head()));
      assertThat(HistoryCopy.copy(source.from(1), to)).isEqualTo(new Copied(0, source.head()));
    }
  }

  @Test
  void anotherHistoryAndALongerOneAreLeftAlone() {
    try (var log = MongoCommitLog.of(mongo, () -> Instant.EPOCH);
        var to = MongoSink.of(mongo)) {
      log.append(AHAUSEN, List.of(event("other", 0)));
      assertThat(HistoryCopy.copy(source.from(1), to)).isEqualTo(new OtherHistory(1));
      assertThat(log.head().number()).isEqualTo(1);
    }
    try (var to = EmbeddedSink.open(directory)) {
      HistoryCopy.copy(source.from(1), to);
      assertThat(HistoryCopy.copy(source.from(1).limit(10), to))
          .isEqualTo(new OtherHistory(COMMITS));
    }
  }

  @Test
  void aTargetThatIsGoneIsAnOutage() {
    try (var to = MongoSink.of(mongo)) {
      var head = to.head();
      server.shutdownNow();
      assertThat(head).isEqualTo(Head.GENESIS);
      assertThatThrownBy(() -> to.take(source.from(1).limit(1).toList()))
          .isInstanceOf(Outage.class);
    }
  }
}
