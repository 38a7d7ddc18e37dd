package dev.feierabend.helm.night;

import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What became of a night with faults.
///
/// @param told at which instants the service's clock began to run or jumped
/// @param stillAwake what was there and did not sleep when the evening was over
/// @param stillAsleep what was there in the morning and did not serve in good time
/// @param before each sleeper's spec in the afternoon, and `after` in the morning
/// @param effects since the journal began
/// @param replayed how many of them came before the service was told to work
record Lived(
    Towns.Date date,
    List<Fault> faults,
    List<Instant> told,
    List<String> stillAwake,
    List<String> stillAsleep,
    Map<String, String> before,
    Map<String, String> after,
    List<Effect> effects,
    List<Snapshot> snapshots,
    int replayed) {

  /// How long after the agreed instant the last of each town's wakes was accepted, of towns whose
  /// own way was free; nothing in a morning when everybody's was not.
  Map<String, Duration> delays() {
    var delays = new TreeMap<String, Duration>();
    boolean everybodys =
        faults.stream().anyMatch(it -> it.everybodys() && it.part() != Fault.Part.EVENING);
    if (everybodys) {
      return delays;
    }
    Set<String> aimedAt = new HashSet<>();
    faults.stream().filter(Fault::aimed).map(Fault::town).forEach(aimedAt::add);
    tonight("wake").stream()
        .filter(effect -> !aimedAt.contains(town(effect)))
        .forEach(effect ->
            delays.merge(
                town(effect),
                since(date.wake(), effect),
                (one, other) -> one.compareTo(other) > 0 ? one : other));
    return delays;
  }

  /// How many workloads were seen to be put to sleep.
  int sleeps() {
    return tonight("sleep").size();
  }

  /// How many were seen to be woken.
  int wakes() {
    return tonight("wake").size();
  }

  /// Sentences about what differs from the afternoon, of what is there.
  List<String> differences() {
    return after.entrySet().stream()
        .filter(entry -> before.containsKey(entry.getKey()))
        .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
        .map(entry ->
            "%s was %s and is %s"
                .formatted(entry.getKey(), before.get(entry.getKey()), entry.getValue()))
        .toList();
  }

  /// Effects that took capacity away outside of the agreed window.
  List<String> wrongPowerDowns() {
    var wrong = new ArrayList<String>();
    for (Effect effect : effects) {
      boolean takes = Set.of("sleep", "cordon", "off").contains(effect.verb());
      if (takes && sinceItBegan(effect.at()) && !date.mayGo(effect.at())) {
        wrong.add("%s %s at %s".formatted(effect.verb(), effect.subject(), effect.at()));
      }
    }
    return wrong;
  }

  private List<Effect> tonight(String verb) {
    return effects.stream()
        .filter(effect -> effect.verb().equals(verb) && sinceItBegan(effect.at()))
        .toList();
  }

  private boolean sinceItBegan(Instant at) {
    return at.isAfter(date.evening().minus(Duration.ofHours(6)));
  }

  private static Duration since(Instant agreed, Effect effect) {
    return Duration.between(agreed, effect.at());
  }

  private static String town(Effect effect) {
    return effect.subject().split("/", -1)[1];
  }
}
