package dev.feierabend.core.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands every event to every handler, once, in the order of the log, read back from the log: live
/// and replayed events cannot differ.
///
/// A handler that sends a command gets its answer at once; what that command recorded is handed out
/// after the event at hand has been.
final class JournalTail {
  private static final Logger LOG = LoggerFactory.getLogger(JournalTail.class);

  private final CommitLog log;
  private final JournalReader reader;
  private final List<AnnotationEventHandlerAdapter> handlers;
  private final ReentrantLock turn = new ReentrantLock(true);
  private long handed;

  JournalTail(
      CommitLog log,
      JournalReader reader,
      List<Object> handlers,
      ParameterResolverFactory parameters) {
    this.log = log;
    this.reader = reader;
    this.handlers =
        handlers.stream()
            .map(handler -> new AnnotationEventHandlerAdapter(handler, parameters))
            .toList();
  }

  /// Hands out all that is in the log and wasn't yet. A handler's exception ends this, once the
  /// others have had the event too.
  void catchUp() {
    if (turn.isHeldByCurrentThread()) {
      return;
    }
    turn.lock();
    try {
      var failures = new ArrayList<RuntimeException>();
      while (handed < log.head().number()) {
        handOut(failures);
      }
      rethrow(failures);
    } finally {
      turn.unlock();
    }
  }

  private void handOut(List<RuntimeException> failures) {
    try (var commits = log.from(handed + 1)) {
      commits.forEachOrdered(commit -> {
        handed = commit.number();
        reader
            .messages(JournalReader.entries(commit))
            .forEach(event -> handlers.forEach(to -> hand(event, to, failures)));
      });
    }
  }

  private static void hand(
      EventMessage<?> event, AnnotationEventHandlerAdapter to, List<RuntimeException> failures) {
    try {
      to.handle(event);
    } catch (RuntimeException e) {
      failures.add(e);
    } catch (Exception e) {
      failures.add(new IllegalStateException(e));
    }
  }

  private static void rethrow(List<RuntimeException> failures) {
    if (failures.isEmpty()) {
      return;
    }
    var first = failures.getFirst();
    for (var other : failures) {
      LOG.error("A handler failed", other);
      if (!other.equals(first)) {
        first.addSuppressed(other);
      }
    }
    throw first;
  }
}
