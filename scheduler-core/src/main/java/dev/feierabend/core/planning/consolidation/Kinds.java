package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.PowerCurve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/// Hosts by kind, in the order of their first.
final class Kinds {
  private record Key(Optional<PowerCurve> curve, Sizes capacity, double standby, boolean forced) {}

  final List<Kind> all = new ArrayList<>();

  /// Of each host its kind's number, or -1 where it doesn't take part.
  final int[] of;

  Kinds(HostTable hosts, IntPredicate takesPart, IntPredicate forced, double headroom) {
    of = new int[hosts.count];
    Arrays.fill(of, -1);
    Map<Key, Integer> known = new HashMap<>();
    for (int host = 0; host < hosts.count; host++) {
      if (takesPart.test(host)) {
        Host it = hosts.hosts.get(host);
        boolean on = forced.test(host);
        var key = new Key(it.curve(), it.capacity(), it.switching().standbyWatts(), on);
        Integer number = known.putIfAbsent(key, all.size());
        if (number == null) {
          all.add(new Kind(hosts, host, on, headroom));
        }
        of[host] = number == null ? all.size() - 1 : number;
        all.get(of[host]).many++;
      }
    }
  }
}
