package dev.feierabend.app.wiring;

import static java.util.stream.Collectors.toMap;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.hypervisor.libvirt.LibvirtHost;
import dev.feierabend.hypervisor.libvirt.LibvirtHypervisor;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.login.LoginSource;
import dev.feierabend.hypervisor.proxmox.ProxmoxClient;
import dev.feierabend.hypervisor.proxmox.ProxmoxCluster;
import dev.feierabend.hypervisor.proxmox.ProxmoxHypervisor;
import dev.feierabend.hypervisor.proxmox.ProxmoxPower;
import dev.feierabend.hypervisor.proxmox.ProxmoxServer;
import dev.feierabend.hypervisor.vsphere.Vcenter;
import dev.feierabend.hypervisor.vsphere.VsphereClient;
import dev.feierabend.hypervisor.vsphere.VsphereHypervisor;
import dev.feierabend.hypervisor.vsphere.VsphereLogin;
import dev.feierabend.hypervisor.vsphere.VspherePowerController;
import dev.feierabend.hypervisor.vsphere.VsphereServer;
import dev.feierabend.policies.fleet.Control;
import dev.feierabend.policies.fleet.Controller;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.Host;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/// Reaches the hypervisors of a fleet document, by their kinds.
///
/// @param trust whom certificates must be from; those that this machine trusts if none
public record Hypervisors(
    Credentials credentials, Optional<SSLContext> trust, InstantSource clock) {
  /// A task is followed at the next look, so that nobody waits long for one.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  /// @param power what switches hosts there that name it as their controller
  public record Reached(
      HypervisorPort hypervisor, Optional<PowerController> power, Runnable closing) {}

  /// Those of a service with these settings.
  ///
  /// @throws Outage where what they name is not there
  public static Hypervisors of(ServiceProperties properties, InstantSource clock) {
    return new Hypervisors(
        new Credentials(Optional.ofNullable(properties.credentials())),
        properties.power().trust(),
        clock);
  }

  /// @throws Outage where it can't be reached for what the document says
  public Reached of(Controller controller, Fleet part) {
    try {
      return switch (controller.kind()) {
        case Controller.VSPHERE -> vsphere(controller);
        case Controller.PROXMOX -> proxmox(controller, part);
        case Controller.LIBVIRT -> libvirt(controller, part);
        default ->
            throw new IllegalStateException("The parser lets no other kind through: " + controller);
      };
    } catch (IllegalArgumentException e) {
      throw new Outage("%s: %s".formatted(controller.name(), e.getMessage()), e);
    }
  }

  private Reached vsphere(Controller controller) {
    LoginSource source = login(controller);
    Supplier<VsphereLogin> logins =
        () -> {
          Login login = source.login();
          return new VsphereLogin(login.user(), login.password());
        };
    var vcenter =
        new Vcenter(
            new VsphereServer(controller.name(), controller.url().orElseThrow()),
            trust.map(VsphereClient::trusting).orElseGet(VsphereClient::standard),
            logins,
            clock,
            PATIENCE);
    return new Reached(
        new VsphereHypervisor(vcenter),
        Optional.of(new VspherePowerController(vcenter)),
        vcenter::close);
  }

  /// What wakes a vCenter's hosts, and its guests, with nothing of the fleet.
  PowerController switching(Controller vcenter) {
    Reached reached = vsphere(vcenter);
    return new WakingHall(reached.hypervisor(), reached.power().orElseThrow());
  }

  private LoginSource login(Controller controller) {
    return credentials.named(controller.credentials().orElseThrow());
  }

  private Reached proxmox(Controller controller, Fleet part) {
    List<URI> addresses =
        part.hosts().stream()
            .flatMap(host -> controller.urlFor(host.name()).stream())
            .distinct()
            .toList();
    var server =
        new ProxmoxServer(
            controller.name(),
            addresses,
            part.hosts().stream().collect(toMap(Host::name, Host::id)));
    var cluster =
        new ProxmoxCluster(
            server,
            trust.map(ProxmoxClient::trusting).orElseGet(ProxmoxClient::standard),
            login(controller),
            clock);
    var switched =
        part.hosts().stream()
            .filter(host ->
                host.control()
                    .map(Control::controller)
                    .filter(controller.name()::equals)
                    .isPresent())
            .map(Host::id)
            .toList();
    var power = ProxmoxPower.of(cluster, switched, ProxmoxPower.USUAL, clock);
    return new Reached(new ProxmoxHypervisor(cluster), Optional.of(power), () -> {});
  }

  private Reached libvirt(Controller controller, Fleet part) {
    List<LibvirtHost> hosts =
        part.hosts().stream()
            .map(host ->
                new LibvirtHost(
                    host.id(), host.name(), controller.urlFor(host.name()).orElseThrow()))
            .toList();
    expectLibrary(controller.name());
    var libvirt = LibvirtHypervisor.of(controller.name(), hosts, clock);
    return new Reached(libvirt, Optional.empty(), libvirt::close);
  }

  /// Feierabend comes without it.
  private static void expectLibrary(String name) {
    try {
      Class.forName("org.libvirt.Connect", false, Hypervisors.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new Outage(
          "%s: Expected org.libvirt:libvirt and net.java.dev.jna:jna beside Feierabend, but they aren't there; the handbook's page on libvirt says how"
              .formatted(name),
          e);
    }
  }
}
