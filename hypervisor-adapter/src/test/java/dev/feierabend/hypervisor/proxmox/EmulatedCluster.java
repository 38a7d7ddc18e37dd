package dev.feierabend.hypervisor.proxmox;

import dev.feierabend.core.hosting.HypervisorPortContract;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Inventory.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.EmulatedHall;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.Ports;
import dev.feierabend.testservers.ProxmoxEmulator;
import dev.feierabend.testservers.ProxmoxEmulator.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A cluster on the emulator: guests on its first three nodes, nothing on the others, and which of
/// them tests have taken.
final class EmulatedCluster implements EmulatedHall {
  static final String SECRET = "geheim-im-emulator";
  static final int NODES = 12;
  private static final Login TOKEN = new Login(ProxmoxEmulator.TOKEN, SECRET);
  private static final int FREE_GUESTS = 12;
  private static final int WITH_GUESTS = 3;

  private final ProxmoxEmulator emulator;
  private final ProxmoxCluster cluster;
  private final Set<MachineId> taken = new HashSet<>();

  EmulatedCluster() {
    var guests = new ArrayList<ProxmoxEmulator.Guest>();
    for (int i = 0; i < FREE_GUESTS; i++) {
      guests.add(new ProxmoxEmulator.Guest("free-" + i, 1 + i % WITH_GUESTS, Kind.FREE));
    }
    for (Kind kind : EnumSet.complementOf(EnumSet.of(Kind.FREE))) {
      guests.add(new ProxmoxEmulator.Guest(named(kind), 1, kind));
    }
    emulator = ProxmoxEmulator.start(new ProxmoxEmulator.Plan(NODES, guests, SECRET));
    cluster = to(emulator.uri(), TOKEN, Clock.systemUTC());
  }

  private static String named(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  ProxmoxCluster cluster() {
    return cluster;
  }

  @Override
  public ProxmoxHypervisor hypervisor() {
    return new ProxmoxHypervisor(cluster);
  }

  @Override
  public ProxmoxHypervisor withPassword(String password) {
    var login = new Login(ProxmoxEmulator.USER, password);
    return new ProxmoxHypervisor(to(emulator.uri(), login, Clock.systemUTC()));
  }

  /// By a clock that is as fast as the emulator's.
  ProxmoxCluster inItsTime() {
    Instant start = Instant.now();
    InstantSource fast =
        () ->
            start.plus(
                Duration.between(start, Instant.now()).multipliedBy(ProxmoxEmulator.AS_FAST));
    return to(emulator.uri(), TOKEN, fast);
  }

  @Override
  public ProxmoxHypervisor unreachable() {
    return new ProxmoxHypervisor(nowhere());
  }

  ProxmoxCluster nowhere() {
    return to(Ports.nobody(), TOKEN, Clock.systemUTC());
  }

  @Override
  public ProxmoxHypervisor untrusting() {
    return new ProxmoxHypervisor(
        new ProxmoxCluster(
            new ProxmoxServer("emulator", List.of(emulator.uri()), Map.of()),
            ProxmoxClient.standard(),
            () -> TOKEN,
            Clock.systemUTC()));
  }

  private ProxmoxCluster to(URI address, Login login, InstantSource clock) {
    return new ProxmoxCluster(
        new ProxmoxServer("emulator", List.of(address), Map.of()),
        ProxmoxClient.trusting(emulator.trust()),
        () -> login,
        clock);
  }

  Inventory inventory() {
    return cluster.sight().newest().orElseThrow();
  }

  /// The guest of a kind of which there is one.
  Guest only(Kind kind) {
    return inventory().guests().stream()
        .filter(guest -> guest.name().equals(named(kind)))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public MachineId guest() {
    return inventory().guests().stream()
        .filter(guest -> guest.name().startsWith("free-") && guest.power() == Power.ON)
        .map(Guest::id)
        .filter(taken::add)
        .findFirst()
        .orElseThrow();
  }

  /// A node with guests, other than the one that it is on.
  @Override
  public MachineId target(MachineId guest) {
    Inventory seen = inventory();
    MachineId on = seen.guest(guest).orElseThrow().on().orElseThrow();
    return seen.hosts().stream()
        .filter(host -> host.name().matches("pve[1-3]") && !host.id().equals(on))
        .map(Host::id)
        .findFirst()
        .orElseThrow();
  }

  /// A node on which nothing runs and that can be woken.
  @Override
  public MachineId hostToEmpty() {
    Inventory seen = inventory();
    return seen.hosts().stream()
        .filter(host -> !host.name().equals("pve" + NODES) && host.power() == Power.ON)
        .map(Host::id)
        .filter(host -> HypervisorPortContract.running(seen, host).isEmpty())
        .filter(taken::add)
        .findFirst()
        .orElseThrow();
  }

  MachineId node(String name) {
    return inventory().hosts().stream()
        .filter(host -> host.name().equals(name))
        .map(Host::id)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    emulator.close();
  }
}
