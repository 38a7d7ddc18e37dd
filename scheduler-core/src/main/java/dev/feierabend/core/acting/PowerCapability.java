package dev.feierabend.core.acting;

/// What a power controller may be able to do for a machine. There is none that forces: nobody can
/// take by accident a way that isn't there.
public enum PowerCapability {
  /// It tells whether the machine is on.
  STATE,
  /// It switches it on.
  ON,
  /// It asks its operating system to shut down.
  SOFT_OFF,
  /// It tells what the machine draws.
  READING
}
