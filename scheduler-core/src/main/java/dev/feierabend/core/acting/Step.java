package dev.feierabend.core.acting;

import dev.feierabend.core.planning.Original;
import dev.feierabend.core.planning.PowerPlan.Move;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.List;
import java.util.Optional;

/// One effect on the world.
public sealed interface Step {
  /// What it acts on: a machine's UUID or a workload's id.
  String subject();

  sealed interface OnHost extends Step {
    MachineId host();

    @Override
    default String subject() {
      return host().toString();
    }
  }

  sealed interface OnWorkload extends Step {
    WorkloadId workload();

    @Override
    default String subject() {
      return workload().value();
    }
  }

  /// Leaves `keep` replicas.
  record Sleep(WorkloadId workload, int keep) implements OnWorkload {}

  /// Brings back what it was, of which `kept` replicas never slept, on `target` where a hypervisor
  /// must be told. Where all of it is awake (none of them slept), only what its sleep left on it
  /// besides is taken off.
  record Wake(WorkloadId workload, Original original, int kept, Optional<MachineId> target)
      implements OnWorkload {

    /// Of what has nothing to restore but how many there were.
    public Wake(WorkloadId workload, int replicas, int kept, Optional<MachineId> target) {
      this(workload, Original.of(replicas), kept, target);
    }

    public int replicas() {
      return original.replicas();
    }

    /// False where nothing of it slept.
    public boolean bringsBack() {
      return replicas() > kept;
    }
  }

  record Cordon(MachineId host) implements OnHost {}

  /// Empties a host; `moves` for what a hypervisor migrates, the rest is evicted.
  record Drain(MachineId host, List<Move> moves) implements OnHost {
    public Drain {
      moves = List.copyOf(moves);
    }
  }

  record PowerOff(MachineId host) implements OnHost {}

  record PowerOn(MachineId host) implements OnHost {}

  /// Lets a host take work again.
  record Admit(MachineId host) implements OnHost {}

  /// True for steps that take capacity away.
  default boolean takesAway() {
    return switch (this) {
      case Sleep _, Cordon _, Drain _, PowerOff _ -> true;
      case Wake _, PowerOn _, Admit _ -> false;
    };
  }
}
