package dev.feierabend.core.acting;

import java.util.List;
import java.util.function.BooleanSupplier;

/// How many things are asked for at once of whoever carries them out.
@FunctionalInterface
public interface Abreast {
  /// A step and what is to be done about it.
  ///
  /// @param before what comes before anybody is asked, its intent; false where nobody shall be
  /// @param care the asking: its effect, its outcome
  record Work(Step step, BooleanSupplier before, Runnable care) {
    /// One that is asked for and nothing else.
    public Work(Step step, Runnable care) {
      this(step, () -> true, care);
    }

    /// The same about a step as somebody else calls it.
    public Work about(Step other) {
      return new Work(other, before, care);
    }

    /// The same, asked for in another way.
    public Work caredFor(Runnable otherwise) {
      return new Work(step, before, otherwise);
    }

    /// One after the other.
    public void run() {
      if (before.getAsBoolean()) {
        care.run();
      }
    }
  }

  /// Each once the one before is done, in their order.
  Abreast ONE_BY_ONE = works -> works.forEach(Work::run);

  /// Cares for all of `works`, in any order, and returns when all are done.
  void all(List<Work> works);
}
