package dev.feierabend.core.waking;

import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.ToDoubleFunction;

/// A host that is to come back.
///
/// @param needed when it has to serve
public record Waiting(MachineId host, Instant needed, Lead lead) {
  /// By when they are needed, of these who waits where most is left to do, and of equals who takes
  /// longest first: who is long on the way then ends with the others (R. L. Graham: Bounds on
  /// multiprocessing timing anomalies, SIAM Journal on Applied Mathematics 17, 1969).
  ///
  /// @param left how long it takes until all are done that wait with a host
  static Comparator<Waiting> order(ToDoubleFunction<MachineId> left) {
    return Comparator.comparing(Waiting::needed)
        .thenComparingDouble(it -> -left.applyAsDouble(it.host()))
        .thenComparing(it -> it.lead().cautious(), Comparator.reverseOrder())
        .thenComparing(Waiting::host);
  }
}
