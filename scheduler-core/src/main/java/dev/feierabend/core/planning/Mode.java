package dev.feierabend.core.planning;

/// What is done with a plan.
public enum Mode {
  /// Plans and predicts, touches nothing.
  SHADOW,
  /// Carries plans out for a share of what agreements let sleep, and for the rest after a quiet
  /// time.
  STAGED,
  /// Carries plans out.
  ACTIVE,
  /// Nothing powers down; what sleeps is woken.
  FREEZE
}
