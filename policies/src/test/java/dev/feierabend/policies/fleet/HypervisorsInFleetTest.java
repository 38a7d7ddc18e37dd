package dev.feierabend.policies.fleet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Hypervisors in a fleet document, and what may be said of them.
class HypervisorsInFleetTest {
  private static final String DOCUMENT =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: nord}
      spec:
        tenants: [{id: ahausen, name: Gemeinde Ahausen}]
        clusters: [{name: west, credentials: west.kubeconfig}]
        controllers:
          - {name: halle-a, kind: vsphere, url: "https://vcenter.example", credentials: vcenter}
          - {name: pve, kind: proxmox, url: "https://*.example:8006", credentials: pve}
          - {name: kvm, kind: libvirt, url: "qemu+tls://*.example/system"}
          - {name: bmc, kind: redfish, url: "https://bmc.example"}
        pools:
          - {id: machines, hypervisor: halle-a}
          - {id: office, tenant: ahausen, hypervisor: halle-a}
          - {id: elsewhere, tenant: ahausen}
        hosts:
          - {uuid: 4c4c4544-0042-3510-8051-b4c04f4d4b31, name: esx-1, pool: machines, cores: 8,
             memoryGiB: 64, watts: {idle: 100, peak: 200}, standbyWatts: 8, boot: PT4M,
             bootWatts: 150, controller: halle-a, guests: [
             {uuid: 4c4c4544-0042-3510-8051-b4c04f4d4b32, name: vm-1, pool: office, cores: 2,
              memoryGiB: 8}]}
      """;

  @Test
  void aPoolIsInItsHypervisorWithItsHostsAndTheirGuests() {
    Fleet fleet = sound(DOCUMENT);

    assertThat(fleet.hypervisors()).extracting(Controller::name).containsExactly("halle-a");
    Fleet there = fleet.in(Optional.of("halle-a"));
    assertThat(there.pools()).hasSize(2);
    assertThat(there.hosts()).singleElement().matches(host -> host.guests().size() == 1);
    assertThat(fleet.in(Optional.empty()).hosts()).isEmpty();
  }

  @Test
  void anAddressMayBeOneForEachHost() {
    Controller kvm = sound(DOCUMENT).controllers().get(2);

    assertThat(kvm.urlFor("kvm-7")).contains(URI.create("qemu+tls://kvm-7.example/system"));
  }

  @Test
  void aPoolIsInAClusterOrInAHypervisor() {
    assertThat(faults("id: machines, hypervisor", "id: machines, cluster: west, hypervisor"))
        .anyMatch(it -> it.endsWith("expected \"cluster\" or \"hypervisor\", found both"));
  }

  @Test
  void aControllerThatOnlySwitchesIsNoHypervisor() {
    assertThat(faults("id: elsewhere, tenant: ahausen", "id: elsewhere, hypervisor: bmc"))
        .singleElement()
        .matches(it ->
            it.endsWith(
                "expected a controller of kind vsphere, proxmox or libvirt, found \"bmc\""));
  }

  @Test
  void aHypervisorAndAClusterHaveDifferentNames() {
    assertThat(faults("name: west", "name: halle-a"))
        .anyMatch(it ->
            it.endsWith("expected a hypervisor of a name that no cluster has, found \"halle-a\""));
  }

  @Test
  void aHypervisorSwitchesOnlyHostsThatAreInIt() {
    assertThat(faults("controller: halle-a", "controller: pve"))
        .singleElement()
        .matches(it ->
            it.endsWith(
                "expected a pool that is in the hypervisor which switches its hosts, found \"pve\""));
  }

  @Test
  void libvirtSwitchesNoHost() {
    assertThat(faults("controller: halle-a", "controller: kvm"))
        .singleElement()
        .matches(it ->
            it.endsWith(
                "expected a controller that switches hosts, as libvirt doesn't, found \"kvm\""));
  }

  @Test
  void aGuestIsWhereItsHostIs() {
    assertThat(faults("pool: office", "pool: elsewhere"))
        .singleElement()
        .matches(it ->
            it.endsWith(
                "expected a guest of a pool that is in hypervisor \"halle-a\", as its host is, found pool \"elsewhere\""));
  }

  @Test
  void addressAndLoginAreThere() {
    assertThat(
            faults(
                "url: \"https://vcenter.example\", credentials: vcenter", "broadcast: 10.0.0.255"))
        .hasSize(2)
        .anyMatch(it -> it.endsWith("found no \"url\""))
        .anyMatch(it -> it.endsWith("found no \"credentials\""));
    assertThat(faults("qemu+tls://*.example/system", "qemu+tls://kvm1.example/system"))
        .singleElement()
        .matches(it -> it.contains("libvirt's address with * for each host's name"));
    assertThat(faults("https://*.example:8006", "ftp://*.example:8006"))
        .singleElement()
        .matches(it -> it.contains("for example https://pve1.example:8006"));
  }

  private static Fleet sound(String document) {
    return switch (FleetParser.parse("fleet.yaml", document.getBytes(UTF_8))) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static List<String> faults(String sound, String faulty) {
    assertThat(DOCUMENT).contains(sound);
    String document = DOCUMENT.replace(sound, faulty);
    return switch (FleetParser.parse("fleet.yaml", document.getBytes(UTF_8))) {
      case Parsed.Valid<Fleet> _ -> List.of();
      case Parsed.Invalid<Fleet>(var faults) -> faults.stream().map(Fault::toString).toList();
    };
  }
}
