package dev.feierabend.core.planning;

import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.WorkloadId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// First-fit decreasing over CPU peak and memory (Johnson 1973; the vector form orders by the
/// larger share). What already stands on a bin stays there where it fits.
final class Packing {
  /// One replica that must run somewhere; `home` is where it runs now.
  record Item(WorkloadId workload, Resources need, Optional<MachineId> home) {}

  record Bin(MachineId host, Resources room) {}

  private final Map<MachineId, Resources> free = new HashMap<>();
  private final List<MachineId> order;

  private Packing(List<Bin> bins) {
    bins.forEach(bin -> free.put(bin.host(), bin.room()));
    order = bins.stream().map(Bin::host).toList();
  }

  /// Where each item goes, in the order of `items`; empty if one of them fits nowhere.
  static Optional<List<MachineId>> pack(List<Item> items, List<Bin> bins) {
    return new Packing(bins).place(items);
  }

  private Optional<List<MachineId>> place(List<Item> items) {
    var places = new TreeMap<Integer, MachineId>();
    var homeless = new ArrayList<Integer>();
    for (int i = 0; i < items.size(); i++) {
      Optional<MachineId> home = items.get(i).home().filter(free::containsKey);
      if (home.isPresent() && take(home.get(), items.get(i).need())) {
        places.put(i, home.get());
      } else {
        homeless.add(i);
      }
    }
    homeless.sort(Comparator.comparingDouble((Integer i) -> -share(items.get(i).need())));
    for (int i : homeless) {
      Optional<MachineId> host =
          order.stream().filter(bin -> take(bin, items.get(i).need())).findFirst();
      if (host.isEmpty()) {
        return Optional.empty();
      }
      places.put(i, host.get());
    }
    return Optional.of(List.copyOf(places.values()));
  }

  private boolean take(MachineId host, Resources need) {
    Resources room = free.get(host);
    if (room == null || !need.fitsIn(room)) {
      return false;
    }
    free.put(
        host,
        new Resources(
            Math.max(0, room.cores() - need.cores()), room.memoryMiB() - need.memoryMiB()));
    return true;
  }

  private static double share(Resources need) {
    return Math.max(need.cores() / 32, need.memoryMiB() / (256.0 * 1024));
  }
}
