package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.feierabend.core.kernel.Outage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// On the in-process double; a real mongod is asked elsewhere.
class MongoCommitLogTest extends CommitLogContract {
  private final MongoServer server = new MongoServer(new MemoryBackend());
  private final MongoClient client =
      MongoClients.create(server.bindAndGetConnectionString() + "/?serverSelectionTimeoutMS=5000");

  @AfterEach
  void stop() {
    client.close();
    server.shutdownNow();
  }

  @Override
  CommitLog open() {
    return MongoCommitLog.of(client.getDatabase("feierabend"), clock);
  }

  @Test
  void aStoreThatIsGoneIsAnOutage() {
    try (var log = open()) {
      log.append(AHAUSEN, List.of(event("a", 0)));
      server.shutdownNow();
      assertThatThrownBy(() -> log.append(AHAUSEN, List.of(event("a", 1))))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("MongoDB");
    }
  }
}
