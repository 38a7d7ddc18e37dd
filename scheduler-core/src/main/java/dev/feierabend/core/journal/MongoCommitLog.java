package dev.feierabend.core.journal;

import com.mongodb.client.MongoDatabase;
import dev.feierabend.core.kernel.Owner;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The log several replicas share: one document a commit. A number is claimed by inserting it; who
/// finds it taken looks again. A unique index over the events' places decides conflicts, so no
/// clock, no transaction and no hole is possible.
public final class MongoCommitLog implements CommitLog {
  private static final int PAGE = 500;

  private final CommitDocuments documents;
  private final MongoGroup group;

  private MongoCommitLog(CommitDocuments documents, InstantSource clock) {
    this.documents = documents;
    this.group = new MongoGroup(new MongoWriter(documents, clock));
  }

  /// The log in `database`, whose client stays the caller's; begun where there is none and the
  /// client's user may.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where it has another schema than this release's
  public static MongoCommitLog of(MongoDatabase database, InstantSource clock) {
    MongoSchema.in(database).require();
    return new MongoCommitLog(CommitDocuments.of(database), clock);
  }

  /// The same, to be read: nothing is begun where there is none.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where there is no journal
  public static MongoCommitLog existing(MongoDatabase database) {
    MongoSchema.in(database).expect();
    return new MongoCommitLog(CommitDocuments.of(database), () -> Instant.EPOCH);
  }

  @Override
  public Head head() {
    return documents.end().head();
  }

  @Override
  public Commit append(Owner owner, List<StoredEvent> events) {
    return group.append(MongoWish.of(owner, events));
  }

  @Override
  public Stream<Commit> from(long number) {
    return Stream.iterate(documents.page(number, PAGE), page -> !page.isEmpty(), this::after)
        .flatMap(List::stream);
  }

  private List<Commit> after(List<Commit> page) {
    return page.size() < PAGE ? List.of() : documents.page(page.getLast().number() + 1, PAGE);
  }

  @Override
  public List<Commit> aggregate(String aggregate, long sequence) {
    return documents.aggregate(aggregate, sequence);
  }

  /// The client is the caller's to close.
  @Override
  public void close() {
    group.close();
  }
}
