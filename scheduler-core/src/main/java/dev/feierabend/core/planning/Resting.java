package dev.feierabend.core.planning;

import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Guests that need nothing for now, because the hosts that they are shall be off: what is beneath
/// them may go, too.
///
/// @param until when each has to begin again at the latest
/// @param before who rested by the plan in force
public record Resting(SortedMap<WorkloadId, Instant> until, SortedSet<WorkloadId> before) {
  public static final Resting NONE =
      new Resting(Collections.emptySortedMap(), Collections.emptySortedSet());

  public Resting {
    until = Collections.unmodifiableSortedMap(new TreeMap<>(until));
    before = Collections.unmodifiableSortedSet(new TreeSet<>(before));
  }

  boolean isNone() {
    return until.isEmpty() && before.isEmpty();
  }

  /// Of these guests alone.
  Resting among(Set<WorkloadId> guests) {
    var now = new TreeMap<>(until);
    now.keySet().retainAll(guests);
    var then = new TreeSet<>(before);
    then.retainAll(guests);
    return new Resting(now, then);
  }

  /// Those that rest for longer than until `instant`.
  Resting after(Instant instant) {
    var still = new TreeMap<>(until);
    still.values().removeIf(it -> !it.isAfter(instant));
    return new Resting(still, before);
  }

  /// Whether the same rest as by the plan in force.
  boolean settled() {
    return until.keySet().equals(before);
  }

  Collection<Instant> ends() {
    return until.values();
  }
}
