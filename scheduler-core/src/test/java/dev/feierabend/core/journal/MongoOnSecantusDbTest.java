package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.testservers.SecantusDb;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// On a store that is a process of its own, and keeps what it says it keeps.
class MongoOnSecantusDbTest extends RealMongoContract {
  private static SecantusDb server;

  @BeforeAll
  static void start() {
    server = SecantusDb.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  String uri() {
    return "mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=2000".formatted(server.port());
  }

  @Test
  void killedAndStartedAgainItHasEverythingAndTheSameLogGoesOn() {
    try (var log = open()) {
      var first = log.append(AHAUSEN, List.of(event("a", 0)));
      server.kill();
      assertThatThrownBy(() -> log.append(AHAUSEN, List.of(event("a", 1))))
          .isInstanceOf(Outage.class)
          .hasMessageContaining("MongoDB");
      server.restart();
      var second = log.append(AHAUSEN, List.of(event("a", 1)));
      assertThat(log.from(1)).containsExactly(first, second);
    }
  }
}
