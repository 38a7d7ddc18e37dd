package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.MongoReach.reached;

import com.mongodb.client.MongoDatabase;
import java.util.List;

/// A MongoDB that a history is copied into.
public final class MongoSink implements SealedSink {
  private final CommitDocuments documents;

  private MongoSink(CommitDocuments documents) {
    this.documents = documents;
  }

  /// The journal in `database`, begun where there is none; the client stays the caller's.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where it has another schema than this release's
  public static MongoSink of(MongoDatabase database) {
    MongoSchema.in(database).require();
    return new MongoSink(CommitDocuments.of(database));
  }

  @Override
  public Head head() {
    return documents.end().head();
  }

  @Override
  public void take(List<Commit> commits) {
    var written =
        commits.stream().map(commit -> CommitDocuments.write(commit, Places.of(commit))).toList();
    reached(() -> {
      documents.insert(written);
      return written;
    });
  }

  /// The client is the caller's to close.
  @Override
  public void close() {}
}
