package dev.feierabend.core.planning;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Decides places from above: which hosts of one may be off is known before what they are guests of
/// is decided, and when they have to begin again before that has to.
final class Descent {
  private final Layers layers;

  /// Guests that rested by the plan in force.
  private final SortedSet<WorkloadId> before;

  /// Guests that rest by what is decided so far, and until when.
  private final SortedMap<WorkloadId, Instant> until = new TreeMap<>();

  private final SortedMap<MachineId, Instant> beginnings = new TreeMap<>();

  Descent(Layers layers, Optional<PowerPlan> standing) {
    this.layers = layers;
    this.before = new TreeSet<>(standing.map(layers::resting).orElseGet(TreeSet::new));
  }

  List<Part> inOrder(List<Part> parts) {
    return layers.fromAbove(parts);
  }

  Draft decided(Part part, Ahead ahead, Guards guards, Instant at) {
    Ahead own = ahead.in(part, new Resting(until, before));
    Draft draft = own.plan(guards, at);
    if (!part.seen()) {
      return draft.changed(plan -> part.asleepStill(plan, guards.standing(), at));
    }
    if (!layers.guests().isEmpty() && !draft.plan().hostsOff().isEmpty()) {
      own.beginnings(draft.plan(), guards, at).forEach(this::begins);
    }
    return draft;
  }

  private void begins(MachineId host, Instant begin) {
    beginnings.put(host, begin);
    layers.guest(host).ifPresent(guest -> until.put(guest.id(), begin));
  }

  /// When hosts that are off begin again at the latest, where some stand on others.
  SortedMap<MachineId, Instant> beginnings() {
    return beginnings;
  }
}
