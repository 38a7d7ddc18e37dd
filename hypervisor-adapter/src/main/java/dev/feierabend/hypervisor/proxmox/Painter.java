package dev.feierabend.hypervisor.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Cluster;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Inventory.Habit;
import dev.feierabend.core.hosting.Inventory.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.proxmox.Picture.Quorum;
import dev.feierabend.hypervisor.proxmox.Picture.SeenGuest;
import dev.feierabend.hypervisor.proxmox.Picture.SeenHost;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Makes a picture of what was told. Pure.
final class Painter {
  private final ProxmoxServer server;
  private final Told told;
  private final NodeLife life;
  private final Set<String> local;
  private final SortedMap<MachineId, SeenHost> hosts = new TreeMap<>();
  private final SortedMap<MachineId, SeenGuest> guests = new TreeMap<>();
  private final TreeSet<MachineId> ambiguous = new TreeSet<>();

  private Painter(ProxmoxServer server, Told told) {
    this.server = server;
    this.told = told;
    this.life = new NodeLife(told);
    this.local = localStorages(told);
  }

  static Picture paint(ProxmoxServer server, Told told) {
    return new Painter(server, told).paint();
  }

  private Picture paint() {
    List<JsonNode> machines =
        Told.each(told.resources())
            .filter(it -> Place.of(it).isPresent() && !new Facts(it).yes("template"))
            .toList();
    Set<String> occupied = new HashSet<>();
    for (JsonNode machine : machines) {
      Place place = Place.of(machine).orElseThrow();
      if (life.power(machine, place) != Power.OFF) {
        occupied.add(place.node());
      }
      guest(machine, place).ifPresent(it -> add(guests, it.guest().id(), it));
    }
    Told.ofType(told.resources(), "node")
        .flatMap(node -> host(new Facts(node), occupied).stream())
        .forEach(it -> add(hosts, it.host().id(), it));
    hosts.keySet().removeAll(ambiguous);
    guests.keySet().removeAll(ambiguous);
    return new Picture(inventory(), quorum(), hosts, guests);
  }

  private <T> void add(SortedMap<MachineId, T> all, MachineId id, T one) {
    if (all.put(id, one) != null) {
      ambiguous.add(id);
    }
  }

  private Inventory inventory() {
    return new Inventory(
        told.at(),
        cluster().map(name -> new Cluster(name, habits())).stream().toList(),
        hosts.values().stream().map(SeenHost::host).toList(),
        guests.values().stream().map(SeenGuest::guest).toList(),
        ambiguous);
  }

  private Optional<String> cluster() {
    return Told.ofType(told.status(), "cluster")
        .map(it -> it.path("name").asText(""))
        .filter(name -> !name.isEmpty())
        .findFirst();
  }

  /// Its HA manager restarts guests and keeps no room for it; from Proxmox VE 9 on it may move
  /// them, too.
  private Set<Habit> habits() {
    var habits = EnumSet.noneOf(Habit.class);
    if (guests.values().stream().anyMatch(SeenGuest::underHa)) {
      habits.add(Habit.RESTARTS_GUESTS);
    }
    JsonNode scheduling = told.options().path("crs");
    if (new Facts(scheduling).yes("ha-auto-rebalance")
        || scheduling.asText("").contains("ha-auto-rebalance=1")) {
      habits.add(Habit.MOVES_GUESTS);
    }
    return habits;
  }

  private Quorum quorum() {
    List<Facts> nodes = Told.ofType(told.status(), "node").map(Facts::new).toList();
    boolean has =
        Told.ofType(told.status(), "cluster").map(Facts::new).allMatch(it -> it.yes("quorate"));
    int online = (int) nodes.stream().filter(node -> node.yes("online")).count();
    return new Quorum(has, nodes.size(), online);
  }

  /// What is seen of a node by whoever may not see every guest, is that something may run on it.
  private Optional<SeenHost> host(Facts facts, Set<String> occupied) {
    return facts
        .name("node")
        .map(node -> {
          boolean runs = occupied.contains(node) || !told.rights().seesEveryGuest();
          Told.Size size = told.sizes().getOrDefault(node, Told.Size.UNKNOWN);
          var host =
              new Host(
                  server.node(node),
                  node,
                  cluster(),
                  new Resources(size.cores(), size.memoryMiB()),
                  life.power(node),
                  life.isOnline(node),
                  life.isInMaintenance(node) && !runs,
                  runs && life.power(node) != Power.OFF);
          return new SeenHost(host, node, facts.mebibytes("mem"));
        });
  }

  /// Empty where its UUID isn't known: its configuration can't be read while its node sleeps.
  private Optional<SeenGuest> guest(JsonNode machine, Place place) {
    JsonNode configuration = told.configurations().get(place);
    if (configuration == null) {
      return Optional.empty();
    }
    var facts = new Facts(machine);
    MachineId id =
        Ties.uuid(configuration)
            .map(MachineId::new)
            .orElseGet(() -> server.made("guest/" + place.number()));
    Power power = life.power(machine, place);
    var guest =
        new Guest(
            id,
            facts.text("name").isEmpty() ? place.toString() : facts.text("name"),
            Optional.of(server.node(place.node())),
            new Resources(facts.number("maxcpu"), facts.mebibytes("maxmem")),
            power,
            Ties.pin(place.kind(), power != Power.OFF, configuration, local));
    return Optional.of(new SeenGuest(guest, place, facts.text("lock"), facts.text("hastate")));
  }

  private static Set<String> localStorages(Told told) {
    return Told.ofType(told.resources(), "storage")
        .map(Facts::new)
        .filter(storage -> !storage.yes("shared"))
        .map(storage -> storage.text("storage"))
        .collect(Collectors.toSet());
  }
}
