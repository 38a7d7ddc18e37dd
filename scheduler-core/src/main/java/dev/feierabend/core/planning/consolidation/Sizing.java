package dev.feierabend.core.planning.consolidation;

import java.util.BitSet;
import java.util.List;

/// Finds guests that no host could carry, were it empty.
final class Sizing {
  private final HostTable hosts;
  private final BitSet closed;

  Sizing(HostTable hosts, BitSet closed) {
    this.hosts = hosts;
    this.closed = closed;
  }

  /// @param home of each guest; whoever is on a closed host isn't asked about
  void tooLarge(List<Guest> guests, int[] home, BitSet found) {
    double[] need = new double[hosts.width];
    int lately = 0;
    for (int guest = 0; guest < home.length; guest++) {
      Guest it = guests.get(guest);
      if (home[guest] >= 0 && closed.get(home[guest])) {
        continue;
      }
      hosts.sizes(it.peak(), need, 0);
      if (it.pinned()) {
        found.set(guest, !could(need, home[guest]));
        continue;
      }
      int tried = 0;
      while (tried < hosts.count && !(mayEnter(it, lately) && could(need, lately))) {
        lately = lately + 1 == hosts.count ? 0 : lately + 1;
        tried++;
      }
      found.set(guest, tried == hosts.count);
    }
  }

  private boolean could(double[] need, int host) {
    return !closed.get(host) && Board.within(need, 0, hosts.room, host * hosts.width, hosts.width);
  }

  private boolean mayEnter(Guest guest, int host) {
    return guest.zones().isEmpty() || guest.zones().contains(hosts.hosts.get(host).zone());
  }
}
