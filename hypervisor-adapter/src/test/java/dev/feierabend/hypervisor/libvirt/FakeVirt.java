package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A host that does what a test wants: guests that move from one to another, calls that fail, hang
/// or go on until they may end.
final class FakeVirt implements Virt {
  private static final long MEMORY = 65_536;

  private final SortedMap<MachineId, Domain> domains = new TreeMap<>();
  final Map<String, Trouble> troubles = new ConcurrentHashMap<>();

  /// Calls that don't return before their latch is open.
  final Map<String, CountDownLatch> latches = new ConcurrentHashMap<>();

  final List<String> asked = new CopyOnWriteArrayList<>();
  volatile boolean alive = true;
  volatile boolean migrates = true;

  static Domain domain(MachineId id, String name, Power power) {
    return new Domain(id, name, 2, 4096, power, 0, true, Optional.empty());
  }

  synchronized void put(Domain domain) {
    domains.put(domain.id(), domain);
  }

  synchronized void remove(MachineId id) {
    domains.remove(id);
  }

  private void call(String what) throws Trouble {
    asked.add(what);
    CountDownLatch latch = latches.get(what);
    try {
      if (latch != null) {
        latch.await();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Trouble trouble = troubles.get(what);
    if (trouble != null) {
      throw trouble;
    }
  }

  private synchronized void switchTo(MachineId id, Power power) {
    domains.computeIfPresent(
        id,
        (_, it) ->
            new Domain(
                id,
                it.name(),
                it.cores(),
                it.memoryMiB(),
                power,
                it.cpuNanos(),
                it.kept(),
                it.pinned()));
  }

  @Override
  public boolean isAlive() {
    return alive;
  }

  @Override
  public Told look() throws Trouble {
    call("look");
    synchronized (this) {
      return new Told(16, MEMORY, migrates, List.copyOf(domains.values()));
    }
  }

  @Override
  public void start(MachineId guest) throws Trouble {
    call("start");
    switchTo(guest, Power.ON);
  }

  /// The guest doesn't heed it.
  @Override
  public void shutDown(MachineId guest) throws Trouble {
    call("shutDown");
  }

  @Override
  public void switchOff(MachineId guest) throws Trouble {
    call("switchOff");
    switchTo(guest, Power.OFF);
  }

  @Override
  public void save(MachineId guest) throws Trouble {
    call("save");
    switchTo(guest, Power.OFF);
  }

  @Override
  public void migrate(MachineId guest, boolean runs, Virt to) throws Trouble {
    call("migrate");
    Domain domain;
    synchronized (this) {
      domain = domains.remove(guest);
    }
    ((FakeVirt) to).put(domain);
  }

  @Override
  public void close() {
    asked.add("close");
  }
}
