package dev.feierabend.policies.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Nodes of a cluster that are guests of a hypervisor: their controller is one that they aren't in.
class GuestNodesInFleetTest {
  private static final String HOST =
      """
          - {uuid: 4c4c4544-0042-3510-8051-b4c04f4d4b3%d, name: %s, pool: %s, cores: 8,
             memoryGiB: 64, watts: {idle: 100, peak: 200}, standbyWatts: 0, boot: PT4M,
             bootWatts: 150, controller: %s}
      """;
  private static final String HEAD =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: nord}
      spec:
        clusters: [{name: west, credentials: west.kubeconfig}]
        controllers:
          - {name: halle, kind: vsphere, url: "https://vcenter.example", credentials: vcenter}
          - {name: kvm, kind: libvirt, url: "qemu+tls://*.example/system"}
          - {name: pve, kind: proxmox, url: "https://*.example:8006", credentials: pve}
        pools:
          - {id: machines, hypervisor: halle}
          - {id: servers, hypervisor: kvm}
          - {id: nodes, cluster: west}
          - {id: home}
        hosts:
      """;

  @Test
  void aNodeWhoseControllerIsAHypervisorElsewhereIsItsGuest() {
    Fleet fleet = sound(HEAD + host(1, "esx-1", "machines", "halle") + node("halle"));

    assertThat(fleet.hosts())
        .extracting(fleet::carrier)
        .containsExactly(none(), Optional.of("halle"));
    assertThat(fleet.nodes()).extracting(Host::name).containsExactly("n1");
    assertThat(fleet.in(Optional.of("west")).hosts()).extracting(Host::name).containsExactly("n1");
    assertThat(fleet.in(Optional.of("halle")).hosts())
        .extracting(Host::name)
        .containsExactly("esx-1");
  }

  @Test
  void soIsOneOfTheClusterAtHomeAndOneOfLibvirt() {
    Fleet fleet = sound(HEAD + host(1, "n1", "home", "halle") + host(2, "n2", "nodes", "kvm"));

    assertThat(fleet.hosts())
        .extracting(fleet::carrier)
        .containsExactly(Optional.of("halle"), Optional.of("kvm"));
  }

  @Test
  void whatItRunsOnIsInTheDocument() {
    assertThat(faults(HEAD + node("pve")))
        .singleElement()
        .matches(it ->
            it.endsWith(
                "expected a hypervisor in which a pool is, with the hosts that this guest runs on, found \"pve\""));
  }

  @Test
  void aGuestIsKnownByItsUuidAlone() {
    String other = node("halle").replace("controller: halle", "controller: halle, system: vm-17");

    assertThat(faults(HEAD + other))
        .singleElement()
        .matches(it ->
            it.endsWith(
                "expected no \"system\", for a hypervisor knows its guest by the \"uuid\", found \"vm-17\""));
  }

  @Test
  void aHypervisorsHostIsNoGuestOfAnother() {
    assertThat(faults(HEAD + host(1, "esx-1", "machines", "pve")))
        .singleElement()
        .matches(it ->
            it.endsWith(
                "expected a pool that is in the hypervisor which switches its hosts, found \"pve\""));
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  private static String node(String controller) {
    return host(2, "n1", "nodes", controller);
  }

  private static String host(int number, String name, String pool, String controller) {
    return HOST.formatted(number, name, pool, controller);
  }

  private static Fleet sound(String document) {
    return switch (FleetParser.parse("fleet.yaml", document.getBytes(UTF_8))) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static List<String> faults(String document) {
    return switch (FleetParser.parse("fleet.yaml", document.getBytes(UTF_8))) {
      case Parsed.Valid<Fleet> _ -> List.of();
      case Parsed.Invalid<Fleet>(var faults) -> faults.stream().map(Fault::toString).toList();
    };
  }
}
