package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Inventory.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.EmulatedHall;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.Ports;
import dev.feierabend.testservers.VsphereSimulator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// A vCenter on the simulator, and which of its machines tests have taken.
final class SimulatedVcenter implements EmulatedHall {
  private static final String PASSWORD = "geheim-im-simulator";
  private static final String RECOMMENDS = "DC0_C0";

  /// Longer than an answer takes, so that the task must be followed.
  private static final Map<String, Duration> SLOW = Map.of("RelocateVm", Duration.ofSeconds(1));

  private final VsphereSimulator simulator;
  private final Vcenter vcenter;
  private final Set<MachineId> taken = new HashSet<>();

  /// Two clusters of six hosts; guests lie where chance has put them, and are so many that it
  /// doesn't matter where.
  SimulatedVcenter() {
    simulator = VsphereSimulator.start(new VsphereSimulator.Plan(2, 6, 48, PASSWORD, SLOW));
    vcenter = to(simulator.uri(), PASSWORD);
  }

  Vcenter vcenter() {
    return vcenter;
  }

  /// What goes wrong in it, from now on or no longer.
  void fault(VsphereSimulator.Fault fault, boolean there) {
    simulator.fault(fault, there);
  }

  /// Another session, of somebody who waits a second for a task.
  Vcenter impatient() {
    return new Vcenter(
        new VsphereServer("simulator", simulator.uri()),
        VsphereClient.trusting(simulator.trust()),
        () -> new VsphereLogin(VsphereSimulator.USER, PASSWORD),
        Clock.systemUTC(),
        Duration.ofSeconds(1));
  }

  /// Another session with it.
  Vcenter another() {
    return to(simulator.uri(), PASSWORD);
  }

  @Override
  public VsphereHypervisor hypervisor() {
    return new VsphereHypervisor(vcenter);
  }

  @Override
  public VsphereHypervisor withPassword(String password) {
    return new VsphereHypervisor(to(simulator.uri(), password));
  }

  @Override
  public VsphereHypervisor unreachable() {
    return new VsphereHypervisor(nowhere());
  }

  Vcenter nowhere() {
    return to(Ports.nobody(), PASSWORD);
  }

  @Override
  public VsphereHypervisor untrusting() {
    return new VsphereHypervisor(to(simulator.uri(), PASSWORD, VsphereClient.standard()));
  }

  private Vcenter to(URI address, String password) {
    return to(address, password, VsphereClient.trusting(simulator.trust()));
  }

  private static Vcenter to(URI address, String password, VsphereClient client) {
    return new Vcenter(
        new VsphereServer("simulator", address),
        client,
        () -> new VsphereLogin(VsphereSimulator.USER, password),
        Clock.systemUTC());
  }

  Inventory inventory() {
    return vcenter.sight().newest().orElseThrow();
  }

  /// On a host that stays in service.
  @Override
  public MachineId guest() {
    Inventory seen = inventory();
    return seen.guests().stream()
        .filter(guest -> guest.power() == Power.ON && !taken.contains(guest.id()))
        .filter(guest -> guest.on().flatMap(seen::host).filter(this::stays).isPresent())
        .map(Guest::id)
        .filter(taken::add)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public MachineId target(MachineId guest) {
    Inventory seen = inventory();
    MachineId on = seen.guest(guest).orElseThrow().on().orElseThrow();
    return seen.hosts().stream()
        .filter(this::stays)
        .map(Host::id)
        .filter(host -> !host.equals(on))
        .findFirst()
        .orElseThrow();
  }

  /// The first three hosts of the cluster that only recommends stay in service.
  private boolean stays(Host host) {
    return host.cluster().filter(RECOMMENDS::equals).isPresent()
        && host.name().matches(".*_H[0-2]");
  }

  @Override
  public MachineId hostToEmpty() {
    return inventory().hosts().stream()
        .filter(host -> !stays(host))
        .map(Host::id)
        .filter(taken::add)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    vcenter.close();
    simulator.close();
  }
}
