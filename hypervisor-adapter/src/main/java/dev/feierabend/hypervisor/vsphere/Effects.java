package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.hypervisor.vsphere.Reply.Said;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Effects that vCenter carries out as tasks. One that takes longer than anybody waits is kept in
/// mind: asked for again, it is followed instead of begun a second time. A restart of this process
/// forgets them, and then what is seen decides.
final class Effects {
  private record Pending(String what, Ref task) {}

  private final Session session;
  private final Tasks tasks;
  private final Duration patience;
  private final Map<Ref, Pending> pending = new ConcurrentHashMap<>();
  private final Map<Ref, Object> turns = new ConcurrentHashMap<>();

  Effects(Session session, Duration patience) {
    this.session = session;
    this.tasks = new Tasks(session);
    this.patience = patience;
  }

  /// Begins a task, or goes on following it.
  ///
  /// @param what tells it from every other task of the same object, and stands in sentences
  Answer perform(Ref object, String what, Request begin) {
    synchronized (turns.computeIfAbsent(object, _ -> new Object())) {
      Optional<Answer> earlier = earlier(object, what);
      return earlier.orElseGet(() -> begin(object, what, begin));
    }
  }

  /// For what is already so: `DONE` unless a task that would change it is still under way.
  Answer already(Ref object, String what) {
    synchronized (turns.computeIfAbsent(object, _ -> new Object())) {
      return earlier(object, what).filter(Answer.Unknown.class::isInstance).orElse(Answer.DONE);
    }
  }

  private Optional<Answer> earlier(Ref object, String what) {
    Pending before = pending.get(object);
    if (before == null) {
      return Optional.empty();
    }
    if (before.what().equals(what)) {
      return Optional.of(conclude(object, before, patience));
    }
    conclude(object, before, Duration.ZERO);
    return pending.containsKey(object)
        ? Optional.of(
            new Answer.Unknown(
                "%s: %s is still under way; ask again".formatted(what, before.what())))
        : Optional.empty();
  }

  private Answer begin(Ref object, String what, Request begin) {
    Reply reply = session.call(begin);
    if (!(reply instanceof Said said)) {
      return Answers.of(what, reply);
    }
    Optional<Ref> task = said.value().ref();
    if (task.isEmpty()) {
      return new Answer.Unknown("%s: vCenter named no task".formatted(what));
    }
    var begun = new Pending(what, task.get());
    pending.put(object, begun);
    return conclude(object, begun, patience);
  }

  private Answer conclude(Ref object, Pending it, Duration patience) {
    Tasks.State state = tasks.follow(it.task(), patience);
    if (!(state instanceof Tasks.Running) && !unheard(state)) {
      pending.remove(object);
    }
    return switch (state) {
      case Tasks.Succeeded _ -> Answer.DONE;
      case Tasks.Running _ -> Answer.STILL_ASKED;
      case Tasks.Failed(var fault) ->
          new Answer.Refused("%s: %s".formatted(it.what(), fault.message()));
      case Tasks.Lost(var reply) ->
          new Answer.Unknown("%s: %s".formatted(it.what(), because(reply)));
    };
  }

  /// The server said nothing, so that the task may still be there.
  private static boolean unheard(Tasks.State state) {
    return state instanceof Tasks.Lost(var reply) && reply instanceof Reply.Silence;
  }

  private static String because(Reply reply) {
    return switch (reply) {
      case Said _ -> "vCenter tells nothing of its task";
      case Reply.Fault fault -> fault.message();
      case Reply.Silence(var because) -> because;
    };
  }
}
