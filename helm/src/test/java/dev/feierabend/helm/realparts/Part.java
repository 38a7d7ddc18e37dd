package dev.feierabend.helm.realparts;

import java.util.List;
import java.util.SortedMap;

/// A part of the house: servers that were started, and what stands on them.
interface Part extends AutoCloseable {
  /// What it is, for people.
  String told();

  /// Its share of the fleet document.
  Papers papers();

  /// What customers have there is up and serves.
  boolean serves();

  /// How many hosts aren't in service.
  long missing();

  /// The power of every host is on, as far as its controller says.
  boolean powered();

  /// Everything is up and serves.
  default boolean byDay() {
    return serves() && missing() == 0;
  }

  /// A host boots to a wrong address from now on, if it isn't on: its power is on then, and nobody
  /// hears of it.
  ///
  /// @param target whom; another one where that is on
  void misplace(String target);

  /// All are heard of again.
  void find();

  /// What may go is gone, and the rest serves.
  boolean byNight();

  /// How far it has come, for people.
  String now();

  /// What must be the same again in the morning, byte for byte, by name.
  SortedMap<String, String> state();

  /// What was done to it since it was started, by whoever is not us ourselves.
  List<Effect> effects();

  /// What somebody did who had no right to, a sentence each: hosts forced off above all.
  List<String> wrongs();

  /// Machines on which nothing shows that they are cordoned or admitted: their hypervisor has no
  /// mark for it, and the history alone says so.
  default List<String> unmarked() {
    return List.of();
  }

  @Override
  void close();
}
