package dev.feierabend.core.planning.consolidation;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a host offers or a guest needs at its forecast peak: cores, MiB of memory, and whatever
/// else was declared, by name (`gpu`, `ports`). What wasn't declared counts as 0.
///
/// Whatever was measured can be told; what is no size (negative, NaN) is a [Fault] of the task.
public record Sizes(double cores, double memoryMiB, SortedMap<String, Double> further) {
  private static final SortedMap<String, Double> NOTHING = Collections.emptySortedMap();

  public Sizes {
    further =
        further.isEmpty() ? NOTHING : Collections.unmodifiableSortedMap(new TreeMap<>(further));
  }

  public static Sizes of(double cores, double memoryMiB) {
    return new Sizes(cores, memoryMiB, NOTHING);
  }
}
