package dev.feierabend.core.planning;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.Foresight.Needed;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Has every host be on that has to begin so that it is back in time, reckoned back from when its
/// capacity is agreed to be there. Never later than the agreed wake, at which all is planned anew.
/// And at once whoever stands in for one that is late.
///
/// @param groups how long the groups of each agreement's order take on their way up
record Ahead(
    Snapshot fleet,
    SortedMap<WorkloadId, Sleeper> released,
    Demands demands,
    Rising rising,
    Map<AgreementId, Duration> groups) {

  /// The same of one place, where those of `guests` rest that are there.
  Ahead in(Part part, Resting guests) {
    return new Ahead(part.fleet(), released, demands.with(part.here(guests)), rising, groups);
  }

  /// The plan for now.
  Draft plan(Guards guards, Instant at) {
    Guards begun = guards.waking(begun(guards, at));
    Draft draft = PowerPlanner.draft(fleet, released, demands, begun, at);
    SortedMap<MachineId, Reason.OfWake> due = due(draft.plan(), begun, at);
    if (due.isEmpty()) {
      return draft;
    }
    due.putAll(begun.waking());
    return PowerPlanner.draft(fleet, released, demands, guards.waking(due), at);
  }

  /// When each host that is off by `plan` begins again at the latest. One that is off for its drill
  /// isn't among them.
  SortedMap<MachineId, Instant> beginnings(PowerPlan plan, Guards guards, Instant at) {
    Guards begun = guards.waking(begun(guards, at));
    var beginnings = new TreeMap<MachineId, Instant>();
    for (Needed needed :
        new Foresight(fleet, released, demands, rising, groups)
            .until(Instant.MAX, plan, begun, at)) {
      Instant agreed = needed.departure().agreed();
      Instant latest = needed.departure().latest();
      boolean ahead = !rising.isNone() && latest.isBefore(agreed);
      beginnings.put(needed.departure().waiting().host(), ahead ? latest : agreed);
    }
    return beginnings;
  }

  /// Those that are here. Who isn't trusted has been replaced before, while it was late.
  private Set<MachineId> late(Guards guards) {
    var late = new TreeSet<>(rising.late().keySet());
    late.removeAll(guards.quarantined().keySet());
    late.retainAll(fleet.hosts().stream().map(Host::id).collect(Collectors.toSet()));
    return late;
  }

  /// Who is late, and who was begun ahead for what still sleeps, or stands in.
  private SortedMap<MachineId, Reason.OfWake> begun(Guards guards, Instant at) {
    Set<Instant> ends = ends(at).collect(Collectors.toSet());
    var begun = new TreeMap<MachineId, Reason.OfWake>();
    for (PowerPlan.HostAim aim : guards.standing().map(PowerPlan::hosts).orElse(List.of())) {
      if (aim.reason() instanceof Reason.OfWake wake
          && wake.servesBy().filter(by -> ends.contains(by) || isForGuests(by)).isPresent()) {
        begun.put(aim.host(), wake);
      }
    }
    begun.putAll(rising.late());
    return begun;
  }

  /// By when what still sleeps has to be back.
  private Stream<Instant> ends(Instant at) {
    return released.values().stream()
        .map(sleeper -> sleeper.window().readyBy())
        .filter(at::isBefore);
  }

  /// When guests that rest begin is reckoned anew at every look, from what is learned meanwhile.
  private boolean isForGuests(Instant by) {
    return demands.resting().ends().stream()
        .anyMatch(end -> Duration.between(by, end).abs().compareTo(Sleepers.SHORTEST) <= 0);
  }

  private SortedMap<MachineId, Reason.OfWake> due(PowerPlan plan, Guards guards, Instant at) {
    if (rising.isNone() || plan.hostsOff().isEmpty()) {
      return new TreeMap<>();
    }
    var foresight = new Foresight(fleet, released, demands, rising, groups);
    SortedMap<MachineId, Reason.OfWake> due = ahead(foresight, plan, guards, at);
    due.putAll(new StandIns(foresight, plan, guards, at).of(late(guards)));
    ends(at)
        .min(Instant::compareTo)
        .ifPresent(end -> due.putAll(new Lodgings(foresight, plan, guards).of(rising.late(), end)));
    return due;
  }

  /// Who is on stays on rather than go for a few minutes.
  private SortedMap<MachineId, Reason.OfWake> ahead(
      Foresight foresight, PowerPlan plan, Guards guards, Instant at) {
    Instant next = at.plus(rising.look());
    Instant horizon = next.plus(Sleepers.SHORTEST);
    Map<MachineId, Power> powers =
        fleet.hosts().stream().collect(Collectors.toMap(Host::id, Host::power));
    var due = new TreeMap<MachineId, Reason.OfWake>();
    for (Needed needed : foresight.until(horizon, plan, guards, at)) {
      MachineId host = needed.departure().waiting().host();
      if (needed.departure().isAheadBy(powers.get(host) == Power.ON ? horizon : next)) {
        due.put(host, reason(needed));
      }
    }
    return due;
  }

  private static Reason.WokenAhead reason(Needed needed) {
    Duration cautious = needed.departure().waiting().lead().cautious();
    return new Reason.WokenAhead(
        needed.window().readyBy(), (int) cautious.plusSeconds(59).toMinutes());
  }
}
