package dev.feierabend.core.planning;

import dev.feierabend.core.waking.LeadTimes;
import dev.feierabend.core.waking.Waves;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How hosts come back, as far as that makes them begin earlier than agreed, or others stand in.
///
/// @param guests how long guests take once their host serves, beside what agreements say of it
/// @param look the longest time between two looks while nothing is under way
/// @param late hosts that are on their way for longer than they should be
public record Rising(
    LeadTimes leads,
    Waves waves,
    Duration guests,
    Duration look,
    SortedMap<MachineId, Reason.LateToWake> late) {
  /// Nobody begins before the agreed time.
  public static final Rising NONE =
      new Rising(
          LeadTimes.NONE,
          Waves.of(Integer.MAX_VALUE),
          Duration.ZERO,
          Duration.ZERO,
          Collections.emptySortedMap());

  public Rising {
    late = Collections.unmodifiableSortedMap(new TreeMap<>(late));
  }

  boolean isNone() {
    return leads.byHost().isEmpty();
  }
}
