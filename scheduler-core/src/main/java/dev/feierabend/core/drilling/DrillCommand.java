package dev.feierabend.core.drilling;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.planning.Make;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;

/// What is asked or noted of a host's drills.
public sealed interface DrillCommand extends Command {
  MachineId host();

  @Override
  default String target() {
    return "drill/" + host();
  }

  /// Lets a host be drilled in [`from`, `until`), whatever agreements say then.
  record ApproveDrill(MachineId host, ActorId by, Instant from, Instant until, Instant at)
      implements DrillCommand {}

  /// Has a host drilled again, as its firmware or hardware has changed.
  record DemandDrill(MachineId host, ActorId by, String because, Instant at)
      implements DrillCommand {}

  /// Notes what a host is seen to be.
  record DescribeHost(MachineId host, Make make, Instant at) implements DrillCommand {}

  record PassDrill(MachineId host, int bootSeconds, Instant at) implements DrillCommand {}

  record FailDrill(MachineId host, String because, Instant at) implements DrillCommand {}
}
