package dev.feierabend.sandbox.mornings;

import dev.feierabend.core.acting.Practice;
import dev.feierabend.core.waking.Boots;
import dev.feierabend.core.waking.Departure;
import dev.feierabend.core.waking.Lead;
import dev.feierabend.core.waking.LeadTimes;
import dev.feierabend.core.waking.Waiting;
import dev.feierabend.core.waking.Waves;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.sandbox.mornings.GeneratedMornings.Fleet;
import dev.feierabend.sandbox.mornings.GeneratedMornings.Morning;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Lives mornings with the decisions of the service, look by look, and learns from each.
///
/// @param ahead whether hosts begin ahead of the agreed wake, or all at it
final class Waker {
  private static final Duration AT_REST = Duration.ofMinutes(5);
  private static final Duration UNDER_WAY = Duration.ofMinutes(1);
  private static final Duration BOARDING = Duration.ofSeconds(10);
  private static final int REMEMBERED = Practice.BOOTS;

  private final Fleet fleet;
  private final double kept;
  private final boolean ahead;
  private final Waves waves;
  private final Map<MachineId, List<Integer>> known = new TreeMap<>();

  private Waker(Fleet fleet, double kept, boolean ahead, Waves waves) {
    this.fleet = fleet;
    this.kept = kept;
    this.ahead = ahead;
    this.waves = waves;
  }

  static Waker learning(Fleet fleet, double kept) {
    return new Waker(fleet, kept, true, fleet.waves());
  }

  /// As it was before: all at the agreed wake, ten at once.
  static Waker fixed(Fleet fleet) {
    return new Waker(fleet, 0.999, false, Waves.of(10));
  }

  /// When each host is switched on.
  Map<MachineId, Instant> begun(Morning morning) {
    LeadTimes leads = leads();
    Map<MachineId, Instant> begun = new TreeMap<>();
    Instant at = first(morning, leads);
    while (begun.size() < fleet.hosts().size()) {
      Instant now = at;
      List<MachineId> booting =
          begun.keySet().stream().filter(host -> boards(host, begun, morning, leads, now)).toList();
      List<Waiting> due = due(morning, leads, begun.keySet(), now);
      List<MachineId> next = waves.next(due, booting);
      next.forEach(host -> begun.put(host, now));
      at = later(at, begun, next.size() < due.size(), morning);
    }
    learn(morning, begun, leads);
    return begun;
  }

  /// Nobody begins before that look, which saves those before it.
  private Instant first(Morning morning, LeadTimes leads) {
    Instant earliest =
        departures(morning, leads, Set.of()).stream()
            .map(Departure::latest)
            .min(Instant::compareTo)
            .filter(_ -> ahead)
            .filter(morning.wakeAt()::isAfter)
            .orElse(morning.wakeAt());
    Instant from = morning.since();
    long looks = Duration.between(from, earliest).dividedBy(AT_REST) - 1;
    return from.plus(AT_REST.multipliedBy(Math.max(0, looks)));
  }

  private Instant later(
      Instant at, Map<MachineId, Instant> begun, boolean boarding, Morning morning) {
    boolean underWay =
        begun.entrySet().stream()
            .anyMatch(it -> at.isBefore(it.getValue().plus(morning.boots().get(it.getKey()))));
    Instant next = at.plus(boarding ? BOARDING : underWay ? UNDER_WAY : AT_REST);
    return at.isBefore(morning.wakeAt()) && next.isAfter(morning.wakeAt())
        ? morning.wakeAt()
        : next;
  }

  private List<Waiting> due(Morning morning, LeadTimes leads, Set<MachineId> begun, Instant at) {
    Instant next = at.plus(AT_REST);
    return departures(morning, leads, begun).stream()
        .filter(it -> !at.isBefore(morning.wakeAt()) || (ahead && it.isAheadBy(next)))
        .map(Departure::waiting)
        .toList();
  }

  private List<Departure> departures(Morning morning, LeadTimes leads, Set<MachineId> begun) {
    var waiting = new ArrayList<Waiting>();
    Map<MachineId, Instant> agreed = new TreeMap<>();
    fleet
        .hosts()
        .forEach((host, told) -> {
          if (!begun.contains(host)) {
            waiting.add(new Waiting(host, morning.needed(), leads.of(host, told.boot())));
            agreed.put(host, morning.wakeAt());
          }
        });
    return Departure.of(waiting, agreed, waves);
  }

  private boolean boards(
      MachineId host, Map<MachineId, Instant> begun, Morning morning, LeadTimes leads, Instant at) {
    Instant since = begun.get(host);
    Lead lead = leads.of(host, fleet.hosts().get(host).boot());
    return at.isBefore(since.plus(morning.boots().get(host)))
        && at.isBefore(since.plus(lead.patience()));
  }

  private LeadTimes leads() {
    return LeadTimes.of(
        fleet.hosts().entrySet().stream()
            .map(it ->
                new Boots(it.getKey(), it.getValue(), known.getOrDefault(it.getKey(), List.of())))
            .toList(),
        kept);
  }

  /// Who comes much later than it was waited for was brought back by a technician.
  private void learn(Morning morning, Map<MachineId, Instant> begun, LeadTimes leads) {
    for (MachineId host : new HashSet<>(begun.keySet())) {
      Duration told = fleet.hosts().get(host).boot();
      Duration took = morning.boots().get(host);
      Duration given = told.multipliedBy(2).plusMinutes(2);
      Duration cautious = leads.of(host, told).cautious();
      Duration waited = given.compareTo(cautious) > 0 ? given : cautious;
      if (took.compareTo(waited.multipliedBy(Practice.BY_ITSELF)) < 0) {
        List<Integer> boots = known.computeIfAbsent(host, _ -> new ArrayList<>());
        boots.add((int) (took.toMinutes() + 1) * 60);
        if (boots.size() > REMEMBERED) {
          boots.removeFirst();
        }
      }
    }
  }
}
