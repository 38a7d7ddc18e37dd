package dev.feierabend.core.acting;

import java.util.List;

/// How many things are asked for at once of whoever carries them out.
@FunctionalInterface
public interface Abreast {
  /// Each once the one before is done, in their order.
  Abreast ONE_BY_ONE = works -> works.forEach(Runnable::run);

  /// Runs all of `works`, in any order, and returns when all are done.
  void all(List<Runnable> works);
}
