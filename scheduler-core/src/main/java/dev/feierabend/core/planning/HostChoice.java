package dev.feierabend.core.planning;

import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.Packing.Bin;
import dev.feierabend.core.planning.Packing.Item;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The smallest set of hosts that carries what still runs. Candidates are tried in order of
/// preference: what the standing plan keeps, what is in service, what carries most; so a plan
/// changes as little as it can.
final class HostChoice {
  private final List<Host> carrying;
  private final List<Host> candidates;
  private final List<Item> items;
  private final Guards guards;

  HostChoice(List<Host> carrying, List<Host> free, List<Item> items, Guards guards) {
    this.carrying = carrying;
    this.items = items;
    this.guards = guards;
    Set<MachineId> off = guards.standing().map(PowerPlan::hostsOff).orElseGet(Set::of);
    Map<MachineId, Double> load = load(items);
    this.candidates =
        free.stream()
            .sorted(
                Comparator.comparing((Host host) -> off.contains(host.id()))
                    .thenComparing(host -> !host.inService())
                    .thenComparingDouble(host -> -load.getOrDefault(host.id(), 0.0))
                    .thenComparing(Host::id))
            .toList();
  }

  private static Map<MachineId, Double> load(List<Item> items) {
    var load = new HashMap<MachineId, Double>();
    items.forEach(
        item -> item.home().ifPresent(home -> load.merge(home, item.need().cores(), Double::sum)));
    return load;
  }

  /// How many candidates the need takes, from `atLeast` on; all of them if even they don't carry
  /// it.
  int needed(int atLeast) {
    int from = Math.clamp(atLeast, 0, candidates.size());
    for (int count = from; count < candidates.size(); count++) {
      if (placed(count).isPresent()) {
        return count;
      }
    }
    return candidates.size();
  }

  List<Host> first(int count) {
    return candidates.subList(0, Math.min(count, candidates.size()));
  }

  /// Where everything goes when the first `count` candidates are kept.
  Optional<List<MachineId>> placed(int count) {
    var kept = new ArrayList<>(carrying);
    kept.addAll(first(count));
    return Packing.pack(items, kept.stream().map(this::bin).toList());
  }

  private Bin bin(Host host) {
    Resources capacity = host.capacity();
    return new Bin(
        host.id(),
        new Resources(capacity.cores() * guards.rules().headroom(), capacity.memoryMiB()));
  }

  /// How many candidates the standing plan keeps on; all without one.
  int standing() {
    return guards
        .standing()
        .map(plan -> {
          Set<MachineId> off = new TreeSet<>(plan.hostsOff());
          return (int) candidates.stream().filter(host -> !off.contains(host.id())).count();
        })
        .orElse(candidates.size());
  }
}
