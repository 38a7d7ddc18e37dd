package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.List;

/// What was seen.
public sealed interface ObservingEvent extends JournalEvent {
  @Override
  default String aggregate() {
    return switch (this) {
      case PoolRegistered(_, var pool, _) -> "pool/" + pool;
      case UtilisationRecorded recorded -> "pool/" + recorded.pool();
      case ForeignChangeObserved change -> "trouble/" + change.subject();
      case HostQuarantined(var host, _, _) -> "trouble/" + host;
      case HostReleased(var host, _) -> "trouble/" + host;
    };
  }

  record PoolRegistered(Owner owner, PoolId pool, int members) implements ObservingEvent {}

  /// One event a pool and interval: a vector of members, with the share of them that reported.
  record UtilisationRecorded(
      Owner owner, PoolId pool, Instant from, Instant to, double coverage, List<Sample> samples)
      implements ObservingEvent {
    public UtilisationRecorded {
      samples = List.copyOf(samples);
    }
  }

  /// Somebody else changed `subject` (a machine's UUID or a workload's id); it is left alone until
  /// `until`.
  record ForeignChangeObserved(
      Owner owner, String subject, String expected, String found, Instant at, Instant until)
      implements ObservingEvent {}

  record HostQuarantined(MachineId host, String because, Instant at) implements ObservingEvent {
    @Override
    public Owner owner() {
      return Owner.OPERATOR;
    }
  }

  /// A quarantined host was seen in service again.
  record HostReleased(MachineId host, Instant at) implements ObservingEvent {
    @Override
    public Owner owner() {
      return Owner.OPERATOR;
    }
  }
}
