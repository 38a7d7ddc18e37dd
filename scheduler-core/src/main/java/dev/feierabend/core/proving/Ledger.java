package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.proving.ProvingEvent.PeriodArchived;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The archives that a history names, the earliest first.
public record Ledger(List<PeriodArchived> periods) {
  public Ledger {
    periods = List.copyOf(periods);
  }

  /// @param history all of it
  public static Ledger in(Stream<Commit> history) {
    return new Ledger(
        history
            .flatMap(commit -> CheckpointReader.events(commit).stream())
            .filter(PeriodArchived.class::isInstance)
            .map(PeriodArchived.class::cast)
            .toList());
  }

  /// The last commit of the last archive; 0 where there is none.
  public long last() {
    return periods.isEmpty() ? 0 : periods.getLast().last();
  }

  /// When the last archived period ended.
  public Optional<Instant> until() {
    return periods.isEmpty() ? Optional.empty() : Optional.of(periods.getLast().until());
  }

  /// The one that has the events of commit `number`.
  public Optional<PeriodArchived> holding(long number) {
    return periods.stream()
        .filter(period -> period.first() <= number && number <= period.last())
        .findFirst();
  }

  /// The one whose file has this SHA-256 (hex).
  public Optional<PeriodArchived> of(String archive) {
    return periods.stream().filter(period -> period.archive().equals(archive)).findFirst();
  }
}
