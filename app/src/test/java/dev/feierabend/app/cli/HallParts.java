package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.vsphere.Vcenter;
import dev.feierabend.hypervisor.vsphere.VsphereClient;
import dev.feierabend.hypervisor.vsphere.VsphereHypervisor;
import dev.feierabend.hypervisor.vsphere.VsphereLogin;
import dev.feierabend.hypervisor.vsphere.VsphereServer;
import dev.feierabend.testservers.EchoingServer;
import dev.feierabend.testservers.ProxmoxEmulator;
import dev.feierabend.testservers.ProxmoxEmulator.Kind;
import dev.feierabend.testservers.SelfSigned;
import dev.feierabend.testservers.VsphereSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// Hypervisors of an evening: govmomi's simulator, in whose second cluster DRS and DPM decide, and
/// fakepve, which let us in; the same with a wrong password; and others that repeat whatever they
/// hear, hang up once they have heard it, or show a certificate that nobody vouches for.
final class HallParts implements AutoCloseable {
  /// How many guests the two that let us in have.
  static final int ALL_GUESTS = 6;

  private static final int NODES = 3;
  private static final String VSPHERE_PASSWORD = "Planted-centre&9e02-<Secret>";
  private static final String PROXMOX_SECRET = "Planted-cluster-31ab-Secret";
  private static final List<ProxmoxEmulator.Guest> GUESTS =
      List.of(
          new ProxmoxEmulator.Guest("pve-vm-0", 1, Kind.FREE),
          new ProxmoxEmulator.Guest("pve-vm-1", 2, Kind.FREE));

  private final VsphereSimulator vsphere =
      VsphereSimulator.start(new VsphereSimulator.Plan(2, 2, 2, VSPHERE_PASSWORD, Map.of()));
  private final ProxmoxEmulator proxmox =
      ProxmoxEmulator.start(new ProxmoxEmulator.Plan(NODES, GUESTS, PROXMOX_SECRET));
  private final EchoingServer echo = new EchoingServer(500);
  private final EchoingServer leaver = EchoingServer.hangingUp();
  private final HttpsServer stranger = stranger();

  /// Of which the first two let us in.
  final List<Hypervisor> all;

  /// @param name of the controller, and of the file with its login
  record Hypervisor(String name, String kind, URI uri, Login login) {}

  HallParts() throws IOException {
    all =
        List.of(
            centre("centre", vsphere.uri(), VSPHERE_PASSWORD),
            cluster("cluster", proxmox.uri(), PROXMOX_SECRET),
            centre("centre-wrong", vsphere.uri(), "Planted-centre-wrong&11-Secret"),
            cluster("cluster-wrong", proxmox.uri(), "Planted-cluster-wrong-12-Secret"),
            ticket("ticket-wrong", proxmox.uri(), "Planted-ticket-wrong&13-Secret"),
            centre("centre-echo", echo.uri(), "Planted-centre-echo&14-Secret"),
            cluster("cluster-echo", echo.uri(), "Planted-cluster-echo-15-Secret"),
            ticket("ticket-echo", echo.uri(), "Planted-ticket-echo&16-Secret"),
            centre("centre-leaves", leaver.uri(), "Planted-centre-leaves&17-Secret"),
            ticket("ticket-leaves", leaver.uri(), "Planted-ticket-leaves&18-Secret"),
            centre("centre-strange", strange(), "Planted-centre-strange&19-Secret"),
            cluster("cluster-strange", strange(), "Planted-cluster-strange-20-Secret"));
  }

  private static Hypervisor centre(String name, URI uri, String password) {
    return new Hypervisor(name, "vsphere", uri, new Login(VsphereSimulator.USER, password));
  }

  private static Hypervisor cluster(String name, URI uri, String secret) {
    return new Hypervisor(name, "proxmox", uri, new Login(ProxmoxEmulator.TOKEN, secret));
  }

  private static Hypervisor ticket(String name, URI uri, String password) {
    return new Hypervisor(name, "proxmox", uri, new Login(ProxmoxEmulator.USER, password));
  }

  private static HttpsServer stranger() throws IOException {
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.make().context()));
    server.start();
    return server;
  }

  private URI strange() {
    return URI.create("https://127.0.0.1:" + stranger.getAddress().getPort());
  }

  /// Everything that those who repeat and those who leave were told.
  String heard() {
    return String.join("\n", echo.said()) + String.join("\n", leaver.said());
  }

  /// Whom the two that let us in are trusted by, in PEM.
  String authorities() throws IOException {
    return Files.readString(vsphere.certificate()) + Files.readString(proxmox.certificate());
  }

  void logins(Path folder) throws IOException {
    var files = CredentialFiles.in(folder);
    for (Hypervisor each : all) {
      files.login(each.name(), each.login().user(), each.login().password());
    }
  }

  /// The fleet document: all guests are Ahausen's, and whoever can't be reached has a host of which
  /// nothing is known.
  String fleet() {
    var document = new HallDocument();
    Inventory seen = inventory();
    all.forEach(each -> document.hypervisor(each.name(), each.kind(), each.uri()));
    seen.hosts().forEach(host -> document.host("centre", named(host.name()), host.id().value()));
    seen.guests().forEach(guest -> document.guest("centre", guest.id().value()));
    IntStream.rangeClosed(1, NODES)
        .forEach(i -> document.host("cluster", "pve" + i, new UUID(0, i)));
    GUESTS.forEach(guest -> document.guest("cluster", guest.uuid()));
    all.stream()
        .skip(2)
        .forEach(each ->
            document.host(
                each.name(),
                each.name() + "-1",
                UUID.nameUUIDFromBytes(each.name().getBytes(UTF_8))));
    return document.text();
  }

  /// In a document.
  private static String named(String host) {
    return host.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// As somebody else sees it who may.
  private Inventory inventory() {
    try (var witness =
        new Vcenter(
            new VsphereServer("simulator", vsphere.uri()),
            VsphereClient.trusting(vsphere.trust()),
            () -> new VsphereLogin(VsphereSimulator.USER, VSPHERE_PASSWORD),
            Clock.systemUTC())) {
      return new VsphereHypervisor(witness).look().newest().orElseThrow();
    }
  }

  @Override
  public void close() {
    stranger.stop(0);
    leaver.close();
    echo.close();
    proxmox.close();
    vsphere.close();
  }
}
