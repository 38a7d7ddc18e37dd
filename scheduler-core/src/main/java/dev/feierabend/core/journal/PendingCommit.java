package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Events on their way into the log, with all that can be done before it is their turn: their
/// places are their own, and `body` is the text that will stand in the commit.
final class PendingCommit {
  private final CompletableFuture<Commit> answer = new CompletableFuture<>();
  private final Owner owner;
  private final List<StoredEvent> events;
  private final String body;

  private PendingCommit(Owner owner, List<StoredEvent> events, String body) {
    this.owner = owner;
    this.events = List.copyOf(events);
    this.body = body;
  }

  /// @throws SequenceTaken where two of the events want the same place
  static PendingCommit of(Owner owner, List<StoredEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("Expected events to commit but there are none");
    }
    Places.ofAll(events);
    return new PendingCommit(owner, events, Commit.body(events));
  }

  Owner owner() {
    return owner;
  }

  List<StoredEvent> events() {
    return events;
  }

  String body() {
    return body;
  }

  CompletableFuture<Commit> answer() {
    return answer;
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
