package dev.feierabend.app.demo;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// An evening or a morning: how often each step was done, between when and when; and what is worth
/// a line of its own.
final class Stretch {
  /// Step groups, in the order in which they are told.
  enum Group {
    SLEEP("asleep"),
    DRAIN("emptied"),
    OFF("off"),
    ON("up"),
    WAKE("awake");

    final String word;

    Group(String word) {
      this.word = word;
    }
  }

  record Count(int times, Instant first, Instant last) {
    Count and(Instant at) {
      return new Count(times + 1, first, at);
    }
  }

  record Remark(Instant at, String sentence) {}

  private final Map<Group, Count> counts = new EnumMap<>(Group.class);
  private final List<Remark> remarks = new ArrayList<>();

  void done(ActionIssued issued, Instant at) {
    switch (issued.step()) {
      case Step.Sleep _ -> count(Group.SLEEP, at);
      case Step.Wake _ -> count(Group.WAKE, at);
      case Step.Drain _ -> count(Group.DRAIN, at);
      case Step.PowerOff _ -> count(Group.OFF, at);
      case Step.PowerOn _ -> count(Group.ON, at);
      case Step.Cordon _, Step.Admit _ -> {}
    }
  }

  private void count(Group group, Instant at) {
    counts.merge(group, new Count(1, at, at), (old, _) -> old.and(at));
  }

  void remark(Instant at, String sentence) {
    remarks.add(new Remark(at, sentence));
  }

  Map<Group, Count> counts() {
    return counts;
  }

  List<Remark> remarks() {
    return remarks;
  }

  boolean quiet() {
    return counts.isEmpty() && remarks.isEmpty();
  }
}
