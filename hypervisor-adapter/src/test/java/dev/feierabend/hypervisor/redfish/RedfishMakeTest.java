package dev.feierabend.hypervisor.redfish;

import static dev.feierabend.hypervisor.redfish.FakeController.MACHINE;
import static dev.feierabend.hypervisor.redfish.FakeController.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.Make;
import dev.feierabend.core.planning.Make.Change;
import dev.feierabend.core.planning.Make.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a machine is by its controller.
class RedfishMakeTest {
  private static final String MANAGER = "/redfish/v1/Managers/1";
  private static final String SYSTEM =
      """
      {"PowerState": "On", "Model": "PowerEdge R650", "BiosVersion": "%s",
       "ProcessorSummary": {"Count": 2, "Model": "Xeon Gold 6330"},
       "MemorySummary": {"TotalSystemMemoryGiB": 512},
       "Links": {"ManagedBy": [{"@odata.id": "/redfish/v1/Managers/1"}]}}
      """;

  private Instant now = Instant.parse("2026-11-23T19:00:00Z");
  private FakeController fake;
  private PowerController controller;

  @BeforeEach
  void aMachineThatIsOn() throws IOException {
    fake = new FakeController();
    fake.toLook = says(200, SYSTEM.formatted("2.3"));
    fake.elsewhere.put(MANAGER, says(200, "{\"FirmwareVersion\": \"7.00\"}"));
    controller = fake.client(() -> now);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  private Make looked() {
    controller.state(MACHINE);
    return controller.make(MACHINE);
  }

  @Test
  void allIsToldThatItsResourcesTell() {
    assertThat(looked().text()).isEqualTo("PowerEdge R650, 2 × Xeon Gold 6330, 512 GiB, 2.3, 7.00");
  }

  @Test
  void nothingIsAskedForItButTheControllersFirmwareAndThatOnceAnHour() {
    Make first = looked();
    fake.toLook = says(200, SYSTEM.formatted("2.4"));
    fake.elsewhere.put(MANAGER, says(200, "{\"FirmwareVersion\": \"7.10\"}"));

    assertThat(first.changes(looked())).containsExactly(new Change(Kind.BIOS, "2.3", "2.4"));
    now = now.plus(Duration.ofHours(1));
    assertThat(first.changes(looked())).contains(new Change(Kind.CONTROLLER, "7.00", "7.10"));
    assertThat(fake.requests.stream().filter(("GET " + MANAGER)::equals)).hasSize(2);
    assertThat(fake.requests.stream().filter(asked -> asked.contains("/Systems/"))).hasSize(3);
  }

  @Test
  void whatIsNotToldForAMomentHasNotChanged() {
    Make first = looked();
    fake.toLook = says(503, "");
    fake.elsewhere.put(MANAGER, says(503, ""));
    now = now.plus(Duration.ofHours(2));

    assertThat(looked()).isEqualTo(first);
  }

  @Test
  void whatItRepeatsOfOurSecretsIsHidden() {
    fake.toLook = says(200, SYSTEM.formatted("2.3 geheim"));

    assertThat(looked().text()).contains("2.3 ***").doesNotContain("geheim");
  }

  @Test
  void whatIsEmptyOrNothingOrOffIsNotTold() {
    fake.toLook =
        says(
            200,
            """
            {"PowerState": "Off", "Model": null, "BiosVersion": "", "ProcessorSummary": {},
             "MemorySummary": {"TotalSystemMemoryGiB": 0}}
            """);

    assertThat(looked().facts()).isEqualTo(List.of());
  }
}
