package dev.feierabend.core.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.expr;
import static com.mongodb.client.model.Filters.or;
import static dev.feierabend.core.journal.CommitDocuments.ID;
import static dev.feierabend.core.journal.MongoReach.reached;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import dev.feierabend.core.leading.Leadership;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.bson.Document;
import org.bson.conversions.Bson;

/// One document says who leads, in which term and until when; that time is the server's, so that
/// replicas whose clocks differ agree on it. Its terms lie above those that are recorded: where the
/// document was lost, or the history came from another store, they go on and don't start again.
public final class MongoLeadership implements Leadership {
  private static final String LEADER = "leader";
  private static final String TERM = "term";
  private static final String UNTIL = "until";

  /// The server's clock in milliseconds, as a number: not every server compares its dates right.
  private static final Document NOW = new Document("$toLong", "$$NOW");

  private static final Bson IS_OVER = expr(new Document("$lte", List.of("$until", NOW)));

  private final MongoCollection<Document> leaders;
  private final String name;
  private final Duration lease;
  private final InstantSource clock;
  private final LongSupplier recorded;

  /// @param name this replica's own, different at each start
  /// @param lease how long one leads without asking again
  /// @param recorded the highest term that is recorded, as far as this replica knows
  public MongoLeadership(
      MongoDatabase database,
      String name,
      Duration lease,
      InstantSource clock,
      LongSupplier recorded) {
    this.leaders =
        database
            .getCollection(LEADER)
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    this.name = name;
    this.lease = lease;
    this.clock = clock;
    this.recorded = recorded;
  }

  @Override
  public Standing ask() {
    // Counted from before it is asked, this ends no later than by the server's clock.
    Instant until = clock.instant().plus(lease);
    return taken()
        .<Standing>map(mine -> new Standing.Leads(mine.getLong(TERM), until))
        .orElseGet(this::follows);
  }

  private Optional<Document> taken() {
    return reached(() -> {
      try {
        return Optional.ofNullable(
            leaders.findOneAndUpdate(
                and(eq(ID, LEADER), or(eq(LEADER, name), IS_OVER)),
                List.of(new Document("$set", mine())),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
      } catch (MongoCommandException e) {
        // It is there and another's: it didn't match, and can't be made anew.
        if (ErrorCategory.fromErrorCode(e.getErrorCode()) == ErrorCategory.DUPLICATE_KEY) {
          return Optional.empty();
        }
        throw e;
      }
    });
  }

  private Document mine() {
    var before = new Document("$ifNull", List.of("$term", 0L));
    long floor = recorded.getAsLong();
    var goesOn =
        new Document(
            "$and",
            List.of(
                new Document("$eq", List.of("$leader", name)),
                new Document("$gte", List.of(before, floor))));
    var highest = new Document("$max", List.of(before, floor));
    var next = new Document("$add", List.of(highest, 1L));
    return new Document(LEADER, new Document("$literal", name))
        .append(TERM, new Document("$cond", List.of(goesOn, before, next)))
        .append(UNTIL, new Document("$add", List.of(NOW, lease.toMillis())));
  }

  private Standing follows() {
    var other = reached(() -> leaders.find(eq(ID, LEADER)).first());
    return other == null
        ? new Standing.Follows("", 0)
        : new Standing.Follows(other.getString(LEADER), other.getLong(TERM));
  }

  @Override
  public void resign() {
    var over = new Document("$set", new Document(UNTIL, NOW));
    reached(() -> leaders.updateOne(and(eq(ID, LEADER), eq(LEADER, name)), List.of(over)));
  }
}
