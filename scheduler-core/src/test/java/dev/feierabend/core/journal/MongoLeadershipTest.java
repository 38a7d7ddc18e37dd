package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.leading.Leadership;
import dev.feierabend.core.leading.Leadership.Standing.Leads;
import dev.feierabend.core.leading.LeadershipContract;
import dev.feierabend.testservers.SecantusDb;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On SecantusDB, whose clock decides when a lease is over.
class MongoLeadershipTest extends LeadershipContract {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static SecantusDb server;

  private MongoClient client;
  private String database;

  @BeforeAll
  static void start() {
    server = SecantusDb.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void connect() {
    client =
        MongoClients.create(
            "mongodb://127.0.0.1:%d/?serverSelectionTimeoutMS=1000".formatted(server.port()));
    database = "leading-" + UUID.randomUUID();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Override
  protected Leadership replica(String name, Duration lease) {
    return new MongoLeadership(
        client.getDatabase(database), name, lease, () -> NOW, () -> recorded);
  }

  @Test
  void whoLeadsDoesForALeaseByItsOwnClock() {
    assertThat(replica("one", LONG).ask()).isEqualTo(new Leads(1, NOW.plus(LONG)));
  }

  @Test
  void whoCannotAskDoesNotLead() {
    var one = replica("one", LONG);
    one.ask();
    server.kill();
    assertThatThrownBy(one::ask).isInstanceOf(Outage.class);
    server.restart();
    assertThat(one.ask()).isEqualTo(new Leads(1, NOW.plus(LONG)));
  }
}
