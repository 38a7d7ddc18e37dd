package dev.feierabend.kubernetes.nodes;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.policies.terms.MachineId;
import java.util.Optional;
import java.util.function.Function;

/// Which node of the cluster a machine is.
@FunctionalInterface
public interface NodeNames {
  Optional<String> of(MachineId machine);

  /// Asks of the machine's node, or refuses where it is none.
  default Answer ask(MachineId machine, Function<String, Answer> asked) {
    return of(machine)
        .map(asked)
        .orElseGet(() ->
            new Answer.Refused(
                "Expected machine %s to be a node of the cluster, but no node is known for it"
                    .formatted(machine)));
  }
}
