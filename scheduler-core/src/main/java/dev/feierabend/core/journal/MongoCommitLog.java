package dev.feierabend.core.journal;

import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static dev.feierabend.core.journal.CommitDocuments.ID;
import static dev.feierabend.core.journal.CommitDocuments.OWNER;
import static dev.feierabend.core.journal.CommitDocuments.PLACES;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;

/// The log several replicas share: one document a commit. A number is claimed by inserting it; who
/// finds it taken looks again. A unique index over the events' places decides conflicts, so no
/// clock, no transaction and no hole is possible.
public final class MongoCommitLog implements CommitLog {
  private static final int PAGE = 500;

  private final MongoCollection<Document> commits;
  private final InstantSource clock;

  private MongoCommitLog(MongoCollection<Document> commits, InstantSource clock) {
    this.commits = commits;
    this.clock = clock;
  }

  /// The log in `database`, whose client stays the caller's.
  public static MongoCommitLog of(MongoDatabase database, InstantSource clock) {
    return reached(() -> new MongoCommitLog(CommitDocuments.in(database), clock));
  }

  @Override
  public Head head() {
    return reached(() -> last(new Document())).map(Commit::head).orElse(Head.GENESIS);
  }

  @Override
  public Commit append(Owner owner, List<StoredEvent> events) {
    var places = Places.ofAll(events);
    while (true) {
      // The end of the chain is read first: who commits in between takes the number, and this
      // begins
      // anew.
      var chain =
          reached(() -> last(new Document())).map(CommitChain::after).orElse(CommitChain.EMPTY);
      var before = reached(() -> last(eq(OWNER, owner.toString())));
      var commit = chain.next(clock, owner, before.map(Commit::head).orElse(Head.GENESIS), events);
      if (reached(() -> inserted(commit, places))) {
        return commit;
      }
      refuseTaken(events);
    }
  }

  private boolean inserted(Commit commit, List<String> places) {
    try {
      commits.insertOne(CommitDocuments.write(commit, places));
      return true;
    } catch (MongoWriteException e) {
      if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
        return false;
      }
      throw e;
    }
  }

  private void refuseTaken(List<StoredEvent> events) {
    for (var event : events) {
      if (reached(() -> commits.find(eq(PLACES, Places.of(event))).first() != null)) {
        throw new SequenceTaken(event.aggregate(), event.sequence());
      }
    }
  }

  private Optional<Commit> last(Bson filter) {
    return Optional.ofNullable(commits.find(filter).sort(descending(ID)).first())
        .map(CommitDocuments::read);
  }

  @Override
  public Stream<Commit> from(long number) {
    return Stream.iterate(
            page(number), page -> !page.isEmpty(), page -> page(page.getLast().number() + 1))
        .flatMap(List::stream);
  }

  private List<Commit> page(long number) {
    return found(gte(ID, number), PAGE);
  }

  @Override
  public List<Commit> aggregate(String aggregate, long sequence) {
    var range =
        new Document("$gte", Places.of(aggregate, sequence))
            .append("$lte", Places.of(aggregate, Long.MAX_VALUE));
    return found(elemMatch(PLACES, range), 0);
  }

  private List<Commit> found(Bson filter, int limit) {
    return reached(() ->
        commits
            .find(filter)
            .sort(ascending(ID))
            .limit(limit)
            .map(CommitDocuments::read)
            .into(new ArrayList<>()));
  }

  private static <T> T reached(Supplier<T> asking) {
    try {
      return asking.get();
    } catch (MongoException e) {
      throw new Outage(
          "The journal's MongoDB refuses or cannot be reached: %s".formatted(e.getMessage()), e);
    }
  }

  /// The client is the caller's to close.
  @Override
  public void close() {}
}
