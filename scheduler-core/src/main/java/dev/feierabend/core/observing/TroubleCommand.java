package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;

/// What is noted of one host or workload that does not do as expected.
public sealed interface TroubleCommand extends Command {

  /// Somebody else changed `subject`; it is left alone until `until`.
  record NoteForeignChange(
      Owner owner, String subject, String expected, String found, Instant at, Instant until)
      implements TroubleCommand {
    @Override
    public String target() {
      return "trouble/" + subject;
    }
  }

  record QuarantineHost(MachineId host, String because, Instant at) implements TroubleCommand {
    @Override
    public String target() {
      return "trouble/" + host;
    }
  }

  record ReleaseHost(MachineId host, Instant at) implements TroubleCommand {
    @Override
    public String target() {
      return "trouble/" + host;
    }
  }
}
