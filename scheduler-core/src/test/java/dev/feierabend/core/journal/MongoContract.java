package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.feierabend.core.kernel.Outage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the MongoDB log keeps to beyond every log's contract, on whichever server speaks the
/// protocol.
abstract class MongoContract extends CommitLogContract {
  private final CountedCommands commands = new CountedCommands();
  private MongoClient client;
  MongoDatabase database;

  /// Where the server is; every test has a database of its own there.
  abstract String uri();

  @BeforeEach
  void connect() {
    client =
        MongoClients.create(
            MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString(uri()))
                .addCommandListener(commands)
                .build());
    database = client.getDatabase("feierabend-" + UUID.randomUUID());
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Override
  CommitLog open() {
    return MongoCommitLog.of(database, clock);
  }

  @Test
  void aLoneWriterReadsNothingOnceItKnowsTheEnd() {
    try (var log = open()) {
      log.append(AHAUSEN, List.of(event("a", 0)));
      commands.forget();
      for (int i = 1; i <= 20; i++) {
        log.append(AHAUSEN, List.of(event("a", i)));
      }
      assertThat(commands.counts()).containsOnly(Map.entry("insert", 20));
    }
  }

  @Test
  void whoIsBehindReadsTheEndAgainAndGoesOn() {
    try (var one = open();
        var other = open()) {
      one.append(AHAUSEN, List.of(event("a", 0)));
      other.append(AHAUSEN, List.of(event("a", 1)));
      commands.forget();
      var third = one.append(AHAUSEN, List.of(event("a", 2)));
      assertThat(third.number()).isEqualTo(3);
      assertThat(third.header().ownerPrevious().number()).isEqualTo(2);
      assertThat(commands.counts().get("find")).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void writersSideBySideShareInsertions() throws Exception {
    try (var log = open()) {
      commands.forget();
      CommitRace.run(log, 8, 50);
      assertThat(log.from(1)).hasSize(450);
      assertThat(commands.counts().get("insert")).isLessThan(800);
    }
  }

  @Test
  void anotherEditionOfTheSchemaIsRefusedWithASentence() {
    open().close();
    edition(2);
    assertThatThrownBy(this::open)
        .isInstanceOf(Outage.class)
        .hasMessage(
            "Expected a journal of schema 1 in MongoDB but found one of schema 2; use the newer Feierabend that made it");
    edition(0);
    assertThatThrownBy(this::open)
        .isInstanceOf(Outage.class)
        .hasMessageEndingWith("copy it with `feierabend journal copy` of the release that made it");
  }

  private void edition(int version) {
    database
        .getCollection("meta")
        .updateOne(
            new Document("_id", "schema"), new Document("$set", new Document("version", version)));
  }
}
