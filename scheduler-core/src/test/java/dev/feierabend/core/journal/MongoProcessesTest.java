package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import dev.feierabend.testservers.SecantusDb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes of eight threads each on one log. More of them, for longer: `-Dprocesses=3
/// -Dminutes=5`.
class MongoProcessesTest {
  private final int processes = Integer.getInteger("processes", 2);
  private final Duration time =
      Integer.getInteger("minutes", 0) == 0
          ? Duration.ofSeconds(5)
          : Duration.ofMinutes(Integer.getInteger("minutes"));

  private final List<AppendingToMongo> running = new ArrayList<>();

  @TempDir private Path files;

  @AfterEach
  void end() {
    running.forEach(AppendingToMongo::close);
  }

  @Test
  void processesSideBySideMakeOneChainAndEachGetsItsTurn() throws Exception {
    try (var server = SecantusDb.start();
        var client = MongoClients.create(uri(server))) {
      MongoSchema.in(client.getDatabase("feierabend")).begin();
      for (int i = 0; i < processes; i++) {
        running.add(AppendingToMongo.start(uri(server), "p" + i, files.resolve("p" + i)));
      }
      await().pollDelay(time).atMost(time.multipliedBy(2)).until(() -> true);
      var acknowledged = new HashMap<Long, String>();
      for (var one : running) {
        var its = one.stop();
        assertThat(its).isNotEmpty().doesNotContainKeys(acknowledged.keySet().toArray(Long[]::new));
        acknowledged.putAll(its);
      }
      MongoFaultsTest.assertWhole(server, acknowledged, files);
    }
  }

  private static String uri(SecantusDb server) {
    return "mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=5000".formatted(server.port());
  }
}
