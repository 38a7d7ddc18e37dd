package dev.feierabend.core.journal;

import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.List;
import org.bson.Document;

/// A commit as a MongoDB document: the same three texts as in a file, and what the indexes need.
final class CommitDocuments {
  static final String ID = "_id";
  static final String OWNER = "owner";
  static final String PLACES = "places";

  private CommitDocuments() {}

  /// The collection, asked and told in the way that loses nothing, with its indexes.
  static MongoCollection<Document> in(MongoDatabase database) {
    var commits =
        database
            .getCollection("commits")
            .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
            .withReadConcern(ReadConcern.MAJORITY)
            .withReadPreference(ReadPreference.primary());
    commits.createIndex(Indexes.ascending(PLACES), new IndexOptions().unique(true));
    commits.createIndex(Indexes.ascending(OWNER, ID));
    return commits;
  }

  static Document write(Commit commit, List<String> places) {
    return new Document(ID, commit.number())
        .append("sealed", commit.sealed())
        .append("hash", commit.hash())
        .append("body", commit.body())
        .append(OWNER, commit.header().owner().toString())
        .append(PLACES, places);
  }

  static Commit read(Document document) {
    var sealed = document.getString("sealed");
    return new Commit(
        CommitCodec.header(document.getLong(ID), sealed),
        sealed,
        document.getString("hash"),
        document.getString("body"));
  }
}
