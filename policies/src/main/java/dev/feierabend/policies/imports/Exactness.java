package dev.feierabend.policies.imports;

import dev.feierabend.policies.calendar.LocalTimes;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether instants can be told as minutes of a zone's wall time, and mean the same instants again.
final class Exactness {
  private static final int MOST_YEARS = 10;

  private Exactness() {}

  static Optional<Reason> obstacle(
      List<TimeSpec.Dated> dates, Optional<Instant> until, ZoneId zone) {
    return Stream.concat(
            until.stream(), dates.stream().flatMap(dated -> Stream.of(dated.from(), dated.to())))
        .flatMap(at -> obstacle(at, zone).stream())
        .findFirst()
        .or(() -> dates.stream().anyMatch(Exactness::tooLong) ? tooFar() : Optional.empty());
  }

  private static Optional<Reason> obstacle(Instant at, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(at, zone);
    if (local.getYear() < 1 || local.getYear() > 9999) {
      return tooFar();
    }
    if (!local.equals(local.truncatedTo(ChronoUnit.MINUTES))) {
      return Optional.of(Reason.SECONDS);
    }
    boolean plain =
        LocalTimes.sleepsAt(local, zone).equals(at) && LocalTimes.wakesAt(local, zone).equals(at);
    return plain ? Optional.empty() : Optional.of(Reason.CLOCK_CHANGE);
  }

  private static boolean tooLong(TimeSpec.Dated dated) {
    return ChronoUnit.DAYS.between(dated.from(), dated.to()) > MOST_YEARS * 366L;
  }

  private static Optional<Reason> tooFar() {
    return Optional.of(Reason.TOO_FAR);
  }
}
