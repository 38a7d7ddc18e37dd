package dev.feierabend.bench.cluster;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// When all shall sleep and when all shall be woken: full minutes, since not everybody knows finer
/// ones.
record Schedule(Instant sleep, Instant wake) {
  /// So long has everybody for each way.
  static final Duration BOUND = Duration.ofMinutes(3);

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

  /// The first that leaves `ahead` to get started.
  static Schedule after(Instant now, Duration ahead) {
    Instant sleep = now.plus(ahead).plus(Duration.ofMinutes(1)).truncatedTo(ChronoUnit.MINUTES);
    return new Schedule(sleep, sleep.plus(BOUND));
  }

  String local(String pattern, Instant at) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at.atZone(ZONE));
  }
}
