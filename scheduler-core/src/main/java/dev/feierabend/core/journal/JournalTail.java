package dev.feierabend.core.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private final ReadModels models;
  private final List<AnnotationEventHandlerAdapter> handlers;
  private final WantedReader wanted;
  private final Map<Class<?>, List<AnnotationEventHandlerAdapter>> addressees = new HashMap<>();
  private final ReentrantLock turn = new ReentrantLock(true);
  private Head handed;

  /// Whether every handler had all that was handed out; where one failed, nobody knows what it
  /// knows.
  private boolean whole = true;

  JournalTail(
      CommitLog log, JournalReader reader, ReadModels models, ParameterResolverFactory parameters) {
    this.log = log;
    this.reader = reader;
    this.models = models;
    this.handlers =
        models.handlers().stream()
            .map(handler -> new AnnotationEventHandlerAdapter(handler, parameters))
            .toList();
    this.wanted = reader.of(type -> !addressees(type).isEmpty());
    this.handed = models.recall(log);
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
      while (handed.number() < log.head().number()) {
        handOut(failures);
      }
      rethrow(failures);
      if (whole) {
        models.told(handed);
      }
    } finally {
      turn.unlock();
    }
  }

  /// Lets the read models put aside what they know.
  void close() {
    turn.lock();
    try {
      if (whole) {
        models.putAside(handed);
      }
    } finally {
      turn.unlock();
    }
  }

  private void handOut(List<RuntimeException> failures) {
    try (var commits = log.from(handed.number() + 1)) {
      commits.forEachOrdered(commit -> handOut(commit, failures));
    }
  }

  private void handOut(Commit commit, List<RuntimeException> failures) {
    boolean before = whole;
    whole = false;
    handed = commit.head();
    for (var event : messages(commit)) {
      addressees(event.getPayloadType()).forEach(to -> hand(event, to, failures));
    }
    whole = before && failures.isEmpty();
  }

  private List<? extends EventMessage<?>> messages(Commit commit) {
    return wanted
        .read(commit)
        .orElseGet(() -> List.copyOf(reader.messages(JournalReader.entries(commit)).toList()));
  }

  /// Whoever handles events of this type, in order.
  private List<AnnotationEventHandlerAdapter> addressees(Class<?> type) {
    return addressees.computeIfAbsent(
        type, it -> handlers.stream().filter(to -> to.canHandleType(it)).toList());
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
