package dev.feierabend.bench;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import dev.feierabend.app.store.MongoStore;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.StoredEvent;
import java.util.HexFormat;
import java.util.List;
import org.bson.Document;

/// The driver with nothing above it: the documents of a journal, made beforehand, under the same
/// indexes.
record RawMongo(
    MongoStore store, MongoCollection<Document> commits, List<Document> documents, int size)
    implements Subject.Trial {

  static RawMongo in(MongoStore store, List<Commit> commits, int size) {
    return new RawMongo(
        store,
        store
            .database()
            .getCollection("commits")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true)),
        commits.stream().map(RawMongo::document).toList(),
        size);
  }

  private static Document document(Commit commit) {
    return new Document("_id", commit.number())
        .append("sealed", commit.sealed())
        .append("hash", commit.hash())
        .append("body", commit.body())
        .append("owner", commit.header().owner().toString())
        .append("places", commit.events().stream().map(RawMongo::place).toList());
  }

  private static String place(StoredEvent event) {
    return event.aggregate() + " " + HexFormat.of().toHexDigits(event.sequence());
  }

  @Override
  public long run() {
    for (int from = 0; from < documents.size(); from += size) {
      commits.insertMany(documents.subList(from, Math.min(from + size, documents.size())));
    }
    return documents.size();
  }

  @Override
  public void end() {
    store.database().drop();
    store.close();
  }
}
