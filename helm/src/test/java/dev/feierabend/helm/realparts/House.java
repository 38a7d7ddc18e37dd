package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.IpmiSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All parts, and what the service is told of them.
final class House implements AutoCloseable {
  private static final List<String> TOWNS = ClusterPart.TOWNS;

  private final Path folder;
  private final List<Part> parts;

  /// @param folder for settings, credentials and the journal
  private House(Path folder, List<Part> parts) {
    this.folder = folder;
    this.parts = parts;
  }

  static House build(Path folder) {
    Machines machines = Machines.start();
    var cluster = new ClusterPart(machines);
    var house = new House(folder, List.of(cluster));
    house.write(cluster, machines);
    return house;
  }

  private void write(ClusterPart cluster, Machines machines) {
    try {
      Path credentials = Files.createDirectories(folder.resolve("credentials"));
      Files.writeString(
          credentials.resolve("boards"), IpmiSimulator.USER + "\n" + IpmiSimulator.PASSWORD + "\n");
      Files.writeString(folder.resolve("fleet.yaml"), papers().fleet(TOWNS));
      Files.writeString(
          folder.resolve("feierabend.yaml"),
          """
          spring.profiles.active: demo
          feierabend:
            mode: ACTIVE
            fleet: %1$s/fleet.yaml
            journal: %1$s/journal
            credentials: %1$s/credentials
            wake-list: %1$s/wake-list.yaml
            kubeconfig: %2$s
            looks: {at-rest: PT1S, under-way: PT1S, in-vain: PT1S}
            drills: {required: false}
            rules: {minimum-hosts: 1, reserve: 1}
            power: {ipmitool: %3$s, ipmi-cipher: 3}
            users:
          """
                  .formatted(folder, cluster.kubeconfig(), machines.boards().getFirst().tool())
              + Desk.users(TOWNS));
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
      desk.agree(town, Hours.policy(town, pools));
    }
  }

  String store() {
    return folder.resolve("journal").toString();
  }

  List<String> told() {
    return parts.stream().map(Part::told).toList();
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

  List<String> wrongs() {
    return parts.stream().flatMap(part -> part.wrongs().stream()).toList();
  }

  @Override
  public void close() {
    parts.reversed().forEach(Part::close);
  }
}
