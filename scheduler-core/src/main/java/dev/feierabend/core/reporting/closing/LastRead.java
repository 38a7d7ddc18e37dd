package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.reporting.energy.Accounts;
import dev.feierabend.core.reporting.energy.Span;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the accounts that were read last, each as long as nothing more is recorded, of a period
/// that isn't over until the next hour: the whole journal is read for them. One is read at a time,
/// so that whoever asks often keeps no more than one thread and one disk busy.
final class LastRead {
  private static final int MOST = 64;

  /// @param last the number of the last commit that is read
  /// @param hour up to which what of it isn't over should be recorded
  private record Asked(Span span, long last, Instant hour) {}

  private final Map<Asked, Optional<Accounts>> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Optional<Accounts>> eldest) {
          return size() > MOST;
        }
      };

  /// What fails is asked again.
  synchronized Optional<Accounts> of(
      Span span, long last, Instant now, Supplier<Optional<Accounts>> reading) {
    Instant hour = now.isBefore(span.until()) ? now.truncatedTo(ChronoUnit.HOURS) : span.until();
    var asked = new Asked(span, last, hour);
    Optional<Accounts> known = kept.get(asked);
    if (known == null) {
      known = reading.get();
      kept.put(asked, known);
    }
    return known;
  }
}
