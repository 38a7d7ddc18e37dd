package dev.feierabend.policies.evaluation;

import java.time.Instant;
import java.util.TreeMap;

/// A course of verdicts in the making: what is painted later lies on top.
final class Painting {
  private final TreeMap<Instant, Verdict> since = new TreeMap<>();

  Painting(Verdict ground) {
    since.put(Instant.MIN, ground);
  }

  /// `from` inclusive, `to` exclusive; nothing where the one isn't before the other.
  void paint(Instant from, Instant to, Verdict verdict) {
    if (from.isBefore(to)) {
      Verdict after = since.floorEntry(to).getValue();
      since.subMap(from, true, to, false).clear();
      since.put(from, verdict);
      since.putIfAbsent(to, after);
    }
  }

  /// What can be seen of it from one instant to the other.
  Course course(Instant from, Instant to) {
    return Course.of(from, to, since);
  }
}
