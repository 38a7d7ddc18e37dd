package dev.feierabend.core.drilling;

import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;

/// A host's drills: it is put to sleep and woken under supervision, before it may sleep. An
/// ordinary night from which it comes back in time is one, too, and has no event of its own.
public sealed interface DrillEvent extends JournalEvent {
  MachineId host();

  @Override
  default Owner owner() {
    return Owner.OPERATOR;
  }

  @Override
  default String aggregate() {
    return "drill/" + host();
  }

  /// The platform team lets it be drilled in [`from`, `until`), whatever agreements say then.
  record DrillApproved(MachineId host, ActorId by, Instant from, Instant until, Instant at)
      implements DrillEvent {
    /// What intents name as what allows them.
    public String approval() {
      return aggregate() + "@" + at;
    }
  }

  /// What was known of it no longer counts: its firmware or hardware has changed.
  record DrillDemanded(MachineId host, ActorId by, String because, Instant at)
      implements DrillEvent {}

  /// What it is by now, as far as anybody tells it, for the first time or otherwise than before: a
  /// drill that it passed, or a night, counts for what it was then.
  ///
  /// @param print of `make`, short
  record HostDescribed(MachineId host, String print, Make make, Instant at) implements DrillEvent {}

  /// It came back in time: `bootSeconds` after it was switched on.
  record DrillPassed(MachineId host, int bootSeconds, Instant at) implements DrillEvent {}

  /// It didn't go, or didn't come back in time: work for a technician.
  record DrillFailed(MachineId host, String because, Instant at) implements DrillEvent {}
}
