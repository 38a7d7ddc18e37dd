package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.host;
import static dev.feierabend.core.acting.Town.EVENING;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.journal.HistoryCopy;
import dev.feierabend.core.journal.MongoCommitLog;
import dev.feierabend.core.journal.MongoLeadership;
import dev.feierabend.core.journal.MongoSink;
import dev.feierabend.core.leading.Leadership;
import dev.feierabend.core.leading.Leadership.Standing.Follows;
import dev.feierabend.core.leading.Leadership.Standing.Leads;
import dev.feierabend.testservers.SecantusDb;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two services on one journal in MongoDB, to which the history of one that acted alone has moved.
class DeposedLeaderOnMongoTest {
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Town town = Town.agreed(4).until(EVENING.plus(Duration.ofHours(1)));
  private final SecantusDb server = SecantusDb.start();
  private final MongoClient client =
      MongoClients.create("mongodb://127.0.0.1:%d/".formatted(server.port()));
  private final MongoDatabase database = client.getDatabase("feierabend");

  @BeforeEach
  void move() {
    try (var sink = MongoSink.of(database);
        var commits = town.log.from(1)) {
      HistoryCopy.copy(commits, sink);
    }
  }

  @AfterEach
  void end() {
    client.close();
    server.close();
  }

  @Test
  void whoLedRecordsNothingOnceTheNextOneHasAndTheNextOneDoesWhatIsDue() {
    try (var log = MongoCommitLog.of(database, town.clock);
        var others = MongoCommitLog.of(database, town.clock)) {
      var deposed = new Replica(town, log, 0);
      var leader = new Replica(town, others, 0);
      change(deposed, leader);
      town.now = WAKE;
      leader.tick();
      assertThat(town.fleet.on()).isEqualTo(4);

      var before = List.copyOf(town.fleet.effects);
      town.now = WAKE.plus(Duration.ofMinutes(1));
      deposed.follow();
      deposed.tick();
      assertThat(town.fleet.effects).isEqualTo(before);

      leader.tick();
      assertThat(town.fleet.effects).contains("admit " + host(2), "admit " + host(3));
      assertThat(leader.intents()).extracting(ActionIssued::fencing).containsOnly(1L, 3L);
    }
  }

  /// The one led and doesn't know that the other does since.
  private void change(Replica deposed, Replica leader) {
    var one = new MongoLeadership(database, "one", LEASE, town.clock, deposed::highestTerm);
    var other = new MongoLeadership(database, "other", LEASE, town.clock, leader::highestTerm);
    deposed.term = led(one);
    one.resign();
    leader.term = led(other);
    assertThat(one.ask()).isEqualTo(new Follows("other", 3));
  }

  private static long led(Leadership leadership) {
    assertThat(leadership.ask()).isInstanceOf(Leads.class);
    return leadership.ask() instanceof Leads(long term, _) ? term : 0;
  }
}
