package dev.feierabend.core.hosting;

/// What a hypervisor can do, as far as whoever asks may ask for it. What is missing is refused.
public enum Capability {
  /// Tells how busy hosts and guests were.
  USAGE,
  /// Moves guests between hosts.
  MIGRATION,
  /// Takes hosts into maintenance and out of it.
  MAINTENANCE,
  /// Starts guests.
  START,
  /// Asks guests to shut down.
  SHUT_DOWN,
  /// Switches guests off that don't shut down.
  SWITCH_OFF
}
