package dev.feierabend.helm.realparts;

import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.vsphere.Vcenter;
import dev.feierabend.hypervisor.vsphere.VsphereClient;
import dev.feierabend.hypervisor.vsphere.VsphereHypervisor;
import dev.feierabend.hypervisor.vsphere.VsphereLogin;
import dev.feierabend.hypervisor.vsphere.VsphereServer;
import dev.feierabend.testservers.VsphereSimulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A vSphere cluster of five hosts and ten guests, of two customers; four guests sleep at night.
final class VspherePart implements Part {
  static final String PASSWORD = "geheim-im-simulator";

  private static final int HOSTS = 5;
  private static final int GUESTS = 10;

  /// So many hosts can go while six small guests run and one host stays in reserve.
  private static final int GO_OFF = 2;

  private final VsphereSimulator simulator =
      VsphereSimulator.start(new VsphereSimulator.Plan(1, HOSTS, GUESTS, PASSWORD, Map.of()));
  private final URI way;
  private final Vcenter witness =
      new Vcenter(
          new VsphereServer("witness", simulator.uri()),
          VsphereClient.trusting(simulator.trust()),
          () -> new VsphereLogin(VsphereSimulator.USER, PASSWORD),
          InstantSource.system());
  private final Inventory first = inventory();
  private final TaskHistory tasks = new TaskHistory(simulator, PASSWORD, first);

  VspherePart(Ways ways) {
    way = ways.to("vcenter", simulator.uri(), simulator.trust());
  }

  /// What it is trusted by, as PEM.
  Path certificate() {
    return simulator.certificate();
  }

  private Inventory inventory() {
    return new VsphereHypervisor(witness).look().newest().orElseThrow();
  }

  @Override
  public String told() {
    return "a vCenter with %d hosts and %d guests of %s"
        .formatted(HOSTS, GUESTS, String.join(" and ", ClusterPart.TOWNS));
  }

  @Override
  public Papers papers() {
    var pools = new ArrayList<>(List.of("{id: esx, hypervisor: vcenter}"));
    ClusterPart.TOWNS.forEach(
        town -> pools.add("{id: %1$s-guests, tenant: %1$s, hypervisor: vcenter}".formatted(town)));
    List<String> hosts =
        IntStream.range(0, HOSTS).mapToObj(i -> host(first.hosts().get(i), i == 0)).toList();
    return new Papers(
        pools,
        List.of("{name: vcenter, kind: vsphere, url: \"%s\", credentials: vcenter}".formatted(way)),
        hosts,
        ClusterPart.TOWNS.stream().map("%s-guests"::formatted).toList());
  }

  /// @param lists whether guests are listed below it: where they run is for the vCenter to say
  private String host(Inventory.Host host, boolean lists) {
    String guests =
        IntStream.range(0, lists ? GUESTS : 0)
            .mapToObj(i -> guest(first.guests().get(i), i))
            .collect(Collectors.joining(", "));
    return "{uuid: %s, name: %s, pool: esx, cores: 32, memoryGiB: 128, watts: {idle: 110, peak: 380}, standbyWatts: 8, boot: PT4M, bootWatts: 220, controller: vcenter, guests: [%s]}"
        .formatted(
            host.id(),
            "esx-" + host.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
            guests);
  }

  private static String guest(Inventory.Guest guest, int number) {
    String town = ClusterPart.TOWNS.get(number % 2);
    return "{uuid: %s, name: vm-%d, pool: %s-guests, cores: 0.25, memoryGiB: 4, labels: {hours: %s}}"
        .formatted(guest.id(), number, town, sleeps(number) ? "office" : "always");
  }

  private static boolean sleeps(int number) {
    return number < 4;
  }

  @Override
  public boolean serves() {
    return inventory().guests().stream().allMatch(it -> it.power() == Power.ON);
  }

  @Override
  public long missing() {
    return inventory().hosts().stream().filter(it -> !it.inService()).count();
  }

  @Override
  public boolean powered() {
    return inventory().hosts().stream().noneMatch(it -> it.power() == Power.OFF);
  }

  @Override
  public void misplace(String target) {
    if (off(inventory()) > 0) {
      fault(VsphereSimulator.Fault.ADDRESS, true);
    }
  }

  @Override
  public void find() {
    fault(VsphereSimulator.Fault.ADDRESS, false);
  }

  void fault(VsphereSimulator.Fault fault, boolean there) {
    simulator.fault(fault, there);
  }

  /// Which tasks have failed, and how often.
  SortedMap<String, Long> failed() {
    return tasks.failed();
  }

  @Override
  public boolean byNight() {
    Inventory now = inventory();
    return IntStream.range(0, GUESTS)
            .allMatch(i ->
                now.guest(first.guests().get(i).id()).orElseThrow().power()
                    == (sleeps(i) ? Power.OFF : Power.ON))
        && off(now) >= GO_OFF;
  }

  private static long off(Inventory now) {
    return now.hosts().stream().filter(it -> it.power() == Power.OFF).count();
  }

  @Override
  public String now() {
    Inventory now = inventory();
    return "%d of %d ESX hosts in standby, %d of %d guests shut down"
        .formatted(
            off(now),
            HOSTS,
            now.guests().stream().filter(it -> it.power() == Power.OFF).count(),
            GUESTS);
  }

  @Override
  public SortedMap<String, String> state() {
    Inventory now = inventory();
    var state = new TreeMap<String, String>();
    state.put("guests", Integer.toString(now.guests().size()));
    now.guests().forEach(it -> state.put("guest " + it.id(), it.name() + " " + it.power()));
    now.hosts()
        .forEach(it ->
            state.put("host " + it.id(), "%s in service: %s".formatted(it.name(), it.inService())));
    return state;
  }

  @Override
  public List<Effect> effects() {
    return tasks.effects();
  }

  @Override
  public List<String> wrongs() {
    return tasks.forced();
  }

  @Override
  public List<String> unmarked() {
    return first.hosts().stream().map(it -> it.id().toString()).toList();
  }

  @Override
  public void close() {
    tasks.close();
    witness.close();
    simulator.close();
  }
}
