package dev.feierabend.hypervisor.vsphere;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Cluster;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Inventory.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Make;
import dev.feierabend.hypervisor.vsphere.Picture.SeenGuest;
import dev.feierabend.hypervisor.vsphere.Picture.SeenHost;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes a picture of a mirror. Pure.
final class Painter {
  private final Mirror mirror;
  private final Map<Ref, MachineId> hostIds = new HashMap<>();
  private final SortedMap<MachineId, SeenHost> hosts = new TreeMap<>();
  private final SortedMap<MachineId, SeenGuest> guests = new TreeMap<>();
  private final TreeSet<MachineId> ambiguous = new TreeSet<>();

  private Painter(Mirror mirror) {
    this.mirror = mirror;
  }

  static Picture paint(Mirror mirror, Instant at) {
    return new Painter(mirror).paint(at);
  }

  private Picture paint(Instant at) {
    mirror
        .of("HostSystem")
        .forEach((ref, told) ->
            new Facts(told).id("hardware.systemInfo.uuid").ifPresent(id -> hostIds.put(ref, id)));
    Set<Ref> occupied = occupied();
    hostIds.forEach((ref, id) -> add(hosts, id, host(ref, id, occupied.contains(ref))));
    hostIds.values().removeAll(ambiguous);
    mirror
        .of("VirtualMachine")
        .forEach((ref, told) -> {
          Facts facts = new Facts(told);
          if (Life.isGuest(facts)) {
            facts.id("config.uuid").ifPresent(id -> add(guests, id, guest(ref, id, facts)));
          }
        });
    hosts.keySet().removeAll(ambiguous);
    guests.keySet().removeAll(ambiguous);
    return new Picture(inventory(at), hosts, guests);
  }

  private <T> void add(SortedMap<MachineId, T> all, MachineId id, T one) {
    if (all.put(id, one) != null) {
      ambiguous.add(id);
    }
  }

  private Inventory inventory(Instant at) {
    List<Cluster> clusters =
        mirror.of("ClusterComputeResource").values().stream()
            .map(Facts::new)
            .map(
                facts -> new Cluster(facts.text("name"), Habits.of(facts.value("configurationEx"))))
            .toList();
    return new Inventory(
        at,
        clusters,
        hosts.values().stream().map(SeenHost::host).toList(),
        guests.values().stream().map(SeenGuest::guest).toList(),
        ambiguous);
  }

  /// Hosts on which anything runs, or may: machines of which not even the id is known, too.
  private Set<Ref> occupied() {
    return mirror.of("VirtualMachine").values().stream()
        .map(Facts::new)
        .filter(facts -> Life.isGuest(facts) && Life.takesRoom(facts))
        .flatMap(facts -> facts.ref("runtime.host").stream())
        .collect(Collectors.toSet());
  }

  private SeenHost host(Ref ref, MachineId id, boolean occupied) {
    Facts facts = new Facts(mirror.of("HostSystem").getOrDefault(ref, Map.of()));
    var host =
        new Host(
            id,
            facts.text("name"),
            facts.ref("parent").map(this::cluster).filter(name -> !name.isEmpty()),
            new Resources(
                facts.number("hardware.cpuInfo.numCpuCores"),
                facts.number("hardware.memorySize") >> 20),
            Life.ofHost(facts),
            facts.text("runtime.connectionState").equals("connected"),
            facts.yes("runtime.inMaintenanceMode"),
            occupied,
            make(facts));
    return new SeenHost(
        host,
        ref,
        facts.number("hardware.cpuInfo.hz"),
        !facts.text("capability.standbySupported").equals("false"),
        facts.text("runtime.powerState"));
  }

  private static Make make(Facts facts) {
    return Make.of(
        Map.of(
            Make.Kind.MODEL, facts.text("hardware.systemInfo.model"),
            Make.Kind.BIOS, facts.text("hardware.biosInfo.biosVersion"),
            Make.Kind.HYPERVISOR, facts.text("config.product.build")));
  }

  private String cluster(Ref parent) {
    return new Facts(mirror.of("ClusterComputeResource").getOrDefault(parent, Map.of()))
        .text("name");
  }

  private SeenGuest guest(Ref ref, MachineId id, Facts facts) {
    Optional<Ref> on = facts.ref("runtime.host");
    boolean hostSleeps =
        on.map(host -> new Facts(mirror.of("HostSystem").getOrDefault(host, Map.of())))
            .filter(host -> Life.ofHost(host) == Power.OFF)
            .isPresent();
    var guest =
        new Guest(
            id,
            facts.text("name"),
            on.flatMap(host -> Optional.ofNullable(hostIds.get(host))),
            new Resources(
                facts.number("config.hardware.numCPU"), facts.number("config.hardware.memoryMB")),
            Life.ofGuest(facts, hostSleeps),
            facts.refs("datastore").flatMap(this::onlyOneHostReaches).findFirst());
    return new SeenGuest(guest, ref);
  }

  private Stream<String> onlyOneHostReaches(Ref datastore) {
    Facts facts = new Facts(mirror.of("Datastore").getOrDefault(datastore, Map.of()));
    return facts.text("summary.multipleHostAccess").equals("false")
        ? Stream.of(
            "its disks are on %s, which only one host reaches".formatted(facts.text("name")))
        : Stream.of();
  }
}
