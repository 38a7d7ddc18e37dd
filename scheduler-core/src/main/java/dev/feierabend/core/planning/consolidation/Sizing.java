package dev.feierabend.core.planning.consolidation;

import java.util.BitSet;

/// Finds guests that no host could carry, were it empty.
final class Sizing {
  private final Sorted sorted;
  private final HostTable hosts;
  private final double[] peaks;
  private final GuestTable table;
  private final BitSet closed;

  /// @param peaks what each guest needs, resource by resource
  Sizing(Sorted sorted, HostTable hosts, double[] peaks, BitSet closed) {
    this.sorted = sorted;
    this.hosts = hosts;
    this.peaks = peaks;
    table = sorted.table;
    this.closed = closed;
  }

  /// Whoever is on a closed host isn't asked about.
  void tooLarge(BitSet found) {
    int lately = 0;
    for (int guest = 0; guest < table.count; guest++) {
      int home = table.home[guest];
      if (home >= 0 && closed.get(home)) {
        continue;
      }
      if (table.pinned.get(guest)) {
        found.set(guest, !could(guest, home));
        continue;
      }
      int tried = 0;
      while (tried < hosts.count && !(could(guest, lately) && mayEnter(guest, lately))) {
        lately = lately + 1 == hosts.count ? 0 : lately + 1;
        tried++;
      }
      found.set(guest, tried == hosts.count);
    }
  }

  private boolean could(int guest, int host) {
    int width = hosts.width;
    return !closed.get(host) && Board.within(peaks, guest * width, hosts.room, host * width, width);
  }

  private boolean mayEnter(int guest, int host) {
    return !table.zoned.get(guest)
        || sorted.guests().get(guest).zones().contains(hosts.hosts.get(host).zone());
  }
}
