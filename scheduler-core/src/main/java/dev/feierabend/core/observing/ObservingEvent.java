package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.serialization.Revision;

/// What was seen.
public sealed interface ObservingEvent extends JournalEvent {
  @Override
  default String aggregate() {
    return switch (this) {
      case PoolRegistered(_, var pool, _) -> "pool/" + pool;
      case UtilisationRecorded recorded -> "pool/" + recorded.pool();
      case ForeignChangeObserved change -> "trouble/" + change.subject();
      case KeeperFound found -> "trouble/" + found.subject();
      case SleepUndone undone -> "trouble/" + undone.subject();
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
  /// `until`. `by`: where it tells who that was.
  @Revision("2")
  record ForeignChangeObserved(
      Owner owner,
      String subject,
      String expected,
      String found,
      Optional<Setter> by,
      Instant at,
      Instant until)
      implements ObservingEvent {}

  /// What is to sleep is kept as it is by a program, which may undo that.
  record KeeperFound(Owner owner, String subject, Setter by, Instant at)
      implements ObservingEvent {}

  /// A program undid a sleep, for the first time until `until`: it is put to sleep once more. The
  /// second time is a `ForeignChangeObserved`.
  record SleepUndone(
      Owner owner, String subject, String found, Setter by, Instant at, Instant until)
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
