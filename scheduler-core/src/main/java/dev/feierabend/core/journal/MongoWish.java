package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// What one appender wants kept, and what became of it. It remembers the hash of every commit that
/// was ever sent for it, for one that seemed lost may arrive late: then that is the one.
final class MongoWish {
  private final Owner owner;
  private final List<StoredEvent> events;
  private final List<String> places;
  private final String body;
  private final Set<String> sent = new HashSet<>();
  private final CompletableFuture<Boolean> released = new CompletableFuture<>();
  private @Nullable Commit kept;
  private @Nullable RuntimeException refused;

  private MongoWish(Owner owner, List<StoredEvent> events, List<String> places, String body) {
    this.owner = owner;
    this.events = events;
    this.places = places;
    this.body = body;
  }

  /// @throws SequenceTaken where two events want the same place
  static MongoWish of(Owner owner, List<StoredEvent> events) {
    return new MongoWish(owner, events, Places.ofAll(events), Commit.body(events));
  }

  Owner owner() {
    return owner;
  }

  String body() {
    return body;
  }

  List<String> places() {
    return places;
  }

  /// As a document to send.
  Document sending(Commit commit) {
    sent.add(commit.hash());
    return CommitDocuments.write(commit, places);
  }

  void keep(Commit commit) {
    kept = commit;
  }

  void refuse(RuntimeException because) {
    if (!settled()) {
      refused = because;
    }
  }

  /// Its appender has waited long enough: nobody writes it any more.
  void release() {
    if (!settled()) {
      refused = new IllegalStateException("The writer ended before this was settled");
    }
    released.complete(true);
  }

  boolean settled() {
    return kept != null || refused != null;
  }

  /// Settles it where one of its places is taken: by another, or by itself.
  void compare(Map<String, Commit> holders) {
    for (var event : events) {
      var holder = holders.get(Places.of(event));
      if (holder != null && sent.contains(holder.hash())) {
        keep(holder);
      } else if (holder != null) {
        refuse(new SequenceTaken(event.aggregate(), event.sequence()));
      }
    }
  }

  /// The commit, once it is released.
  ///
  /// @throws SequenceTaken where another took the place
  Commit outcome() {
    released.join();
    if (kept != null) {
      return kept;
    }
    throw refused == null ? new IllegalStateException("Nobody wrote this") : refused;
  }
}
