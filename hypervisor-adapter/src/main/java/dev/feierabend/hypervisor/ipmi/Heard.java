package dev.feierabend.hypervisor.ipmi;

import dev.feierabend.hypervisor.switching.Look;

/// What came of asking a board.
sealed interface Heard {
  /// How `ipmitool` ended.
  ///
  /// @param out what it was asked for
  /// @param beside what it told beside, complaints above all
  record Said(int exit, String out, String beside) implements Heard {}

  /// Nothing that makes sense, nothing in time, or nobody to ask with.
  record Silence(Look.Hidden because) implements Heard {
    Silence(String because) {
      this(Look.Hidden.unknown(because));
    }
  }
}
