package dev.feierabend.core.planning;

import dev.feierabend.policies.terms.MachineId;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which hosts may not sleep yet, as it isn't known that they wake; and which of them may be
/// drilled now.
///
/// @param due hosts that stay on, each with the reason
/// @param trials in the order in which they are tried; the one that is under way is the only one
public record Supervision(SortedMap<MachineId, Reason.OfDrill> due, List<Trial> trials) {
  /// Every host is trusted.
  public static final Supervision NONE = new Supervision(new TreeMap<>(), List.of());

  public Supervision {
    due = Collections.unmodifiableSortedMap(new TreeMap<>(due));
    trials = List.copyOf(trials);
  }

  boolean isNone() {
    return due.isEmpty() && trials.isEmpty();
  }
}
