package dev.feierabend.sandbox.replay;

import dev.feierabend.policies.terms.MachineId;
import java.util.Set;

/// The memory that hosts have left beside what is awake on them.
final class Room {
  private final Machines machines;
  private final Guests guests;
  private final long[] free;

  Room(Machines machines, Guests guests) {
    this.machines = machines;
    this.guests = guests;
    free = new long[machines.count()];
    for (int host = 0; host < free.length; host++) {
      free[host] = machines.hosts.get(host).capacity().memoryMiB();
    }
    for (int guest = 0; guest < guests.count(); guest++) {
      if (!guests.asleep[guest]) {
        free[guests.place[guest]] -= needs(guest);
      }
    }
  }

  /// A place for who wakes: at home, or where there is room; at home all the same where there is
  /// none, or where it can't run elsewhere.
  ///
  /// @param off hosts that are about to go
  int take(int guest, Set<MachineId> off) {
    int place = place(guest, off);
    free[place] -= needs(guest);
    return place;
  }

  private int place(int guest, Set<MachineId> off) {
    int home = guests.home[guest];
    if (!guests.members.get(guest).guest().movable() || takes(guest, home, off)) {
      return home;
    }
    for (int host = 0; host < free.length; host++) {
      if (takes(guest, host, off)) {
        return host;
      }
    }
    return home;
  }

  private boolean takes(int guest, int host, Set<MachineId> off) {
    return machines.on[host]
        && !off.contains(machines.hosts.get(host).id())
        && free[host] >= needs(guest);
  }

  private long needs(int guest) {
    return guests.members.get(guest).guest().size().memoryMiB();
  }
}
