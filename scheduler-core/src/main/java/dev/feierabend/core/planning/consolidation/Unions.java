package dev.feierabend.core.planning.consolidation;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.function.IntPredicate;

/// Which guests `Together` rules make one unit (union-find, the least number is the root). Whoever
/// is where nothing may be moved is left out, and so is a rule whose guests fit on no host: it
/// can't be obeyed, and an alarm says so.
final class Unions {
  private final Sorted sorted;
  private final Map<GuestId, Integer> number;
  private final HostTable hosts;
  private final int[] parent;

  Unions(Sorted sorted, Map<GuestId, Integer> number, HostTable hosts, IntPredicate stays) {
    this.sorted = sorted;
    this.number = number;
    this.hosts = hosts;
    parent = new int[sorted.guests().size()];
    for (int i = 0; i < parent.length; i++) {
      parent[i] = i;
    }
    for (Rule rule : sorted.rules()) {
      if (rule instanceof Rule.Together together) {
        join(together, stays);
      }
    }
    for (int i = 0; i < parent.length; i++) {
      parent[i] = root(i);
    }
  }

  int[] roots() {
    return parent;
  }

  private void join(Rule.Together rule, IntPredicate stays) {
    int[] before = parent.clone();
    int first = -1;
    for (GuestId member : rule.guests()) {
      int guest = requireNonNull(number.get(member));
      if (!stays.test(guest)) {
        first = first < 0 ? root(guest) : union(first, root(guest));
      }
    }
    if (first >= 0 && !fitsSomewhere(first)) {
      System.arraycopy(before, 0, parent, 0, parent.length);
    }
  }

  private boolean fitsSomewhere(int root) {
    double[] all = new double[hosts.width];
    double[] one = new double[hosts.width];
    for (int guest = 0; guest < parent.length; guest++) {
      if (root(guest) == root) {
        hosts.sizes(sorted.guests().get(guest).peak(), one, 0);
        for (int resource = 0; resource < all.length; resource++) {
          all[resource] += one[resource];
        }
      }
    }
    for (int host = 0; host < hosts.count; host++) {
      if (Board.within(all, 0, hosts.room, host * hosts.width, hosts.width)) {
        return true;
      }
    }
    return false;
  }

  private int union(int one, int other) {
    int least = Math.min(one, other);
    parent[Math.max(one, other)] = least;
    return least;
  }

  private int root(int guest) {
    int at = guest;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }
}
