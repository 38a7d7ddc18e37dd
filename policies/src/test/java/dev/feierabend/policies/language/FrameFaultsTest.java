package dev.feierabend.policies.language;

import static dev.feierabend.policies.Documents.FLEET;
import static dev.feierabend.policies.Documents.TOWN_HALL;
import static dev.feierabend.policies.Documents.policy;
import static dev.feierabend.policies.Documents.policyFaults;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What is wrong with a document as a document: its YAML, its encoding, its kind, its keys.
class FrameFaultsTest {

  @Test
  void everyFaultIsToldAtOnceInTheOrderOfTheDocument() {
    String document =
        """
        apiVersion: feierabend.dev/v1
        kind: SchedulePolicy
        metadata: {name: Rathaus, tenat: ahausen}
        spec:
          pools: ahausen-office
          asleep:
            - {from: Mon 20:00, to: [Tue]}
            - Fri 20:00
          floor:
        """;

    assertThat(policyFaults(document))
        .containsExactly(
            "policy.yaml:3:11: expected \"tenant\": a tenant's id, for example \"ahausen\", "
                + "found no \"tenant\"",
            "policy.yaml:3:18: expected a name of up to 63 lower-case letters, digits and hyphens, "
                + "for example \"rathaus\", found \"Rathaus\"",
            "policy.yaml:3:27: expected one of the keys name, tenant, tenants, found \"tenat\"; "
                + "did you mean \"tenant\"?",
            "policy.yaml:5:10: expected a list, each entry a pool's id, "
                + "for example \"ahausen-office\", found \"ahausen-office\"",
            "policy.yaml:7:29: expected a day and a time, for example Mon 20:00, found a list",
            "policy.yaml:8:7: expected an interval, for example {from: Mon 20:00, to: Tue 06:00}, "
                + "found \"Fri 20:00\"");
  }

  @Test
  void aKeyThatOccursTwice() {
    assertThat(policyFaults(TOWN_HALL + "  zone: Europe/Paris\n"))
        .containsExactly(
            "policy.yaml:17:3: expected each key once, found \"zone\" again, first in line 7");
  }

  @Test
  void anotherKindIsRefusedForThatAlone() {
    assertThat(policyFaults(FLEET))
        .containsExactly("policy.yaml:2:7: expected SchedulePolicy, found \"Fleet\"");
    assertThat(policyFaults(TOWN_HALL.replace("dev/v1", "dev/v2")))
        .containsExactly(
            "policy.yaml:1:13: expected feierabend.dev/v1, found \"feierabend.dev/v2\"");
  }

  @Test
  void brokenYamlIsOneFaultAtItsMark() {
    assertThat(policyFaults("kind: SchedulePolicy\nspec: {zone: [Europe/Berlin}\n"))
        .containsExactly(
            "policy.yaml:2:28: expected well-formed YAML, "
                + "found a fault: expected ',' or ']', but got }");
  }

  @Test
  void anEmptyDocumentAndTwoDocuments() {
    assertThat(policyFaults("# nothing\n"))
        .containsExactly("policy.yaml:1:1: expected a YAML document, found nothing");
    assertThat(policyFaults(TOWN_HALL + "---\n" + TOWN_HALL))
        .singleElement()
        .asString()
        .startsWith("policy.yaml:17:1: expected well-formed YAML");
  }

  @Test
  void whatIsNotUtf8IsAFaultAtTheByte() {
    byte[] latin = TOWN_HALL.replace("rathaus", "räthaus").getBytes(StandardCharsets.ISO_8859_1);

    assertThat(SchedulePolicyParser.parse("policy.yaml", latin).toString())
        .contains("policy.yaml:3:19: expected UTF-8 text")
        .contains("found the byte 0xE4");
  }

  @Test
  void aControlCharacterIsAFaultWhereItStands() {
    assertThat(policyFaults(TOWN_HALL.replace("rathaus", "rat\u0007haus")))
        .containsExactly(
            "policy.yaml:3:21: expected printable characters, found the character U+0007");
  }

  @Test
  void aByteOrderMarkIsNoFaultAndNoColumn() {
    assertThat(policyFaults("\uFEFF" + TOWN_HALL.replace("dev/v1", "dev/v2")))
        .singleElement()
        .asString()
        .startsWith("policy.yaml:1:13: ");
    assertThat(policy("\uFEFF" + TOWN_HALL).name()).isEqualTo("rathaus");
  }
}
