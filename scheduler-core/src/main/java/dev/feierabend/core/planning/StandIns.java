package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Who stands in for hosts on which nothing is counted: each at once, whenever its own time would
/// come.
///
/// One can that sleeps and isn't needed by then itself; of those with which enough is on, one that
/// is on still, or the quickest. So many are asked for as are late, at the most: where what is on
/// carries all without them, nobody is.
///
/// @param plan without them
/// @param guards where whoever is late is known to be
record StandIns(Foresight foresight, PowerPlan plan, Guards guards, Instant at) {
  /// Planning takes time, and hosts are alike: of more it isn't tried out with whom enough is on.
  private static final int TRIED = 4;

  /// @param late the hosts in question
  SortedMap<MachineId, Reason.OfWake> of(Set<MachineId> late) {
    SortedMap<MachineId, Host> off = foresight.off(plan);
    var chosen = new TreeMap<MachineId, Reason.OfWake>();
    boolean next = true;
    for (Window window : foresight.windows(plan)) {
      boolean first = next;
      List<MachineId> missing =
          late.stream().filter(host -> first || shouldBeOnItsWay(host, window)).toList();
      next = false;
      if (!missing.isEmpty() && !off.isEmpty()) {
        choose(missing, window, off, chosen);
      }
    }
    return chosen;
  }

  /// For a later window than the next one, too.
  private boolean shouldBeOnItsWay(MachineId late, Window window) {
    Instant needed = foresight.needed(window, plan);
    return foresight.fleet().hosts().stream()
        .filter(host -> host.id().equals(late))
        .anyMatch(host -> !at.isBefore(needed.minus(foresight.lead(host).cautious())));
  }

  private void choose(
      List<MachineId> missing,
      Window window,
      SortedMap<MachineId, Host> off,
      SortedMap<MachineId, Reason.OfWake> chosen) {
    var back = new TreeMap<>(guards.waking());
    missing.forEach(host -> back.put(host, new Reason.WokenAhead(window.readyBy(), 0)));
    Set<MachineId> due = foresight.on(off.keySet(), window, guards.waking(back), at);
    List<MachineId> quickest = quickest(off, due);
    for (MachineId host : missing) {
      Set<MachineId> lacking = quickest.isEmpty() ? Set.of() : lacking(window, quickest, chosen);
      if (lacking.isEmpty()) {
        return;
      }
      var reason = new Reason.StandsIn(host, window.readyBy());
      chosen.put(best(window, quickest, lacking, chosen, reason), reason);
    }
  }

  /// Those that nobody needs by then, who is on still before all others.
  private List<MachineId> quickest(SortedMap<MachineId, Host> off, Set<MachineId> due) {
    return off.values().stream()
        .filter(host -> !due.contains(host.id()) && Foresight.isOurs(host, guards))
        .sorted(foresight.quickestFirst())
        .map(Host::id)
        .toList();
  }

  /// Which of `spare` would have to be on by then besides those that are `chosen`.
  private Set<MachineId> lacking(
      Window window, List<MachineId> spare, SortedMap<MachineId, Reason.OfWake> chosen) {
    var waking = new TreeMap<>(guards.waking());
    waking.putAll(chosen);
    var others = new TreeSet<>(spare);
    others.removeAll(chosen.keySet());
    return foresight.on(others, window, guards.waking(waking), at);
  }

  /// The quickest with whom fewer are lacking; else the first whom the plan itself would take.
  private MachineId best(
      Window window,
      List<MachineId> spare,
      Set<MachineId> lacking,
      SortedMap<MachineId, Reason.OfWake> chosen,
      Reason.StandsIn reason) {
    return spare.stream()
        .filter(host -> !chosen.containsKey(host))
        .limit(TRIED)
        .filter(host -> {
          var more = new TreeMap<>(chosen);
          more.put(host, reason);
          return lacking(window, spare, more).size() < lacking.size();
        })
        .findFirst()
        .or(() -> spare.stream().filter(lacking::contains).findFirst())
        .orElseThrow();
  }
}
