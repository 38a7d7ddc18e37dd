package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.feierabend.testservers.SecantusDb;
import java.nio.file.Path;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A demonstration's history moves into MongoDB and back.
class JournalCommandTest {
  @TempDir private Path folder;

  @Test
  void aHistoryMovesIntoMongoAndBackAndIsTheSame() {
    Path demo = folder.resolve("demo");
    String hash = Typed.demo(demo).lastHash();
    try (var server = SecantusDb.start()) {
      String mongo = uri(server);
      assertThat(Typed.of("doctor", "--journal", mongo).out())
          .contains("BAD", "no journal is begun in this database");
      assertThat(Typed.of("journal", "init", "--to", mongo).exit()).isZero();
      var there = Typed.of("journal", "copy", "--from", demo, "--to", mongo);
      assertThat(there.err()).isEmpty();
      assertThat(there.exit()).isZero();
      assertThat(there.lastHash()).isEqualTo(hash);
      assertThat(Typed.of("doctor", "--journal", mongo))
          .satisfies(typed -> assertThat(typed.exit()).isZero())
          .satisfies(typed -> assertThat(typed.out()).contains("intact, ", "warn  journal"));
      assertThat(Typed.of("journal", "copy", "--from", demo, "--to", mongo, "--lang", "de").out())
          .startsWith("0 Einträge kopiert");

      Path back = folder.resolve("back");
      assertThat(Typed.of("journal", "copy", "--from", mongo, "--to", back).lastHash())
          .isEqualTo(hash);
      assertThat(Typed.of("verify", back).lastHash()).isEqualTo(hash);
    }
  }

  @Test
  void anotherHistoryAndAChangedOneAreRefused() {
    Path demo = folder.resolve("demo");
    Path other = folder.resolve("other");
    Typed.demo(demo);
    Typed.demo(other, "--seed", 8);
    assertThat(Typed.of("journal", "copy", "--from", demo, "--to", other))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.NO))
        .satisfies(typed -> assertThat(typed.out()).contains("holds another history"));
    try (var server = SecantusDb.start();
        var client = MongoClients.create(uri(server))) {
      Typed.of("journal", "copy", "--from", demo, "--to", uri(server));
      client
          .getDatabase("feierabend")
          .getCollection("commits")
          .updateOne(new Document("_id", 7L), new Document("$set", new Document("body", "[]")));
      assertThat(Typed.of("journal", "copy", "--from", uri(server), "--to", folder.resolve("new")))
          .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.NO))
          .satisfies(typed -> assertThat(typed.out()).contains("is not intact. Commit 7: "));
    }
  }

  @Test
  void whereThereIsNoJournalNothingIsBegunByReading() {
    try (var server = SecantusDb.start();
        var client = MongoClients.create(uri(server))) {
      assertThat(Typed.of("journal", "copy", "--from", uri(server), "--to", folder.resolve("new")))
          .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.OUTAGE))
          .satisfies(typed -> assertThat(typed.err()).contains("but there is none"));
      assertThat(client.getDatabase("feierabend").listCollectionNames()).isEmpty();
    }
  }

  private static String uri(SecantusDb server) {
    return "mongodb://127.0.0.1:%d/feierabend".formatted(server.port());
  }
}
