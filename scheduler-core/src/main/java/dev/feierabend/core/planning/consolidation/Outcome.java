package dev.feierabend.core.planning.consolidation;

import java.util.List;

/// A plan, or what is wrong with the task.
public sealed interface Outcome {
  record Planned(Plan plan) implements Outcome {}

  /// Every fault that was found; nothing is switched or moved.
  record Refused(List<Fault> faults) implements Outcome {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
