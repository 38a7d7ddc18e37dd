package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/// A connection with one host's libvirt: what of it is needed here. Calls last as long as libvirt
/// likes.
interface Virt extends AutoCloseable {
  interface Opening {
    Virt open(URI uri) throws Trouble;
  }

  /// @param migrates whether it says that guests can leave it while they run
  record Told(long cores, long memoryMiB, boolean migrates, List<Domain> domains) {
    public Told {
      domains = List.copyOf(domains);
    }

    /// MiB that its guests have. What is free besides libvirt tells without the page cache, which
    /// fills all there is sooner or later.
    long used() {
      return domains.stream()
          .filter(domain -> domain.power() != Power.OFF)
          .mapToLong(Domain::memoryMiB)
          .sum();
    }
  }

  /// A guest, as libvirt calls it.
  ///
  /// @param memoryMiB that it has now
  /// @param cpuNanos that it has had since it was started
  /// @param kept whether it is there when it is off
  record Domain(
      MachineId id,
      String name,
      long cores,
      long memoryMiB,
      Power power,
      long cpuNanos,
      boolean kept,
      Optional<String> pinned) {}

  /// Whether the connection itself is well.
  boolean isAlive();

  Told look() throws Trouble;

  void start(MachineId guest) throws Trouble;

  /// Asks its operating system.
  void shutDown(MachineId guest) throws Trouble;

  void switchOff(MachineId guest) throws Trouble;

  /// Writes its memory to the host's disk; its next start goes on from there.
  void save(MachineId guest) throws Trouble;

  /// Returns once it is there.
  void migrate(MachineId guest, boolean runs, Virt to) throws Trouble;

  @Override
  void close();
}
