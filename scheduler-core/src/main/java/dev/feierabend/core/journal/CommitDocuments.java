package dev.feierabend.core.journal;

import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static dev.feierabend.core.journal.MongoReach.reached;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import dev.feierabend.core.kernel.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.conversions.Bson;

/// Commits as documents of MongoDB, told and asked in the way that loses nothing: the same three
/// texts as in a file, and what the indexes need.
final class CommitDocuments {
  static final String NAME = "commits";
  static final String ID = "_id";
  static final String SEALED = "sealed";
  static final String HASH = "hash";
  static final String BODY = "body";
  static final String OWNER = "owner";
  static final String PLACES = "places";

  private final MongoCollection<Document> commits;

  private CommitDocuments(MongoCollection<Document> commits) {
    this.commits = commits;
  }

  static CommitDocuments of(MongoDatabase database) {
    return new CommitDocuments(
        database
            .getCollection(NAME)
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withReadConcern(ReadConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary()));
  }

  /// In order, up to the first that is refused.
  ///
  /// @throws com.mongodb.MongoException where one was refused, or where it is unknown
  void insert(List<Document> documents) {
    commits.insertMany(documents);
  }

  /// The end of the chain.
  CommitChain end() {
    return last(new Document()).map(CommitChain::after).orElse(CommitChain.EMPTY);
  }

  Head headOf(Owner owner) {
    return last(eq(OWNER, owner.toString())).map(Commit::head).orElse(Head.GENESIS);
  }

  private Optional<Commit> last(Bson filter) {
    return listed(
            commits.find(filter).sort(descending(ID)).limit(1).projection(exclude(BODY, PLACES)))
        .stream()
        .findFirst();
  }

  /// The next `size` commits from `number` on. They are named one by one, because some servers
  /// search through everything for a range; where not all of them are there, it is the end or a
  /// gap, and a range tells which.
  List<Commit> page(long number, int size) {
    var named = listed(commits.find(in(ID, numbers(number, size))).sort(ascending(ID)));
    return named.size() == size
        ? named
        : listed(commits.find(gte(ID, number)).sort(ascending(ID)).limit(size));
  }

  private static List<Long> numbers(long first, int count) {
    return LongStream.range(first, first + count).boxed().toList();
  }

  /// What stands at `count` numbers from `number` on, in order, without bodies.
  List<Commit> headersFrom(long number, int count) {
    return listed(
        commits
            .find(in(ID, numbers(number, count)))
            .sort(ascending(ID))
            .projection(exclude(BODY, PLACES)));
  }

  List<Commit> aggregate(String aggregate, long sequence) {
    var range =
        new Document("$gte", Places.of(aggregate, sequence))
            .append("$lte", Places.of(aggregate, Long.MAX_VALUE));
    return listed(commits.find(elemMatch(PLACES, range)).sort(ascending(ID)));
  }

  /// The commits that hold any of these places, by all of their places.
  Map<String, Commit> holders(Collection<String> places) {
    return reached(() -> {
      var holders = new HashMap<String, Commit>();
      for (var document : commits.find(in(PLACES, places))) {
        var commit = read(document);
        document.getList(PLACES, String.class).forEach(place -> holders.put(place, commit));
      }
      return holders;
    });
  }

  private static List<Commit> listed(FindIterable<Document> found) {
    return reached(() -> found.map(CommitDocuments::read).into(new ArrayList<>()));
  }

  static Document write(Commit commit, List<String> places) {
    return new Document(ID, commit.number())
        .append(SEALED, commit.sealed())
        .append(HASH, commit.hash())
        .append(BODY, commit.body())
        .append(OWNER, commit.header().owner().toString())
        .append(PLACES, places);
  }

  /// Without its body where that wasn't asked for.
  private static Commit read(Document document) {
    var sealed = document.getString(SEALED);
    return new Commit(
        CommitCodec.header(document.getLong(ID), sealed),
        sealed,
        document.getString(HASH),
        document.get(BODY, ""));
  }
}
