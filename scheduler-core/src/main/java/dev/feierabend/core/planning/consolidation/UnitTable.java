package dev.feierabend.core.planning.consolidation;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/// Units of guests that go together: most are one guest, `Together` rules make larger ones.
/// Numbered by their first guest's place in the order of ids.
final class UnitTable {
  static final int NOWHERE = Sorted.NOWHERE;

  final List<Guest> guests;
  final int count;

  /// Of each guest its home's number, or [#NOWHERE].
  final int[] home;

  final double[] size;

  /// Of each guest what it needs, resource by resource.
  final double[] peaks;

  /// Of each guest what a move has to copy, in MiB.
  final double[] memory;

  final boolean[] pinned;

  /// Zones that each unit may run in; empty: any.
  final BitSet[] zones;

  /// Of each guest the numbers of its `Apart` rules.
  final int[][] aparts;

  final List<Rule.Apart> apartRules;

  private static final int[] NO_RULES = {};
  private static final BitSet ANY = new BitSet();

  /// No rule joins any: each guest is a unit of its own.
  private final boolean alone;

  private final int[] unitOf;
  private final Chains members;

  /// @param peaks of each guest what it needs, resource by resource
  /// @param stays which guests can't be moved at all, or fit nowhere
  UnitTable(Sorted sorted, HostTable hosts, double[] peaks, IntPredicate stays) {
    this.peaks = peaks;
    guests = sorted.guests();
    home = sorted.table.home;
    memory = sorted.table.memory;
    apartRules =
        sorted.rules().stream()
            .filter(Rule.Apart.class::isInstance)
            .map(Rule.Apart.class::cast)
            .toList();
    Map<GuestId, Integer> number = numbers(sorted);
    aparts = aparts(number);
    int[] root = new Unions(sorted, number, hosts, stays).roots();
    unitOf = new int[guests.size()];
    count = numbered(root);
    alone = count == guests.size();
    members = alone ? new Chains(0, 0) : new Chains(count, guests.size());
    size = alone ? peaks : new double[count * hosts.width];
    pinned = new boolean[count];
    zones = new BitSet[count];
    Arrays.fill(zones, ANY);
    if (!alone) {
      join(hosts);
    }
    bind(sorted.table, hosts);
  }

  /// The first of a unit's guests.
  int first(int unit) {
    return alone ? unit : members.first(unit);
  }

  /// The next guest of the same unit, or [Chains#NONE].
  int next(int guest) {
    return alone ? Chains.NONE : members.next(guest);
  }

  int unitOf(int guest) {
    return alone ? guest : unitOf[guest];
  }

  /// How many guests it has.
  int many(int unit) {
    int many = 0;
    for (int guest = first(unit); guest != Chains.NONE; guest = next(guest)) {
      many++;
    }
    return many;
  }

  private static Map<GuestId, Integer> numbers(Sorted sorted) {
    var numbers = new HashMap<GuestId, Integer>();
    for (int i = 0; !sorted.rules().isEmpty() && i < sorted.guests().size(); i++) {
      numbers.put(sorted.guests().get(i).id(), i);
    }
    return numbers;
  }

  private int[][] aparts(Map<GuestId, Integer> number) {
    int[][] all = new int[guests.size()][];
    Arrays.fill(all, NO_RULES);
    for (int rule = 0; rule < apartRules.size(); rule++) {
      for (GuestId member : apartRules.get(rule).guests()) {
        int guest = requireNonNull(number.get(member));
        all[guest] = Arrays.copyOf(all[guest], all[guest].length + 1);
        all[guest][all[guest].length - 1] = rule;
      }
    }
    return all;
  }

  private int numbered(int[] root) {
    int units = 0;
    for (int guest = 0; guest < root.length; guest++) {
      unitOf[guest] = root[guest] == guest ? units++ : unitOf[root[guest]];
    }
    return units;
  }

  /// From the last guest to the first, as what is chained last comes first.
  private void join(HostTable hosts) {
    for (int guest = guests.size() - 1; guest >= 0; guest--) {
      members.add(unitOf[guest], guest);
    }
    for (int guest = 0; guest < guests.size(); guest++) {
      for (int resource = 0; resource < hosts.width; resource++) {
        size[unitOf[guest] * hosts.width + resource] += peaks[guest * hosts.width + resource];
      }
    }
  }

  private void bind(GuestTable table, HostTable hosts) {
    table.pinned.stream().forEach(guest -> pinned[unitOf(guest)] = true);
    table.zoned.stream().forEach(guest -> narrow(unitOf(guest), guests.get(guest), hosts));
  }

  /// A zone that no host is in has a number beyond all, so that the set isn't empty.
  private void narrow(int unit, Guest member, HostTable hosts) {
    var these = new BitSet();
    member.zones().forEach(zone -> these.set(hosts.zones.getOrDefault(zone, hosts.zones.size())));
    if (!zones[unit].isEmpty()) {
      these.and(zones[unit]);
    }
    if (these.isEmpty()) {
      these.set(hosts.zones.size());
    }
    zones[unit] = these;
  }

  boolean mayBeIn(int unit, int zone) {
    return zones[unit].isEmpty() || zones[unit].get(zone);
  }
}
