package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.MachineId;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The guests as columns, in the order of their ids. Their objects are gone through once: a hundred
/// thousand of them fit into no cache, and the numbers do.
final class GuestTable {
  final int count;
  final double[] cores;
  final double[] memory;

  /// Of each guest its home's number, [Sorted#NOWHERE] or [Sorted#UNKNOWN].
  final int[] home;

  final BitSet pinned = new BitSet();

  /// Guests that are bound to zones.
  final BitSet zoned = new BitSet();

  /// Guests that declare more than cores and memory.
  final BitSet declaring = new BitSet();

  private final List<Guest> guests;

  GuestTable(List<Guest> guests, List<Host> hosts) {
    this.guests = guests;
    count = guests.size();
    cores = new double[count];
    memory = new double[count];
    home = new int[count];
    Map<UUID, Integer> number = HashMap.newHashMap(hosts.size());
    for (int host = 0; host < hosts.size(); host++) {
      number.put(hosts.get(host).id().value(), host);
    }
    for (int guest = 0; guest < count; guest++) {
      Guest it = guests.get(guest);
      fill(guest, it);
      home[guest] = home(it.home(), number);
    }
  }

  private void fill(int at, Guest guest) {
    cores[at] = guest.peak().cores();
    memory[at] = guest.peak().memoryMiB();
    if (!guest.peak().further().isEmpty()) {
      declaring.set(at);
    }
    if (guest.pinned()) {
      pinned.set(at);
    }
    if (!guest.zones().isEmpty()) {
      zoned.set(at);
    }
  }

  private static int home(Optional<MachineId> host, Map<UUID, Integer> number) {
    return host.isEmpty()
        ? Sorted.NOWHERE
        : number.getOrDefault(host.get().value(), Sorted.UNKNOWN);
  }

  /// Whether all that it needs are sizes, as far as its columns tell.
  boolean isSized(int guest) {
    return isSize(cores[guest]) && isSize(memory[guest]) && !declaring.get(guest);
  }

  static boolean isSize(double value) {
    return value >= 0 && value < Double.POSITIVE_INFINITY;
  }

  /// What each needs, guest by guest and resource by resource.
  double[] peaks(HostTable hosts) {
    int width = hosts.width;
    double[] peaks = new double[count * width];
    for (int guest = 0; guest < count; guest++) {
      peaks[guest * width] = cores[guest];
      peaks[guest * width + 1] = memory[guest];
    }
    declaring.stream().forEach(guest -> hosts.sizes(guests.get(guest).peak(), peaks, guest));
    return peaks;
  }
}
