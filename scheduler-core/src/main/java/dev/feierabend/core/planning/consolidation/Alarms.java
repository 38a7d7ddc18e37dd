package dev.feierabend.core.planning.consolidation;

import static dev.feierabend.core.planning.consolidation.Chains.NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is wrong with where everybody is seated.
final class Alarms {
  private final Ground ground;
  private final Board board;
  private final List<Alarm> found = new ArrayList<>();

  Alarms(Ground ground, Board board) {
    this.ground = ground;
    this.board = board;
    ground.tooLarge.stream().forEach(guest -> found.add(new Alarm.TooLarge(id(guest))));
    hosts();
    capacity();
    guests();
    ground.sorted.rules().stream()
        .filter(this::broken)
        .forEach(rule -> found.add(new Alarm.Broken(rule.name())));
  }

  List<Alarm> all() {
    return found;
  }

  private GuestId id(int guest) {
    return board.units.guests.get(guest).id();
  }

  private void hosts() {
    for (int host = 0; host < board.hosts.count; host++) {
      Host it = board.hosts.hosts.get(host);
      if (it.curve().isEmpty() && !(it.state() instanceof Host.Away)) {
        found.add(new Alarm.WithoutCurve(it.id()));
      }
      if (ground.takes[host] && board.overloaded(host)) {
        found.add(new Alarm.Overloaded(it.id(), resource(host)));
      }
    }
  }

  private String resource(int host) {
    int at = 0;
    while (board.free(host, at) >= -1e-9 * (1 + board.used[host * board.hosts.width + at])) {
      at++;
    }
    return board.hosts.resources.get(Math.min(at, board.hosts.width - 1));
  }

  private void capacity() {
    for (int resource = 0; resource < board.hosts.width; resource++) {
      double there = 0;
      for (int host = 0; host < board.hosts.count; host++) {
        there += ground.takes[host] ? board.hosts.room[host * board.hosts.width + resource] : 0;
      }
      double needed = ground.need[resource];
      if (needed > there + 1e-9 * (1 + there)) {
        found.add(
            new Alarm.DemandAboveCapacity(board.hosts.resources.get(resource), needed, there));
      }
    }
  }

  private void guests() {
    for (int unit = 0; unit < board.units.count; unit++) {
      if (!board.units.zones[unit].isEmpty()) {
        zones(unit);
      }
    }
  }

  private void zones(int unit) {
    for (int guest = board.units.first(unit); guest != NONE; guest = board.units.next(guest)) {
      int at = board.whereIs(guest);
      var zones = board.units.guests.get(guest).zones();
      if (at >= 0 && !zones.isEmpty() && !zones.contains(board.hosts.hosts.get(at).zone())) {
        found.add(new Alarm.OutsideItsZones(id(guest)));
      }
    }
  }

  private boolean broken(Rule rule) {
    Map<GuestId, Integer> number = numbers();
    Set<Object> places = new HashSet<>();
    int many = 0;
    for (GuestId member : rule.guests()) {
      int at = board.whereIs(number.getOrDefault(member, 0));
      if (at >= 0) {
        many++;
        places.add(
            rule instanceof Rule.Apart apart && apart.within() == Rule.Within.ZONE
                ? board.hosts.zone[at]
                : at);
      }
    }
    return switch (rule) {
      case Rule.Together _ -> places.size() > 1;
      case Rule.Apart _ -> places.size() < many;
    };
  }

  private final Map<GuestId, Integer> known = new HashMap<>();

  private Map<GuestId, Integer> numbers() {
    if (known.isEmpty()) {
      for (int guest = 0; guest < board.units.guests.size(); guest++) {
        known.put(id(guest), guest);
      }
    }
    return known;
  }
}
