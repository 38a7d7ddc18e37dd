package dev.feierabend.hypervisor.centre;

import dev.feierabend.policies.terms.MachineId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Which hosts get no guests from us. No hypervisor has a mark for that: maintenance begins only
/// once a host is empty. So the history says it, which survives a restart: a host that was taken
/// out of service is closed until it is opened again.
public final class Cordons {
  private final Predicate<MachineId> tookAway;
  private final Set<MachineId> opened = ConcurrentHashMap.newKeySet();

  /// @param tookAway true from the intent to cordon a host until it is recorded as admitted
  public Cordons(Predicate<MachineId> tookAway) {
    this.tookAway = tookAway;
  }

  boolean isClosed(MachineId host) {
    if (!tookAway.test(host)) {
      opened.remove(host);
      return false;
    }
    return !opened.contains(host);
  }

  void close(MachineId host) {
    opened.remove(host);
  }

  void open(MachineId host) {
    opened.add(host);
  }
}
