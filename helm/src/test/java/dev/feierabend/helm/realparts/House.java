package dev.feierabend.helm.realparts;

import dev.feierabend.helm.night.OfficeHours;
import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.VsphereSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All parts, and what the service is told of them.
final class House implements AutoCloseable {
  private static final List<String> TOWNS = ClusterPart.TOWNS;

  private final Path folder;
  private final Ways ways;
  final Machines machines;
  private final ClusterPart cluster;
  private final VspherePart vsphere;
  private final List<Part> parts;

  /// @param folder for settings, credentials and the journal
  /// @param ways by which the service comes to controllers
  House(Path folder, Ways ways) {
    this.folder = folder;
    this.ways = ways;
    machines = Machines.start(ways);
    cluster = new ClusterPart(machines);
    vsphere = new VspherePart(ways);
    parts = List.of(cluster, vsphere);
    write();
  }

  private void write() {
    try {
      Path credentials = Files.createDirectories(folder.resolve("credentials"));
      login("boards", IpmiSimulator.USER, IpmiSimulator.PASSWORD);
      login("vcenter", VsphereSimulator.USER, VspherePart.PASSWORD);
      for (Machine machine : machines.all()) {
        login("bmc-" + machine.node(), "feierabend", "nobody-asks-for-it");
      }
      Path trusted = folder.resolve("trusted.pem");
      Files.writeString(trusted, Files.readString(vsphere.certificate()) + ways.certificates());
      Files.writeString(folder.resolve("fleet.yaml"), papers().fleet(TOWNS));
      Files.writeString(
          folder.resolve("feierabend.yaml"),
          """
          spring.profiles.active: demo
          feierabend:
            mode: ACTIVE
            fleet: %1$s/fleet.yaml
            journal: %1$s/journal
            credentials: %2$s
            kubeconfig: %3$s
            wake-list: %1$s/wake.yaml
            looks: {at-rest: PT1S, under-way: PT1S, in-vain: PT1S}
            drills: {required: false}
            rules: {minimum-hosts: 1, reserve: 1}
            power: {ipmitool: %4$s, ipmi-cipher: 3, ca: %5$s}
            users:
          """
                  .formatted(
                      folder,
                      credentials,
                      cluster.kubeconfig(),
                      ways.tool(machines.boards().getFirst().tool()),
                      trusted)
              + Desk.users(TOWNS));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The service reads it again once it has changed, and never half of it.
  void login(String name, String user, String password) {
    Path file = folder.resolve("credentials").resolve(name);
    Path fresh = file.resolveSibling("." + name);
    try {
      Files.writeString(fresh, user + "\n" + password + "\n");
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Papers papers() {
    return parts.stream().map(Part::papers).reduce(Papers::and).orElseThrow();
  }

  /// A policy of each town for all of its pools.
  void agree(Desk desk) {
    for (String town : TOWNS) {
      List<String> pools = papers().towns().stream().filter(it -> it.startsWith(town)).toList();
      desk.agree(town, OfficeHours.policy(town, pools, 1));
    }
  }

  String store() {
    return folder.resolve("journal").toString();
  }

  List<String> told() {
    return parts.stream().map(Part::told).toList();
  }

  boolean serves() {
    return parts.stream().allMatch(Part::serves);
  }

  long missing() {
    return parts.stream().mapToLong(Part::missing).sum();
  }

  boolean powered() {
    return parts.stream().allMatch(Part::powered);
  }

  /// A host boots to a wrong address, if one is off.
  ///
  /// @param target a machine's node or `vcenter`
  void misplace(String target) {
    (target.equals("vcenter") ? vsphere : cluster).misplace(target);
  }

  void find() {
    parts.forEach(Part::find);
  }

  /// From now on, or no longer.
  void vcenter(VsphereSimulator.Fault fault, boolean there) {
    vsphere.fault(fault, there);
  }

  /// Which of the vCenter's tasks have failed, and how often.
  SortedMap<String, Long> failed() {
    return vsphere.failed();
  }

  boolean byDay() {
    return parts.stream().allMatch(Part::byDay);
  }

  boolean byNight() {
    return parts.stream().allMatch(Part::byNight);
  }

  String now() {
    return parts.stream().map(Part::now).collect(Collectors.joining("; "));
  }

  SortedMap<String, String> state() {
    var all = new TreeMap<String, String>();
    parts.forEach(part -> all.putAll(part.state()));
    return all;
  }

  /// @param clock in whose time the journal is
  List<Effect> effects(ShiftedClock clock) {
    return parts.stream()
        .flatMap(part -> part.effects().stream())
        .map(effect -> effect.at(clock.of(effect.at())))
        .toList();
  }

  Set<String> unmarked() {
    return parts.stream().flatMap(part -> part.unmarked().stream()).collect(Collectors.toSet());
  }

  List<String> wrongs() {
    return parts.stream().flatMap(part -> part.wrongs().stream()).toList();
  }

  @Override
  public void close() {
    parts.reversed().forEach(Part::close);
    ways.close();
  }
}
