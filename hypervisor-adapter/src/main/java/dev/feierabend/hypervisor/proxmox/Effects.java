package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.hypervisor.proxmox.Picture.SeenGuest;
import dev.feierabend.hypervisor.proxmox.Reply.Said;
import dev.feierabend.hypervisor.proxmox.Tasks.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Effects on guests, which Proxmox VE carries out as tasks. One that has begun is kept in mind:
/// asked for again, it is followed instead of begun a second time. A restart of this process
/// forgets them, and then what is seen decides.
final class Effects {
  /// What is to be done.
  ///
  /// @param what tells it from every other effect on the same guest, and stands in sentences
  /// @param deadline so long it may take before it is said that it doesn't end
  record Effect(String what, Request request, Duration deadline) {}

  /// @param handed the task only hands it to the HA manager, which does it later
  private record Pending(String what, Task task, Instant until, boolean handed) {}

  private final ProxmoxCluster cluster;
  private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
  private final Map<Long, Object> turns = new ConcurrentHashMap<>();

  Effects(ProxmoxCluster cluster) {
    this.cluster = cluster;
  }

  /// Begins a task, or goes on following it.
  Answer perform(SeenGuest guest, Effect effect) {
    synchronized (turn(guest)) {
      return earlier(guest, effect.what()).orElseGet(() -> begin(guest, effect));
    }
  }

  /// For what is already so: `DONE` unless a task that would change it is still under way.
  Answer already(SeenGuest guest, String what) {
    synchronized (turn(guest)) {
      Answer answer =
          earlier(guest, what).filter(Answer.Unknown.class::isInstance).orElse(Answer.DONE);
      if (answer instanceof Answer.Done) {
        pending.remove(guest.place().number());
      }
      return answer;
    }
  }

  void forget(SeenGuest guest) {
    pending.remove(guest.place().number());
  }

  private Object turn(SeenGuest guest) {
    return turns.computeIfAbsent(guest.place().number(), _ -> new Object());
  }

  private Optional<Answer> earlier(SeenGuest guest, String what) {
    Pending before = pending.get(guest.place().number());
    if (before == null) {
      return Optional.empty();
    }
    boolean late = !cluster.now().isBefore(before.until());
    Answer outcome = conclude(guest, before, late);
    boolean over = !pending.containsKey(guest.place().number());
    if (before.what().equals(what)) {
      // What ended long ago answers nobody who asks today.
      return over && late ? Optional.empty() : Optional.of(outcome);
    }
    return over
        ? Optional.empty()
        : Optional.of(
            new Answer.Unknown(
                "%s: %s is still under way; ask again".formatted(what, before.what())));
  }

  private Answer begin(SeenGuest guest, Effect effect) {
    if (!guest.lock().isEmpty() && !guest.lock().equals("suspended")) {
      return new Answer.NotYet("%s: it is locked (%s)".formatted(effect.what(), guest.lock()));
    }
    Reply reply = cluster.access().send(effect.request());
    if (!(reply instanceof Said(var data))) {
      return Answers.of(effect.what(), reply);
    }
    Optional<Task> task = Task.of(data);
    if (task.isEmpty()) {
      return new Answer.Unknown("%s: Proxmox VE named no task".formatted(effect.what()));
    }
    var begun =
        new Pending(
            effect.what(), task.get(), cluster.now().plus(effect.deadline()), guest.underHa());
    pending.put(guest.place().number(), begun);
    return conclude(guest, begun, false);
  }

  private Answer conclude(SeenGuest guest, Pending it, boolean late) {
    Tasks.State state = Tasks.state(cluster.access(), it.task());
    boolean goesOn =
        switch (state) {
          case Tasks.Running _ -> true;
          case Tasks.Succeeded _ -> it.handed() && !late;
          case Tasks.Lost lost -> !lost.gone();
          case Tasks.Failed _ -> false;
        };
    if (!goesOn) {
      pending.remove(guest.place().number());
    }
    return switch (state) {
      case Tasks.Succeeded _ -> it.handed() ? Answer.STILL_ASKED : Answer.DONE;
      case Tasks.Running _ -> late ? endless(it) : Answer.STILL_ASKED;
      case Tasks.Failed(var words) -> Answers.no(it.what(), words);
      case Tasks.Lost(var because, _) -> new Answer.Unknown("%s: %s".formatted(it.what(), because));
    };
  }

  private static Answer endless(Pending it) {
    return new Answer.Unknown(
        "%s: expected to be over by %s but it is still under way; look at %s in the task list"
            .formatted(it.what(), it.until(), it.task().upid()));
  }
}
