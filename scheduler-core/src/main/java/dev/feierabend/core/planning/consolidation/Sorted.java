package dev.feierabend.core.planning.consolidation;

import java.util.Comparator;
import java.util.List;

/// A task in the order of its ids.
final class Sorted {
  /// Of a guest that runs nowhere yet.
  static final int NOWHERE = -1;

  /// Of a guest whose home isn't among the hosts.
  static final int UNKNOWN = -2;

  final GuestTable table;
  private final List<Host> hosts;
  private final List<Guest> guests;
  private final List<Rule> rules;
  private final Conditions conditions;
  private final boolean distinct;

  Sorted(Task task) {
    hosts = inOrder(task.hosts(), Comparator.comparing(Host::id));
    Comparator<Guest> byId = Comparator.comparing(Guest::id);
    distinct = ascends(task.guests(), byId);
    guests = distinct ? task.guests() : task.guests().stream().sorted(byId).toList();
    rules = inOrder(task.rules(), Comparator.comparing(Rule::name));
    conditions = task.conditions();
    table = new GuestTable(guests, hosts);
  }

  private static <T> List<T> inOrder(List<T> all, Comparator<T> order) {
    return ascends(all, order) ? all : all.stream().sorted(order).toList();
  }

  /// Whether each comes after the one before, as most tasks are told: then nothing is to be sorted,
  /// and no two are alike.
  private static <T> boolean ascends(List<T> all, Comparator<T> order) {
    for (int i = 1; i < all.size(); i++) {
      if (order.compare(all.get(i - 1), all.get(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /// True where it is known that all guests have names of their own.
  boolean distinct() {
    return distinct;
  }

  List<Host> hosts() {
    return hosts;
  }

  List<Guest> guests() {
    return guests;
  }

  List<Rule> rules() {
    return rules;
  }

  Conditions conditions() {
    return conditions;
  }
}
