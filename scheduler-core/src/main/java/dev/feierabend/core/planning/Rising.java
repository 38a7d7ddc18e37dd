package dev.feierabend.core.planning;

import dev.feierabend.core.waking.GuestTimes;
import dev.feierabend.core.waking.LeadTimes;
import dev.feierabend.core.waking.Waves;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/// How hosts come back, as far as that makes them begin earlier than agreed, or others stand in.
///
/// @param guests how long each guest takes once its host serves, beside what agreements say of it
/// @param look the longest time between two looks while nothing is under way
/// @param late hosts that are on their way for longer than they should be, or can't be switched on
public record Rising(
    LeadTimes leads,
    Waves waves,
    GuestTimes guests,
    Duration look,
    SortedMap<MachineId, Reason.Missed> late) {
  /// Nobody begins before the agreed time.
  public static final Rising NONE =
      new Rising(
          LeadTimes.NONE,
          Waves.of(Integer.MAX_VALUE),
          GuestTimes.of(Duration.ZERO),
          Duration.ZERO,
          Collections.emptySortedMap());

  public Rising {
    late = Collections.unmodifiableSortedMap(new TreeMap<>(late));
  }

  boolean isNone() {
    return leads.byHost().isEmpty();
  }
}
