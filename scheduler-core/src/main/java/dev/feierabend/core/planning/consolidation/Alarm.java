package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.MachineId;

/// What can't be had on this fleet. The plan is the safe one under it.
public sealed interface Alarm {
  /// It fits on no host that it may run on, were that empty; it stays where it is.
  record TooLarge(GuestId guest) implements Alarm {}

  /// No host had room for it: it runs nowhere.
  record Unplaced(GuestId guest) implements Alarm {}

  /// Its guests stay, as nobody could take them, though their peaks exceed it.
  record Overloaded(MachineId host, String resource) implements Alarm {}

  /// The rule is broken, as its guests are now and nobody could take them.
  record Broken(String rule) implements Alarm {}

  /// It stays outside of its zones, as no host in them could take it.
  record OutsideItsZones(GuestId guest) implements Alarm {}

  /// All need more of it than all hosts have.
  record DemandAboveCapacity(String resource, double needed, double there) implements Alarm {}

  /// With all hosts on, the loss of so many can't be borne in this resource.
  record NoReserve(String resource) implements Alarm {}

  /// Its watts aren't counted, and it stays on.
  record WithoutCurve(MachineId host) implements Alarm {}
}
