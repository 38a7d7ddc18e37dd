package dev.feierabend.policies.imports;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// When something sleeps, in the wall time of `zone`: every week in `asleep`, and once in each of
/// `dates`, but neither in `awake` nor before `notBefore`.
record Schedule(
    ZoneId zone,
    WeekMinutes asleep,
    List<Dates> dates,
    List<Dates> awake,
    Optional<LocalDateTime> notBefore) {
  Schedule {
    dates = List.copyOf(dates);
    awake = List.copyOf(awake);
  }

  /// From inclusive, to exclusive.
  record Dates(LocalDateTime from, LocalDateTime to) {}

  static Schedule weekly(ZoneId zone, WeekMinutes asleep) {
    return new Schedule(zone, asleep, List.of(), List.of(), Optional.empty());
  }

  /// Something that stays on, whatever else lets it sleep.
  static Schedule alwaysOn(ZoneId zone) {
    return weekly(zone, WeekMinutes.NONE);
  }

  /// Whether this surely sleeps only while `other` does.
  boolean within(Schedule other) {
    boolean bare = dates.isEmpty() && other.awake.isEmpty() && other.notBefore.isEmpty();
    return bare && zone.equals(other.zone) && asleep.without(other.asleep).isEmpty();
  }
}
