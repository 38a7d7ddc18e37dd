package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.NullNode;
import com.mongodb.client.MongoClients;
import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.MongoStore;
import dev.feierabend.app.wiring.SystemTime;
import dev.feierabend.core.journal.CorruptJournal;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.journal.WatchedCommitLog;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.testservers.SecantusDb;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

  @Test
  void whatReadsADirectoryReadsMongoAndTellsTheSame() {
    Path demo = folder.resolve("demo");
    Typed.demo(demo);
    try (var server = SecantusDb.start()) {
      String mongo = uri(server);
      Typed.of("journal", "copy", "--from", demo, "--to", mongo);
      Path ours = folder.resolve("ours.zip");
      Path theirs = folder.resolve("theirs.zip");
      assertTold(Typed.of("verify", demo), "verify", mongo, "--beside", demo);
      assertTold(
          Typed.of("history", "--journal", demo), "history", "--journal", mongo, "--beside", demo);
      assertTold(
          Typed.of("why", "host-01", "--at", "2026-05-11 22:10", "--journal", demo),
          "why",
          "host-01",
          "--at",
          "2026-05-11 22:10",
          "--journal",
          mongo,
          "--beside",
          demo);
      assertTold(
          Typed.of("agreement", "list", "--journal", demo),
          "agreement",
          "list",
          "--journal",
          mongo);
      assertThat(Typed.of("export", "--journal", demo, "--out", ours).exit()).isZero();
      assertThat(Typed.of("export", "--journal", mongo, "--beside", demo, "--out", theirs).exit())
          .isZero();
      assertThat(theirs).hasSameBinaryContentAs(ours);
      assertThat(Typed.of("verify", ours, mongo).exit()).isZero();
    }
  }

  private static void assertTold(Typed expected, Object... words) {
    assertThat(expected.exit()).isZero();
    assertThat(expected.out()).isNotEmpty();
    assertThat(Typed.of(words)).isEqualTo(expected);
  }

  @Test
  void aCutThatOnlyTheHeadBesideItTellsIsNoticed() {
    Path demo = folder.resolve("demo");
    Typed.demo(demo);
    Path beside = folder.resolve("beside");
    try (var server = SecantusDb.start();
        var store = MongoStore.of(uri(server), MongoLogin.NONE)) {
      Typed.of("journal", "copy", "--from", demo, "--to", uri(server));
      long last = recorded(store, beside);
      assertThat(Typed.of("verify", uri(server), "--beside", beside).exit()).isZero();

      store.database().getCollection("commits").deleteOne(new Document("_id", last));
      assertThat(Typed.of("verify", uri(server)).exit()).isZero();
      assertThat(Typed.of("verify", uri(server), "--beside", beside))
          .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.NO))
          .satisfies(typed -> assertThat(typed.out()).contains("%,d".formatted(last)));
      assertThatThrownBy(() -> recorded(store, beside)).isInstanceOf(CorruptJournal.class);
    }
  }

  private static long recorded(MongoStore store, Path beside) {
    try (var log = WatchedCommitLog.of(store.log(SystemTime.clock()), beside)) {
      return log.append(Owner.OPERATOR, List.of(event())).number();
    }
  }

  private static StoredEvent event() {
    return new StoredEvent(
        "action/x", "ActionAggregate", 0, "Added", "1", Map.of(), NullNode.getInstance());
  }

  private static String uri(SecantusDb server) {
    return "mongodb://127.0.0.1:%d/feierabend".formatted(server.port());
  }
}
