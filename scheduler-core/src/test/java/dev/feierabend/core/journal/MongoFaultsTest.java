package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.JournalVerifier;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.testservers.Cable;
import dev.feierabend.testservers.SecantusDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Eight threads append while the server dies, or the cable to it does: nothing that was
/// acknowledged is lost, no number is missing, no event is there twice. More kills: `-Dkills=200`,
/// of other moments: `-Dseed=2`.
class MongoFaultsTest {
  private static final int THREADS = 8;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final Duration READING = Duration.ofMinutes(15);

  /// The server searches through all of it where an appender looks what it has.
  private static final int ON_ONE_HISTORY = 20;

  private final int kills = Integer.getInteger("kills", 3);
  private final Random drawn = new Random(Long.getLong("seed", 1));

  @TempDir private Path folder;

  @Test
  void aKilledServerLosesNothingThatItAcknowledged() throws Exception {
    for (int left = kills; left > 0; left -= ON_ONE_HISTORY) {
      try (var server = SecantusDb.start();
          var client = MongoClients.create(uri(server.port(), PATIENCE));
          var log = log(client);
          var appenders = new Appenders(log, "own", THREADS)) {
        for (int kill = 0; kill < Math.min(left, ON_ONE_HISTORY); kill++) {
          awaitMore(appenders);
          server.kill();
          server.restart();
        }
        awaitMore(appenders);
        assertWhole(server, appenders.stop(), folder);
      }
    }
  }

  @Test
  void aCableThatIsCutClampedOrSlowLosesNothingThatWasAcknowledged() throws Exception {
    for (int left = kills; left > 0; left -= ON_ONE_HISTORY) {
      try (var server = SecantusDb.start();
          var cable = new Cable(server.port());
          var client = client(cable.port());
          var log = log(client);
          var appenders = new Appenders(log, "own", THREADS)) {
        for (int fault = 0; fault < Math.min(left, ON_ONE_HISTORY); fault++) {
          awaitMore(appenders);
          trouble(cable, fault);
          cable.mend();
        }
        awaitMore(appenders);
        assertWhole(server, appenders.stop(), folder);
      }
    }
  }

  /// With patience: the more is kept, the longer this server searches, and that is no silence.
  @Test
  void oneWithALongWayToTheServerGetsInBesideOneThatNeverPauses() throws Exception {
    try (var server = SecantusDb.start();
        var cable = new Cable(server.port());
        var near = MongoClients.create(uri(server.port(), PATIENCE));
        var busy = log(near);
        var far = MongoClients.create(uri(cable.port(), PATIENCE));
        var remote = log(far);
        var appenders = new Appenders(busy, "near", THREADS)) {
      cable.lengthen(Duration.ofMillis(2));
      for (int sequence = 0; sequence < 3; sequence++) {
        awaitMore(appenders);
        remote.append(AHAUSEN, List.of(event("far", sequence)));
      }
      var acknowledged = appenders.stop();
      assertThat(acknowledged).hasSizeLessThan((int) busy.head().number());
      assertWhole(server, acknowledged, folder);
    }
  }

  /// Clamped and held, the clients wait until they lose patience, which takes a second.
  private static void trouble(Cable cable, int fault) {
    switch (fault % 3) {
      case 0 -> cable.cut();
      case 1 -> {
        cable.clamp();
        await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
        cable.cut();
      }
      default -> {
        cable.hold();
        await().pollDelay(Duration.ofMillis(1_500)).until(() -> true);
      }
    }
  }

  private void awaitMore(Appenders appenders) {
    int wanted = appenders.count() + 20 + drawn.nextInt(60);
    await()
        .pollInterval(Duration.ofMillis(2))
        .atMost(PATIENCE)
        .until(() -> appenders.count() >= wanted);
  }

  /// All of it is copied out, which goes on where it was interrupted, and verified there: for the
  /// server searches through everything and hardly answers meanwhile, and now and then it gives a
  /// connection another one's answer, which ends that connection.
  static void assertWhole(SecantusDb server, Map<Long, String> acknowledged, Path folder)
      throws IOException {
    Path copy = Files.createTempDirectory(folder, "copy");
    try (var client =
            MongoClients.create(
                "mongodb://127.0.0.1:%d/?connectTimeoutMS=300000&serverSelectionTimeoutMS=300000"
                    .formatted(server.port()));
        var log = log(client)) {
      var outcome =
          await()
              .atMost(READING)
              .ignoreException(Outage.class)
              .until(() -> copied(log, copy), _ -> true);
      assertThat(outcome).isInstanceOf(HistoryCopy.Copied.class);
      assertThat(JournalVerifier.verify(copy)).isInstanceOf(Verification.Intact.class);
      var kept = hashes(copy);
      assertThat(kept).containsAllEntriesOf(acknowledged);
      assertThat(acknowledged).isNotEmpty();
      System.out.printf("%d acknowledged, %d kept%n", acknowledged.size(), kept.size());
    }
  }

  private static HistoryCopy.Outcome copied(CommitLog log, Path to) {
    try (var sink = EmbeddedSink.open(to)) {
      return HistoryCopy.continued(log, sink);
    }
  }

  private static Map<Long, String> hashes(Path directory) {
    try (var history = JournalFile.open(directory)) {
      return history
          .commits()
          .collect(Collectors.toMap(Commit::number, Commit::hash, (one, _) -> one, TreeMap::new));
    }
  }

  private static CommitLog log(MongoClient client) {
    return MongoCommitLog.of(client.getDatabase("feierabend"), () -> Instant.EPOCH);
  }

  /// One that takes a second's silence for a clamped cable.
  private static MongoClient client(int port) {
    return MongoClients.create(uri(port, Duration.ofSeconds(1)));
  }

  private static String uri(int port, Duration silence) {
    return "mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=1000&connectTimeoutMS=1000&socketTimeoutMS=%d"
        .formatted(port, silence.toMillis());
  }
}
