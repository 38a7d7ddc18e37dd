package dev.feierabend.hypervisor.switching;

import dev.feierabend.core.acting.Answer;

/// What came of looking at a machine.
public sealed interface Look {
  record Seen(View view) implements Look {}

  /// @param answer what is said to whoever wanted to switch it
  record Hidden(Answer answer, String because) implements Look {
    /// It is the wrong machine, or it lets nobody in: asked again it stays so.
    public static Hidden refused(String because) {
      return new Hidden(new Answer.Refused(because), because);
    }

    public static Hidden unknown(String because) {
      return new Hidden(new Answer.Unknown(because), because);
    }
  }
}
