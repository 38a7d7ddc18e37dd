package dev.feierabend.policies.evaluation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// What a zone's clocks show, minute by minute from `start` on: the latest minute that they have
/// shown and the earliest that they will still show, both counted from `localStart`. Before a
/// minute that will be shown again, the one before it counts as still to come: what begins with a
/// minute shown twice begins at the second showing.
record LocalMinutes(Instant start, LocalDate localStart, int[] shown, int[] stillToCome) {

  static LocalMinutes of(ZoneId zone, Instant start, int minutes) {
    LocalDate localStart = LocalDate.ofInstant(start, zone).minusDays(2);
    var shown = new int[minutes];
    var stillToCome = new int[minutes];
    for (int i = 0; i < minutes; i++) {
      LocalDateTime now = LocalDateTime.ofInstant(start.plus(Duration.ofMinutes(i)), zone);
      stillToCome[i] = (int) Duration.between(localStart.atStartOfDay(), now).toMinutes();
      shown[i] = Math.max(stillToCome[i], i == 0 ? 0 : shown[i - 1]);
    }
    for (int i = minutes - 1, later = Integer.MAX_VALUE; i >= 0; i--) {
      int now = stillToCome[i];
      stillToCome[i] = Math.min(now, later - 1);
      later = Math.min(now, later);
    }
    return new LocalMinutes(start, localStart, shown, stillToCome);
  }

  int count() {
    return shown.length;
  }

  Instant at(int minute) {
    return start.plus(Duration.ofMinutes(minute));
  }

  int minuteOf(LocalDate date) {
    return (int) Duration.between(localStart.atStartOfDay(), date.atStartOfDay()).toMinutes();
  }
}
