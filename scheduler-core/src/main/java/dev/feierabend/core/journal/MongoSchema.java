package dev.feierabend.core.journal;

import static com.mongodb.client.model.Filters.eq;
import static dev.feierabend.core.journal.CommitDocuments.ID;
import static dev.feierabend.core.journal.MongoReach.reached;

import com.mongodb.MongoCommandException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import dev.feierabend.core.kernel.Outage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;

/// How a database is laid out for a journal: the commits with their indexes and their validator,
/// and a document that says which edition of this layout it is.
public final class MongoSchema {
  /// The edition that this release reads and writes.
  public static final int EDITION = 1;

  static final int UNAUTHORIZED = 13;

  private static final String SCHEMA = "schema";
  private static final String VERSION = "version";

  /// What a database can lack.
  public enum Lack {
    SCHEMA,
    PLACES_INDEX,
    OWNER_INDEX,
    VALIDATOR
  }

  private final MongoLayout layout;
  private final MongoCollection<Document> meta;

  private MongoSchema(MongoDatabase database) {
    layout = new MongoLayout(database);
    meta =
        database
            .getCollection("meta")
            .withReadConcern(ReadConcern.MAJORITY)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
  }

  public static MongoSchema in(MongoDatabase database) {
    return new MongoSchema(database);
  }

  /// Begins a journal where there is none; done again, it adds what is missing.
  ///
  /// @throws Outage where the user may not, or the layout is of another edition
  public void begin() {
    reached(() -> {
      refuseOther(edition());
      try {
        layout.make();
        return meta.updateOne(
            eq(ID, SCHEMA), Updates.set(VERSION, EDITION), new UpdateOptions().upsert(true));
      } catch (MongoCommandException e) {
        throw e.getErrorCode() == UNAUTHORIZED ? mayNot(e) : e;
      }
    });
  }

  private static Outage mayNot(MongoCommandException e) {
    return new Outage(
        "Expected a journal in MongoDB but there is none, and this user may not begin one; begin it with `feierabend journal init` as a user who may",
        e);
  }

  /// @throws Outage where there is none and it can't be begun, or it is of another edition
  void require() {
    if (isNone()) {
      begin();
    }
  }

  /// @throws Outage where there is none, or it is of another edition
  void expect() {
    if (isNone()) {
      throw new Outage("Expected a journal in this database of MongoDB but there is none");
    }
  }

  private boolean isNone() {
    var edition = reached(this::edition);
    refuseOther(edition);
    return edition.isEmpty();
  }

  private Optional<Integer> edition() {
    return Optional.ofNullable(meta.find(eq(ID, SCHEMA)).first())
        .map(schema -> schema.getInteger(VERSION));
  }

  private static void refuseOther(Optional<Integer> edition) {
    edition
        .filter(found -> found != EDITION)
        .ifPresent(found -> {
          throw new Outage(
              "Expected a journal of schema %d in MongoDB but found one of schema %d; %s"
                  .formatted(
                      EDITION,
                      found,
                      found > EDITION
                          ? "use the newer Feierabend that made it"
                          : "copy it with `feierabend journal copy` of the release that made it"));
        });
  }

  /// Whether this user may change or remove what was recorded, which nobody who only runs the
  /// service should. It is tried on a number that no commit has.
  public boolean allowsChanges() {
    return reached(layout::allowsChanges);
  }

  /// What is missing; empty where all is there.
  ///
  /// @throws Outage where the layout is of another edition, or can't be looked at
  public List<Lack> lacks() {
    return reached(() -> {
      var edition = edition();
      refuseOther(edition);
      return edition.isEmpty()
          ? Stream.concat(Stream.of(Lack.SCHEMA), layout.lacks().stream()).toList()
          : layout.lacks();
    });
  }
}
