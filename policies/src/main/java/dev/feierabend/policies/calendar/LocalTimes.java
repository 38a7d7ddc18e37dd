package dev.feierabend.policies.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/// Local times as instants where the clocks change: on is safe. A time that the clocks show twice
/// lets sleep begin at its second showing and end at its first; a time that they skip counts as the
/// instant of the change, for both, so that nothing sleeps between two skipped times.
public final class LocalTimes {
  private LocalTimes() {}

  /// When the clocks show `local` for the last time; from then on they show it or later, for good.
  public static Instant sleepsAt(LocalDateTime local, ZoneId zone) {
    return at(local, zone, true);
  }

  /// Before this instant the clocks have never shown `local` or later.
  public static Instant wakesAt(LocalDateTime local, ZoneId zone) {
    return at(local, zone, false);
  }

  private static Instant at(LocalDateTime local, ZoneId zone, boolean last) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.isEmpty()) {
      ZoneOffsetTransition gap = rules.getTransition(local);
      return gap.getInstant();
    }
    return local.toInstant(last ? offsets.getLast() : offsets.getFirst());
  }
}
