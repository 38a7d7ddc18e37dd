package dev.feierabend.core.archiving;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.OfAction;
import dev.feierabend.core.acting.ActionId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// What happened to hosts and workloads, turn by turn: each is taken away and comes back. Where one
/// is taken away while it was whole, a turn begins anew, and all before that is done with.
final class Cycles {
  /// Hears of each action that is issued: on what, and whether a turn begins.
  @FunctionalInterface
  interface Watcher {
    void issued(String subject, boolean anew);
  }

  private final Map<String, Cycle> cycles = new HashMap<>();
  private final Map<ActionId, String> open = new HashMap<>();
  private final BitSet done = new BitSet();
  private final Watcher watcher;

  Cycles(Watcher watcher) {
    this.watcher = watcher;
  }

  void take(long commit, OfAction event) {
    if (event instanceof ActionIssued issued) {
      issue(commit, issued);
      return;
    }
    String subject = open.get(event.action());
    if (subject != null && cycle(subject).go(commit, event)) {
      open.remove(event.action());
    }
  }

  private void issue(long commit, ActionIssued issued) {
    String subject = issued.step().subject();
    var cycle = cycle(subject);
    boolean anew = cycle.endsBefore(issued);
    if (anew) {
      cycle.end().forEach(number -> done.set(Math.toIntExact(number)));
    }
    cycle.issue(commit, issued);
    open.put(issued.action(), subject);
    watcher.issued(subject, anew);
  }

  /// Somebody else changed it.
  void changed(String subject) {
    cycle(subject).changed();
  }

  private Cycle cycle(String subject) {
    return cycles.computeIfAbsent(subject, _ -> new Cycle());
  }

  boolean leaves(long commit) {
    return done.get(Math.toIntExact(commit));
  }
}
