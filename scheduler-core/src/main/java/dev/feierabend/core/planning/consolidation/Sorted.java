package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.MachineId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A task in the order of its ids, with homes by number.
final class Sorted {
  /// Of a guest that runs nowhere yet.
  static final int NOWHERE = -1;

  /// Of a guest whose home isn't among the hosts.
  static final int UNKNOWN = -2;

  private final List<Host> hosts;
  private final List<Guest> guests;
  private final List<Rule> rules;
  private final Conditions conditions;
  private final int[] home;

  Sorted(Task task) {
    hosts = inOrder(task.hosts(), Comparator.comparing(Host::id));
    guests = inOrder(task.guests(), Comparator.comparing(Guest::id));
    rules = inOrder(task.rules(), Comparator.comparing(Rule::name));
    conditions = task.conditions();
    Map<UUID, Integer> number = HashMap.newHashMap(hosts.size());
    for (int host = 0; host < hosts.size(); host++) {
      number.put(hosts.get(host).id().value(), host);
    }
    home = guests.stream().mapToInt(guest -> home(guest.home(), number)).toArray();
  }

  private static int home(Optional<MachineId> host, Map<UUID, Integer> number) {
    return host.isEmpty() ? NOWHERE : number.getOrDefault(host.get().value(), UNKNOWN);
  }

  private static <T> List<T> inOrder(List<T> all, Comparator<T> order) {
    return all.stream().sorted(order).toList();
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

  int home(int guest) {
    return home[guest];
  }

  int[] homes() {
    return home.clone();
  }
}
