package dev.feierabend.core.planning;

/// What is done with a plan.
public enum Mode {
  /// Plans and predicts, touches nothing.
  SHADOW,
  /// Carries plans out.
  ACTIVE,
  /// Nothing powers down; what sleeps is woken.
  FREEZE
}
