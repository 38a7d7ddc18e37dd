package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Setter;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.Optional;

/// What is noted of one host or workload that does not do as expected.
public sealed interface TroubleCommand extends Command {

  /// Somebody else changed `subject`; it is left alone until `until`.
  record NoteForeignChange(
      Owner owner,
      String subject,
      String expected,
      String found,
      Optional<Setter> by,
      Instant at,
      Instant until)
      implements TroubleCommand {
    @Override
    public String target() {
      return "trouble/" + subject;
    }
  }

  /// What is to sleep is kept as it is by a program.
  record NoteKeeper(Owner owner, String subject, Setter by, Instant at) implements TroubleCommand {
    @Override
    public String target() {
      return "trouble/" + subject;
    }
  }

  /// A program undid a sleep that ends at `until`; the second time it is left alone until then.
  record NoteUndoing(
      Owner owner, String subject, String found, Setter by, Instant at, Instant until)
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
