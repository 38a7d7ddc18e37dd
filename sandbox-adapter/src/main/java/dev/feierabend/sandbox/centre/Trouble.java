package dev.feierabend.sandbox.centre;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;

/// What a script foresees.
public sealed interface Trouble {
  /// Switched on between `from` and before `until`, the host never comes up.
  record DoesNotWake(MachineId host, Instant from, Instant until) implements Trouble {}

  /// Moved between `from` and before `until`, the guest ends where it began.
  record CannotMove(WorkloadId guest, Instant from, Instant until) implements Trouble {}

  /// Between `from` and before `until`, the service (a pool's, or a guest's) runs and doesn't
  /// serve.
  record DoesNotAnswer(String service, Instant from, Instant until) implements Trouble {}

  /// The `count`-th call of `verb` on `subject`, counted from 1, ends so.
  record Ends(String verb, String subject, int count, Faults.Call call) implements Trouble {}
}
