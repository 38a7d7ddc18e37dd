package dev.feierabend.core.acting;

import java.util.List;

/// How many things are asked for at once of whoever carries them out.
@FunctionalInterface
public interface Abreast {
  /// A step and what is to be done about it: its intent, its effect, its outcome.
  record Work(Step step, Runnable care) {}

  /// Each once the one before is done, in their order.
  Abreast ONE_BY_ONE = works -> works.forEach(work -> work.care().run());

  /// Cares for all of `works`, in any order, and returns when all are done.
  void all(List<Work> works);
}
