package dev.feierabend.hypervisor;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.hypervisor.ipmi.IpmiBoard;
import dev.feierabend.hypervisor.ipmi.IpmiPower;
import dev.feierabend.hypervisor.ipmi.IpmiTool;
import dev.feierabend.hypervisor.libvirt.LibvirtHost;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.proxmox.ProxmoxClient;
import dev.feierabend.hypervisor.proxmox.ProxmoxCluster;
import dev.feierabend.hypervisor.proxmox.ProxmoxHypervisor;
import dev.feierabend.hypervisor.proxmox.ProxmoxPower;
import dev.feierabend.hypervisor.proxmox.ProxmoxServer;
import dev.feierabend.hypervisor.redfish.RedfishClient;
import dev.feierabend.hypervisor.redfish.RedfishPower;
import dev.feierabend.hypervisor.redfish.RedfishSystem;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.hypervisor.vsphere.Vcenter;
import dev.feierabend.hypervisor.vsphere.VsphereClient;
import dev.feierabend.hypervisor.vsphere.VsphereHypervisor;
import dev.feierabend.hypervisor.vsphere.VsphereLogin;
import dev.feierabend.hypervisor.vsphere.VspherePowerController;
import dev.feierabend.hypervisor.vsphere.VsphereServer;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.ProxmoxEmulator;
import dev.feierabend.testservers.RedfishEmulator;
import dev.feierabend.testservers.VsphereSimulator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/// A server of each kind, the real emulators, each of which knows one login.
final class RealParties implements AutoCloseable {
  private static final MachineId MACHINE = MachineId.of("4c4c4544-0042-3510-8051-b4c04f4d4b31");
  private static final String VSPHERE_PASSWORD = "Planted-vsphere&9e02-<Secret>";
  private static final String PROXMOX_SECRET = "Planted-proxmox-31ab-Secret";
  private static final InstantSource CLOCK = Clock.systemUTC();

  private final RedfishEmulator redfish;
  private final IpmiSimulator ipmi;
  private final VsphereSimulator vsphere;
  private final ProxmoxEmulator proxmox;
  private boolean closed;

  /// A party and what it is asked through.
  record Asked(
      MachineId machine,
      Optional<PowerController> power,
      Optional<HypervisorPort> hypervisor,
      Runnable leave)
      implements AutoCloseable {
    @Override
    public void close() {
      leave.run();
    }
  }

  RealParties() {
    redfish = RedfishEmulator.guarded(new TreeMap<>(Map.of(MACHINE.value(), true)));
    ipmi = IpmiSimulator.of(MACHINE.value());
    vsphere =
        VsphereSimulator.start(new VsphereSimulator.Plan(1, 2, 2, VSPHERE_PASSWORD, Map.of()));
    var guest = new ProxmoxEmulator.Guest("guest", 1, ProxmoxEmulator.Kind.FREE);
    proxmox = ProxmoxEmulator.start(new ProxmoxEmulator.Plan(2, List.of(guest), PROXMOX_SECRET));
  }

  /// The login that it knows.
  Login login(Party party) {
    return switch (party) {
      case REDFISH -> new Login(RedfishEmulator.USER, RedfishEmulator.PASSWORD);
      case IPMI -> new Login(IpmiSimulator.USER, IpmiSimulator.PASSWORD);
      case VSPHERE -> new Login(VsphereSimulator.USER, VSPHERE_PASSWORD);
      case PROXMOX_BY_TOKEN -> new Login(ProxmoxEmulator.TOKEN, PROXMOX_SECRET);
      case PROXMOX_BY_PASSWORD -> new Login(ProxmoxEmulator.USER, PROXMOX_SECRET);
    };
  }

  Asked real(Party party, Login login) {
    return switch (party) {
      case REDFISH -> redfish(redfish.uri(), login);
      case IPMI -> ipmi(ipmi.address(), login);
      case VSPHERE -> vsphere(vsphere.uri(), VsphereClient.trusting(vsphere.trust()), login);
      case PROXMOX_BY_TOKEN, PROXMOX_BY_PASSWORD ->
          proxmox(proxmox.uri(), ProxmoxClient.trusting(proxmox.trust()), login);
    };
  }

  /// As if it were there.
  Asked at(Party party, URI address, Login login) {
    return switch (party) {
      case REDFISH -> redfish(address, login);
      case IPMI -> ipmi(address.getAuthority(), login);
      case VSPHERE -> vsphere(address, VsphereClient.standard(), login);
      case PROXMOX_BY_TOKEN, PROXMOX_BY_PASSWORD ->
          proxmox(address, ProxmoxClient.standard(), login);
    };
  }

  /// At a server whose certificate leads nowhere.
  Asked untrusting(Party party, Login login) {
    return at(party, vsphere.uri(), login);
  }

  /// Everything that takes an address.
  List<Supplier<Object>> of(URI address) {
    Login login = login(Party.REDFISH);
    return List.of(
        () -> new RedfishSystem(address, "1", Optional.of(() -> login)),
        () -> new VsphereServer("vcenter", address),
        () -> new ProxmoxServer("pve", List.of(address), Map.of()),
        () -> new LibvirtHost(MACHINE, "kvm1", address));
  }

  private static Asked redfish(URI uri, Login login) {
    var system = new RedfishSystem(uri, MACHINE.toString(), Optional.of(() -> login));
    var power =
        RedfishPower.of(Map.of(MACHINE, system), RedfishClient.standard(), Deadlines.USUAL, CLOCK);
    return new Asked(MACHINE, Optional.of(power), Optional.empty(), power::close);
  }

  /// The simulator tells nobody which cipher suites it knows.
  private Asked ipmi(String address, Login login) {
    var tool = new IpmiTool(ipmi.tool(), OptionalInt.of(3), Duration.ofSeconds(2), 4);
    var board = IpmiBoard.at(address, () -> login);
    var power = IpmiPower.of(Map.of(MACHINE, board), tool, Deadlines.USUAL, CLOCK);
    return new Asked(MACHINE, Optional.of(power), Optional.empty(), power::close);
  }

  private static Asked vsphere(URI uri, VsphereClient client, Login login) {
    var vcenter =
        new Vcenter(
            new VsphereServer("vcenter", uri),
            client,
            () -> new VsphereLogin(login.user(), login.password()),
            CLOCK);
    return new Asked(
        new MachineId(new UUID(7, 7)),
        Optional.of(new VspherePowerController(vcenter)),
        Optional.of(new VsphereHypervisor(vcenter)),
        vcenter::close);
  }

  private static Asked proxmox(URI uri, ProxmoxClient client, Login login) {
    var cluster =
        new ProxmoxCluster(
            new ProxmoxServer("pve", List.of(uri), Map.of("pve1", MACHINE)),
            client,
            () -> login,
            CLOCK);
    var power = ProxmoxPower.of(cluster, List.of(MACHINE), ProxmoxPower.USUAL, CLOCK);
    return new Asked(
        MACHINE, Optional.of(power), Optional.of(new ProxmoxHypervisor(cluster)), power::close);
  }

  /// Once, or a second time without any effect.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    proxmox.close();
    vsphere.close();
    ipmi.close();
    redfish.close();
  }
}
