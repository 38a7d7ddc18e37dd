package dev.feierabend.hypervisor.libvirt;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Cluster;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Inventory.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.libvirt.Picture.SeenGuest;
import dev.feierabend.hypervisor.libvirt.Picture.SeenHost;
import dev.feierabend.hypervisor.libvirt.Virt.Domain;
import dev.feierabend.hypervisor.libvirt.Virt.Told;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.Resources;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Makes a picture of what each host told. Pure.
final class Painter {
  /// What one host told now, or before it fell silent.
  ///
  /// @param silence why it isn't heard, if so
  record Part(Line line, Optional<Told> told, Optional<String> silence) {
    boolean isHeard() {
      return silence.isEmpty();
    }
  }

  private final String name;
  private final List<Part> parts;
  private final boolean migrates;
  private final SortedMap<MachineId, SeenHost> hosts = new TreeMap<>();
  private final SortedMap<MachineId, SeenGuest> guests = new TreeMap<>();
  private final TreeSet<MachineId> ambiguous = new TreeSet<>();

  private Painter(String name, List<Part> parts) {
    this.name = name;
    this.parts = parts;
    this.migrates = migrates(parts);
  }

  /// @param name of the hosts together
  static Picture paint(String name, List<Part> parts, Instant at) {
    return new Painter(name, parts).paint(at);
  }

  /// Guests go from one to another where there is another.
  static boolean migrates(List<Part> parts) {
    return parts.stream().flatMap(part -> part.told().stream()).filter(Told::migrates).count() > 1;
  }

  private Picture paint(Instant at) {
    parts.forEach(part -> hosts.put(part.line().host().id(), host(part)));
    parts.stream().filter(Part::isHeard).forEach(this::add);
    parts.stream().filter(part -> !part.isHeard()).forEach(this::addRemembered);
    guests.keySet().removeAll(ambiguous);
    var inventory =
        new Inventory(
            at,
            migrates ? List.of(new Cluster(name, Set.of())) : List.of(),
            hosts.values().stream().map(SeenHost::host).toList(),
            guests.values().stream().map(SeenGuest::guest).toList(),
            ambiguous);
    Optional<String> unheard = parts.stream().flatMap(it -> it.silence().stream()).findFirst();
    return new Picture(inventory, hosts, guests, unheard);
  }

  /// libvirt itself says nothing of a host's power: who answers is on.
  private SeenHost host(Part part) {
    Optional<Told> told = part.told();
    boolean runs =
        !part.isHeard()
            || told.stream()
                .flatMap(it -> it.domains().stream())
                .anyMatch(domain -> domain.power() != Power.OFF);
    LibvirtHost host = part.line().host();
    return new SeenHost(
        new Host(
            host.id(),
            host.name(),
            migrates ? Optional.of(name) : Optional.empty(),
            told.map(it -> new Resources(it.cores(), it.memoryMiB())).orElse(new Resources(0, 0)),
            part.isHeard() ? Power.ON : Power.UNKNOWN,
            part.isHeard(),
            false,
            runs),
        part.line(),
        told.map(Told::used).orElse(0L));
  }

  /// One that is defined on two hosts is where it isn't off; where that is both or none, nobody can
  /// say which is meant.
  private void add(Part part) {
    part.told().stream()
        .flatMap(told -> told.domains().stream())
        .forEach(domain -> {
          SeenGuest one = guest(part, domain, domain.power());
          SeenGuest other = guests.putIfAbsent(domain.id(), one);
          if (other != null) {
            boolean otherIsOff = other.guest().power() == Power.OFF;
            if (otherIsOff == (domain.power() == Power.OFF)) {
              ambiguous.add(domain.id());
            } else if (otherIsOff) {
              guests.put(domain.id(), one);
            }
          }
        });
  }

  /// What was known of a silent host's guests, unless one of them is seen elsewhere now.
  private void addRemembered(Part part) {
    part.told().stream()
        .flatMap(told -> told.domains().stream())
        .forEach(domain -> guests.putIfAbsent(domain.id(), guest(part, domain, Power.UNKNOWN)));
  }

  private static SeenGuest guest(Part part, Domain domain, Power power) {
    var guest =
        new Guest(
            domain.id(),
            domain.name(),
            Optional.of(part.line().host().id()),
            new Resources(domain.cores(), domain.memoryMiB()),
            power,
            domain.pinned());
    return new SeenGuest(guest, part.line(), domain.kept());
  }
}
