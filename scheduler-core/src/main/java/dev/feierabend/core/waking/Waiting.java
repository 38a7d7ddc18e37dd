package dev.feierabend.core.waking;

import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.Comparator;

/// A host that is to come back.
///
/// @param needed when it has to serve
public record Waiting(MachineId host, Instant needed, Lead lead) {
  /// By when they are needed, of these who takes longest first: who is long on the way then ends
  /// with the others (R. L. Graham: Bounds on multiprocessing timing anomalies, SIAM Journal on
  /// Applied Mathematics 17, 1969).
  static final Comparator<Waiting> ORDER =
      Comparator.comparing(Waiting::needed)
          .thenComparing(it -> it.lead().cautious(), Comparator.reverseOrder())
          .thenComparing(Waiting::host);
}
