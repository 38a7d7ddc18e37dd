package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.feierabend.core.kernel.Outage;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// On the in-process double, for speed; the real ones have the same contract.
class MongoCommitLogTest extends MongoContract {
  private final MongoServer server = new MongoServer(new MemoryBackend());

  @Override
  String uri() {
    return server.bindAndGetConnectionString() + "/?serverSelectionTimeoutMS=2000";
  }

  @AfterEach
  void stop() {
    server.shutdownNow();
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
