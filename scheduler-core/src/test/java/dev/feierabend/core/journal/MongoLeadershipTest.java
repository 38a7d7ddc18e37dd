package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.leading.Leadership;
import dev.feierabend.core.leading.Leadership.Standing.Follows;
import dev.feierabend.core.leading.Leadership.Standing.Leads;
import dev.feierabend.testservers.SecantusDb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// On SecantusDB, whose clock decides when a lease is over.
class MongoLeadershipTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration LONG = Duration.ofMinutes(5);
  private static SecantusDb server;

  private MongoClient client;
  private String database;
  private long recorded;

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

  private Leadership replica(String name, Duration lease) {
    return new MongoLeadership(
        client.getDatabase(database), name, lease, () -> NOW, () -> recorded);
  }

  @Test
  void theFirstLeadsAndTheOtherFollowsItAndAskingAgainKeepsTheTerm() {
    var one = replica("one", LONG);
    var other = replica("other", LONG);
    assertThat(one.ask()).isEqualTo(new Leads(1, NOW.plus(LONG)));
    assertThat(other.ask()).isEqualTo(new Follows("one", 1));
    assertThat(one.ask()).isEqualTo(new Leads(1, NOW.plus(LONG)));
  }

  @Test
  void whoResignsLetsTheNextOneLeadAtOnceInTheNextTerm() {
    var one = replica("one", LONG);
    var other = replica("other", LONG);
    one.ask();
    other.resign();
    assertThat(other.ask()).isEqualTo(new Follows("one", 1));
    one.resign();
    assertThat(other.ask()).isEqualTo(new Leads(2, NOW.plus(LONG)));
    assertThat(one.ask()).isEqualTo(new Follows("other", 2));
  }

  @Test
  void aLeaseThatIsOverIsTheNextOnesWhateverTheReplicasClocksSay() {
    assertThat(replica("one", Duration.ofMillis(200)).ask()).isInstanceOf(Leads.class);
    var other = replica("other", LONG);
    await().until(() -> other.ask() instanceof Leads(long term, _) && term == 2);
    assertThat(replica("one", LONG).ask()).isEqualTo(new Follows("other", 2));
  }

  @Test
  void termsLieAboveThoseThatAHistoryFromElsewhereHas() {
    recorded = 7;
    assertThat(replica("one", LONG).ask()).isEqualTo(new Leads(8, NOW.plus(LONG)));
    assertThat(replica("one", LONG).ask()).isEqualTo(new Leads(8, NOW.plus(LONG)));
  }

  @Test
  void whoLeadsAndLearnsOfALaterTermGoesOnInOneAboveIt() {
    var one = replica("one", LONG);
    assertThat(one.ask()).isEqualTo(new Leads(1, NOW.plus(LONG)));
    recorded = 1;
    assertThat(one.ask()).isEqualTo(new Leads(1, NOW.plus(LONG)));
    recorded = 3;
    assertThat(one.ask()).isEqualTo(new Leads(4, NOW.plus(LONG)));
  }

  @Test
  void ofManyWhoAskAtOnceOneLeads() throws Exception {
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Leadership.Standing>> asking =
          Stream.iterate(0, i -> i + 1)
              .limit(8)
              .<Callable<Leadership.Standing>>map(i -> replica("r" + i, LONG)::ask)
              .toList();
      int leading = 0;
      for (var one : pool.invokeAll(asking)) {
        leading += one.get() instanceof Leads ? 1 : 0;
      }
      assertThat(leading).isEqualTo(1);
    }
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
