package dev.feierabend.core.reporting.closing;

import dev.feierabend.core.reporting.energy.Accounts;
import dev.feierabend.core.reporting.energy.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Keeps the accounts that were read last, each as long as nothing more is recorded: the whole
/// journal is read for them. One is read at a time, so that whoever asks often keeps no more than
/// one thread and one disk busy.
final class LastRead {
  private static final int MOST = 64;

  /// @param last the number of the last commit that is read
  private record Asked(Span span, long last) {}

  private final Map<Asked, Optional<Accounts>> kept =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Optional<Accounts>> eldest) {
          return size() > MOST;
        }
      };

  /// What fails is asked again.
  synchronized Optional<Accounts> of(Span span, long last, Supplier<Optional<Accounts>> reading) {
    var asked = new Asked(span, last);
    Optional<Accounts> known = kept.get(asked);
    if (known == null) {
      known = reading.get();
      kept.put(asked, known);
    }
    return known;
  }
}
