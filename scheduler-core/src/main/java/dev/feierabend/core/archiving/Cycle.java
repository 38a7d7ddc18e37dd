package dev.feierabend.core.archiving;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.OfAction;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// One host's or workload's current turn.
final class Cycle {
  /// An action under way, by the commits that tell of it.
  record Told(Step step, List<Long> commits) {}

  private final Map<ActionId, Told> open = new HashMap<>();
  private final List<Told> concluded = new ArrayList<>();
  private final Boots boots = new Boots();

  /// What the actions so far were issued for: a plan, or the beginning of a window. Their count
  /// goes on as long as it is the same.
  private final Set<String> occasions = new HashSet<>();

  private boolean away;
  private boolean off;
  private boolean failed;

  /// Whether nothing that was said of it before counts from this action on.
  boolean endsBefore(ActionIssued issued) {
    boolean begins =
        switch (issued.step()) {
          case Step.Sleep _, Step.Cordon _ -> true;
          case Step.Wake _, Step.Drain _, Step.PowerOff _, Step.PowerOn _, Step.Admit _ -> false;
        };
    return begins
        && open.isEmpty()
        && !away
        && !off
        && !occasions.contains(occasion(issued.action()));
  }

  /// The commits that are done with. Where something failed on a host, which is held back for it,
  /// all of the turn stays; of others what tells how it woke does, for a while.
  Stream<Long> end() {
    var done = failed ? List.<Told>of() : List.copyOf(concluded);
    concluded.clear();
    failed = false;
    return done.stream().flatMap(boots::release).map(Told::commits).flatMap(List::stream);
  }

  void issue(long commit, ActionIssued issued) {
    occasions.add(occasion(issued.action()));
    open.put(issued.action(), new Told(issued.step(), new ArrayList<>(List.of(commit))));
    switch (issued.step()) {
      case Step.Cordon _ -> away = true;
      case Step.Wake _ -> away = false;
      case Step.PowerOn _ -> off = false;
      case Step.Sleep _, Step.Drain _, Step.PowerOff _, Step.Admit _ -> {}
    }
  }

  /// @return whether the action is concluded by that
  boolean go(long commit, OfAction event) {
    var told = open.get(event.action());
    if (told == null) {
      return false;
    }
    told.commits().add(commit);
    return switch (event) {
      case ActionIssued _, OutcomeUnknown _ -> false;
      case ActionCompleted _ -> {
        complete(told.step());
        boots.complete(told);
        yield conclude(event.action(), told);
      }
      case ActionRefused _, ActionTimedOut _ -> {
        boots.fail(told.step());
        failed |= told.step() instanceof Step.OnHost;
        yield conclude(event.action(), told);
      }
    };
  }

  private boolean conclude(ActionId action, Told told) {
    open.remove(action);
    return concluded.add(told);
  }

  private void complete(Step step) {
    switch (step) {
      case Step.Sleep _ -> away = true;
      case Step.Admit _ -> away = false;
      case Step.PowerOff _ -> off = true;
      case Step.Wake _, Step.Cordon _, Step.Drain _, Step.PowerOn _ -> {}
    }
  }

  /// Somebody else changed it: it is no longer as it was left.
  void changed() {
    off = false;
    away = false;
    boots.changed();
  }

  private static String occasion(ActionId action) {
    String id = action.value();
    int end = id.lastIndexOf('#');
    return id.substring(id.lastIndexOf('@') + 1, end < 0 ? id.length() : end);
  }
}
