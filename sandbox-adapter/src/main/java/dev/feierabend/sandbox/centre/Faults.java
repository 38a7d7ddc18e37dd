package dev.feierabend.sandbox.centre;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;

/// What goes wrong.
public interface Faults {
  /// How a call to the data centre ends.
  enum Call {
    /// It is done, and said so.
    FINE,
    /// The API answers 503; nothing is done.
    UNAVAILABLE,
    /// The API doesn't answer in time, and does it later.
    HANGS,
    /// It says that it is done, and does nothing; asked for the power's state it says the opposite.
    LIES,
    /// It fails, and says so.
    FAILS
  }

  /// The end of the `count`-th call of `verb` on `subject`, counted from 1. Verbs: `sleep`, `wake`,
  /// `cordon`, `drain`, `admit`, `on`, `off`, `state`; of what is asked directly `look`, `move`,
  /// `maintain`, `serve`, `start`, `stop`.
  Call call(String verb, String subject, int count);

  /// True for a host that, switched on at `at`, never comes up.
  boolean bootHangs(MachineId host, Instant at);

  /// True for a guest whose live migration, begun at `at`, ends where it began.
  default boolean moveFails(WorkloadId guest, Instant at) {
    return false;
  }

  /// True for a service (a pool's, or a guest's) that runs and doesn't serve at `at`.
  default boolean serviceFails(String service, Instant at) {
    return false;
  }

  /// Nothing goes wrong.
  Faults NONE = script(List.of());

  /// Exactly these go wrong.
  static Faults script(List<Trouble> troubles) {
    return new Script(troubles);
  }

  /// Faults by chance: `rate` of all calls end badly in one of the four ways, as many migrations
  /// and answers of services fail, and a tenth of that of all boots hang.
  static Faults of(long seed, double rate) {
    return new Misfortune(new Luck(seed), rate);
  }
}
