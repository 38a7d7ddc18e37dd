package dev.feierabend.core.planning.consolidation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How many of each `Apart` rule's guests are on each host or in each zone.
final class Apartness {
  private final UnitTable units;
  private final HostTable hosts;
  private final List<Map<Integer, Integer>> there = new ArrayList<>();

  Apartness(UnitTable units, HostTable hosts) {
    this.units = units;
    this.hosts = hosts;
    units.apartRules.forEach(_ -> there.add(new HashMap<>()));
  }

  private int place(int rule, int host) {
    return switch (units.apartRules.get(rule).within()) {
      case HOST -> host;
      case ZONE -> hosts.zone[host];
    };
  }

  void count(int guest, int host, int by) {
    for (int rule : units.aparts[guest]) {
      there.get(rule).merge(place(rule, host), by, Integer::sum);
    }
  }

  int at(int rule, int host) {
    return there.get(rule).getOrDefault(place(rule, host), 0);
  }

  /// Whether `guest`, which is on `from` or nowhere, could be on `to` as far as its rules go.
  boolean allow(int guest, int from, int to) {
    for (int rule : units.aparts[guest]) {
      boolean counted = from != UnitTable.NOWHERE && place(rule, from) == place(rule, to);
      if (at(rule, to) > (counted ? 1 : 0)) {
        return false;
      }
    }
    return true;
  }

  /// The most places that one rule's guests are in, where they are all apart.
  int widest() {
    int widest = 0;
    for (Map<Integer, Integer> places : there) {
      if (places.values().stream().allMatch(many -> many <= 1)) {
        int many = places.values().stream().mapToInt(Integer::intValue).sum();
        widest = Math.max(widest, many);
      }
    }
    return widest;
  }
}
