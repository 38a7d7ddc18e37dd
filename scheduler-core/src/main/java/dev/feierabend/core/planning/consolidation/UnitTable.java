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

  final int[] unitOf;
  final int[][] members;
  final double[] size;

  /// Of each guest what it needs, resource by resource.
  final double[] peaks;

  final boolean[] pinned;

  /// Zones that each unit may run in; empty: any.
  final BitSet[] zones;

  /// Of each guest the numbers of its `Apart` rules.
  final int[][] aparts;

  final List<Rule.Apart> apartRules;

  private static final int[] NONE = {};
  private static final BitSet ANY = new BitSet();

  /// @param stays which guests can't be moved at all, or fit nowhere
  UnitTable(Sorted sorted, HostTable hosts, IntPredicate stays) {
    guests = sorted.guests();
    home = sorted.homes();
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
    members = members();
    size = new double[count * hosts.width];
    peaks = new double[guests.size() * hosts.width];
    pinned = new boolean[count];
    zones = new BitSet[count];
    for (int unit = 0; unit < count; unit++) {
      fill(unit, hosts);
    }
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
    Arrays.fill(all, NONE);
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

  private int[][] members() {
    int[] many = new int[count];
    for (int unit : unitOf) {
      many[unit]++;
    }
    int[][] all = new int[count][];
    for (int guest = guests.size() - 1; guest >= 0; guest--) {
      int unit = unitOf[guest];
      if (all[unit] == null) {
        all[unit] = new int[many[unit]];
      }
      all[unit][--many[unit]] = guest;
    }
    return all;
  }

  private void fill(int unit, HostTable hosts) {
    zones[unit] = ANY;
    for (int guest : members[unit]) {
      Guest member = guests.get(guest);
      hosts.sizes(member.peak(), peaks, guest);
      for (int resource = 0; resource < hosts.width; resource++) {
        size[unit * hosts.width + resource] += peaks[guest * hosts.width + resource];
      }
      pinned[unit] |= member.pinned();
      if (!member.zones().isEmpty()) {
        narrow(unit, member, hosts);
      }
    }
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
