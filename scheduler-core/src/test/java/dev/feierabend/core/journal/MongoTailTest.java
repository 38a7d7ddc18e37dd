package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.JournalTest.journal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.feierabend.core.journal.TallyCommand.Add;
import dev.feierabend.testservers.SecantusDb;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A second process' read models follow what the first records.
class MongoTailTest {
  private static final Duration PAUSE = Duration.ofMillis(300);

  @Test
  void aChangeStreamTellsAtOnceAndPollingGoesOnWhileTheServerIsAway() {
    try (var server = SecantusDb.start();
        var client = MongoClients.create(uri(server))) {
      follows(
          client.getDatabase("feierabend"),
          true,
          () -> {
            server.kill();
            server.restart();
          });
    }
  }

  @Test
  void withoutChangeStreamsItPolls() {
    var server = new MongoServer(new MemoryBackend());
    try (var client = MongoClients.create(server.bindAndGetConnectionString())) {
      follows(client.getDatabase("feierabend"), false, () -> {});
    } finally {
      server.shutdownNow();
    }
  }

  private static void follows(MongoDatabase database, boolean streaming, Runnable trouble) {
    var page = new TallyPage();
    try (var writes = journal(log(database));
        var reads = journal(log(database), page);
        var tail = MongoTail.follow(database, reads::follow, PAUSE)) {
      await().until(() -> tail.streaming() == streaming);
      writes.send(new Add("cats", 1));
      await().until(() -> page.sums.getOrDefault("cats", 0L) == 1);
      trouble.run();
      writes.send(new Add("cats", 2));
      await().until(() -> page.sums.getOrDefault("cats", 0L) == 3);
      assertThat(page.seen).hasSize(2);
    }
  }

  private static CommitLog log(MongoDatabase database) {
    return MongoCommitLog.of(database, () -> Instant.EPOCH);
  }

  private static String uri(SecantusDb server) {
    return "mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=2000".formatted(server.port());
  }
}
