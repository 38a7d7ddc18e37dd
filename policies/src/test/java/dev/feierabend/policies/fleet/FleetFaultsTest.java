package dev.feierabend.policies.fleet;

import static dev.feierabend.policies.Documents.FLEET;
import static dev.feierabend.policies.Documents.fleet;
import static dev.feierabend.policies.Documents.fleetFaults;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FleetFaultsTest {
  private static final String UUID =
      "a system UUID, for example 4c4c4544-0042-3510-8051-b4c04f4d4b31, each once";

  @Test
  void aUuidIsKnownWhateverItsCase() {
    only(
        with("b4c04f4d4b34", "b4c04f4d4b31"),
        "fleet.yaml:41:13: expected " + UUID + ", found \"4c4c4544-0042-3510-8051-b4c04f4d4b31\"");
  }

  @Test
  void aGuestHasAUuidOfItsOwn() {
    only(
        with("b4c04f4d4b33", "b4c04f4d4b31"),
        "fleet.yaml:33:17: expected " + UUID + ", found \"4c4c4544-0042-3510-8051-b4c04f4d4b31\"");
  }

  @Test
  void aUuidThatIsNone() {
    only(
        with("b4c04f4d4b34", "b4c04f4d4b3"),
        "fleet.yaml:41:13: expected " + UUID + ", found \"4c4c4544-0042-3510-8051-b4c04f4d4b3\"");
  }

  @Test
  void aGuestOnAnUnknownPool() {
    only(
        with("pool: ahausen-office", "pool: ahausen-offices"),
        "fleet.yaml:32:74: expected a pool of this fleet, for example \"ahausen-office\", "
            + "found \"ahausen-offices\"; did you mean \"ahausen-office\"?");
  }

  @Test
  void aPoolOfAnUnknownTenant() {
    only(
        with("tenant: bdorf", "tenant: cstadt"),
        "fleet.yaml:10:34: expected a tenant of this fleet, for example \"ahausen\", "
            + "found \"cstadt\"");
  }

  @Test
  void anUnknownControllerAndAnUnknownRack() {
    only(
        with("controller: box", "controller: boxes"),
        "fleet.yaml:50:19: expected a controller of this fleet, for example \"bmc\", "
            + "found \"boxes\"");
    only(
        with("rack: rack-1", "rack: rack-2"),
        "fleet.yaml:29:13: expected a rack of this fleet, for example \"rack-1\", "
            + "found \"rack-2\"; did you mean \"rack-1\"?");
  }

  @Test
  void aRackOnAFeedThatIsNotAmongThose() {
    only(
        with("racks:", "feeds: [{name: feed-a}]\n  racks:")
            .replace("rack-1, feed: feed-a", "rack-1, feed: feed-b"),
        "fleet.yaml:17:28: expected a feed of this fleet, for example \"feed-a\", "
            + "found \"feed-b\"; did you mean \"feed-a\"?");
  }

  @Test
  void aMisspeltKindOfController() {
    only(
        with("kind: redfish", "kind: redfsh"),
        "fleet.yaml:13:25: expected sandbox, redfish, ipmi, wake-on-lan, node-annotation, vsphere, proxmox or libvirt, "
            + "found \"redfsh\"; did you mean \"redfish\"?");
  }

  @Test
  void aCurveOfTenPoints() {
    only(
        with("[50, ", "["),
        "fleet.yaml:46:22: expected 11 numbers, watts at 0, 10, … 100 % load, found 10 numbers");
  }

  @Test
  void aPeakBelowIdle() {
    only(
        with("peak: 380", "peak: 38"),
        "fleet.yaml:23:32: expected a peak of at least idle, 110.0, found 38.0");
  }

  @Test
  void wattsThatAreNoNumber() {
    for (String nonsense : new String[] {"NaN", "-1", "8 W", "0x8", "1e9", "8d"}) {
      only(
          with("standbyWatts: 8", "standbyWatts: " + nonsense),
          "fleet.yaml:24:21: expected watts, for example 220, found \"" + nonsense + "\"");
    }
  }

  @Test
  void aSystemWithoutAController() {
    only(
        with("controller: bmc", "cores: 32").replaceFirst(" +cores: 32\n", ""),
        "fleet.yaml:18:7: expected a \"controller\" beside \"system\", found no \"controller\"");
  }

  @Test
  void redfishWithoutAnAddress() {
    only(
        with("url: \"https://bmc.example:8443\", ", ""),
        "fleet.yaml:13:7: expected \"url\": an address without credentials, "
            + "for example https://bmc-1.example:8443, found no \"url\"");
  }

  @Test
  void ipmiWithoutABoardsAddress() {
    only(
        with("kind: redfish", "kind: ipmi").replaceFirst(" +system: System.1\n", ""),
        "fleet.yaml:18:7: expected \"system\": the address of the machine's board, "
            + "for example bmc-7.example:623, found no \"system\"");
    only(
        with("kind: redfish", "kind: ipmi").replace("system: System.1", "system: -H"),
        "fleet.yaml:28:15: expected \"system\": the address of the machine's board, "
            + "for example bmc-7.example:623, found \"-H\"");
    assertThat(
            fleet(
                    with("kind: redfish", "kind: ipmi")
                        .replace("system: System.1", "system: bmc-7:6230"))
                .hosts())
        .hasSize(2);
  }

  @Test
  void wakeOnLanWithoutANetworkCardsAddress() {
    only(
        with("kind: redfish", "kind: wake-on-lan"),
        "fleet.yaml:28:15: expected \"system\": the address of the machine's network card, "
            + "for example 52:54:00:12:34:56, found \"System.1\"");
    only(
        with("kind: sandbox", "kind: sandbox, broadcast: 10.1.2.256"),
        "fleet.yaml:14:45: expected a segment's broadcast address, "
            + "for example 10.1.2.255 or \"10.1.2.255:9\", found \"10.1.2.256\"");
  }

  @Test
  void aSecretInADocumentIsRefusedAndNotRepeated() {
    only(
        with("https://bmc", "https://root:calvin@bmc"),
        "fleet.yaml:13:39: expected an address without credentials, "
            + "for example https://bmc-1.example:8443, found something else");
    only(
        with("credentials: bmc-secret", "credentials: \"ca!vin\""),
        "fleet.yaml:13:80: expected the name of a file or variable that holds the secret, "
            + "for example \"redfish-a\", found something else");
  }

  @Test
  void namesThatOccurTwice() {
    only(
        with("id: bdorf,", "id: ahausen,").replace("tenant: bdorf", "tenant: ahausen"),
        "fleet.yaml:7:12: expected a tenant's id, for example \"ahausen\", each once, "
            + "found \"ahausen\"");
    only(
        with("name: host-2", "name: host-1"),
        "fleet.yaml:42:13: expected a name of up to 253 lower-case letters, digits and .-, "
            + "for example \"rack-1\", each once, found \"host-1\"");
    only(
        with("node: metal-2", "node: worker-1"),
        "fleet.yaml:51:13: expected a name of up to 253 lower-case letters, digits and .-, "
            + "for example \"rack-1\", each once, found \"worker-1\"");
  }

  @Test
  void guestsMayWantMoreMemoryThanTheirHostHas() {
    assertThat(fleet(with("memoryGiB: 16", "memoryGiB: 512")).hosts()).hasSize(2);
  }

  private static String with(String old, String replacement) {
    assertThat(FLEET).contains(old);
    return FLEET.replaceFirst(Pattern.quote(old), Matcher.quoteReplacement(replacement));
  }

  private static void only(String document, String fault) {
    assertThat(fleetFaults(document)).containsExactly(fault);
  }
}
