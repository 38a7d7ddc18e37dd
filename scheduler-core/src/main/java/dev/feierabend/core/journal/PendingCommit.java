package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Events on their way into the log, with all that can be done before it is their turn: their
/// places are their own, and `body` is the text that will stand in the commit.
record PendingCommit(
    Owner owner, List<StoredEvent> events, String body, CompletableFuture<Commit> answer) {

  /// @throws SequenceTaken where two of the events want the same place
  static PendingCommit of(Owner owner, List<StoredEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("Expected events to commit but there are none");
    }
    Places.ofAll(events);
    return new PendingCommit(owner, events, Commit.body(events), new CompletableFuture<>());
  }

  /// Returns once its group was answered.
  Commit answered() {
    try {
      return answer.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case RuntimeException refused -> throw refused;
        case Error fault -> throw fault;
        case null, default -> throw e;
      }
    }
  }
}
