package dev.feierabend.core.journal;

import java.util.ArrayList;
import java.util.List;

/// Remembers from which event on aggregates were read.
final class Counting extends StaysOpen {
  private final List<String> asked = new ArrayList<>();

  Counting(CommitLog log) {
    super(log);
  }

  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public List<Commit> aggregate(String aggregate, long sequence) {
    asked.add(aggregate + " from " + sequence);
    return super.aggregate(aggregate, sequence);
  }
}
