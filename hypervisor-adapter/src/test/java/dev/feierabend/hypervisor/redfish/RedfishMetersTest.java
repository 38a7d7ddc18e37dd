package dev.feierabend.hypervisor.redfish;

import static dev.feierabend.hypervisor.redfish.FakeController.MACHINE;
import static dev.feierabend.hypervisor.redfish.FakeController.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.policies.terms.Watts;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedfishMetersTest {
  private static final String CHASSIS = "/redfish/v1/Chassis/1";

  private FakeController fake;
  private PowerController controller;

  @BeforeEach
  void aMachineInAChassis() throws IOException {
    fake = new FakeController();
    fake.toLook =
        says(
            200,
            "{\"PowerState\": \"On\", \"Links\": {\"Chassis\": [{\"@odata.id\": \"%s\"}]}}"
                .formatted(CHASSIS));
    controller = fake.client(() -> Instant.EPOCH);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void environmentMetricsAreReadWhereTheyAre() {
    chassis("EnvironmentMetrics", "Power");
    fake.elsewhere.put(
        CHASSIS + "/EnvironmentMetrics", says(200, "{\"PowerWatts\": {\"Reading\": 374.5}}"));

    assertThat(controller.reading(MACHINE)).isEqualTo(metered(374.5, "EnvironmentMetrics"));
    assertThat(controller.offer(MACHINE).includes(PowerCapability.READING)).isTrue();
  }

  @Test
  void olderControllersMeasureInPower() {
    chassis("EnvironmentMetrics", "Power");
    fake.elsewhere.put(CHASSIS + "/EnvironmentMetrics", says(404, ""));
    fake.elsewhere.put(
        CHASSIS + "/Power", says(200, "{\"PowerControl\": [{\"PowerConsumedWatts\": 220}]}"));

    assertThat(controller.reading(MACHINE)).isEqualTo(metered(220, "Power"));
  }

  @Test
  void suppliesAreSummedWhereNothingElseMeasures() {
    chassis("PowerSubsystem");
    supplies(130, 141.5);

    assertThat(controller.reading(MACHINE)).isEqualTo(metered(271.5, "PowerSubsystem"));
  }

  @Test
  void aSumThatLacksASupplyIsNone() {
    chassis("PowerSubsystem");
    supplies(130, 141.5);
    fake.elsewhere.put(CHASSIS + "/PowerSubsystem/1/Metrics", says(200, "{}"));

    assertThat(controller.reading(MACHINE)).isInstanceOf(PowerReading.NotOffered.class);
  }

  @Test
  void aChassisOfSeveralMachinesMeasuresNoneOfThem() {
    fake.elsewhere.put(
        CHASSIS,
        says(
            200,
            "{\"Links\": {\"ComputerSystems\": [{}, {}]}, \"Power\": {\"@odata.id\": \"%s/Power\"}}"
                .formatted(CHASSIS)));
    fake.elsewhere.put(
        CHASSIS + "/Power", says(200, "{\"PowerControl\": [{\"PowerConsumedWatts\": 2200}]}"));

    assertThat(controller.reading(MACHINE)).isInstanceOf(PowerReading.NotOffered.class);
    assertThat(controller.offer(MACHINE).includes(PowerCapability.READING)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"PowerControl\": []}",
        "{\"PowerControl\": [{\"PowerConsumedWatts\": null}]}",
        "{\"PowerControl\": [{\"PowerConsumedWatts\": -3}]}",
        "{\"PowerControl\": [{\"PowerConsumedWatts\": \"220\"}]}",
        "{\"PowerControl\": [{\"PowerConsum"
      })
  void whatIsNoNumberOfWattsIsNoReading(String body) {
    chassis("Power");
    fake.elsewhere.put(CHASSIS + "/Power", says(200, body));

    assertThat(controller.reading(MACHINE)).isNotInstanceOf(PowerReading.Metered.class);
  }

  @Test
  void aMeterThatIsBusyIsUnknownAndNotMissing() {
    chassis("Power");
    fake.elsewhere.put(CHASSIS + "/Power", says(503, ""));

    assertThat(controller.reading(MACHINE)).isEqualTo(new PowerReading.Unknown("HTTP 503"));
    assertThat(controller.offer(MACHINE).includes(PowerCapability.READING)).isTrue();
  }

  @Test
  void aChassisElsewhereIsNotAsked() {
    fake.toLook =
        says(
            200,
            "{\"PowerState\": \"On\", \"Links\": {\"Chassis\": [{\"@odata.id\": \"//elsewhere/1\"}]}}");

    assertThat(controller.reading(MACHINE)).isInstanceOf(PowerReading.NotOffered.class);
  }

  private void chassis(String... meters) {
    var links = new StringBuilder("\"Links\": {\"ComputerSystems\": [{}]}");
    for (String meter : meters) {
      links.append(", \"%1$s\": {\"@odata.id\": \"%2$s/%1$s\"}".formatted(meter, CHASSIS));
    }
    fake.elsewhere.put(CHASSIS, says(200, "{" + links + "}"));
  }

  private void supplies(double... watts) {
    String place = CHASSIS + "/PowerSubsystem";
    fake.elsewhere.put(
        place, says(200, "{\"PowerSupplies\": {\"@odata.id\": \"%s/All\"}}".formatted(place)));
    var members = new StringBuilder();
    for (int i = 0; i < watts.length; i++) {
      String supply = place + "/" + i;
      members.append(i == 0 ? "" : ", ").append("{\"@odata.id\": \"%s\"}".formatted(supply));
      fake.elsewhere.put(
          supply, says(200, "{\"Metrics\": {\"@odata.id\": \"%s/Metrics\"}}".formatted(supply)));
      fake.elsewhere.put(
          supply + "/Metrics",
          says(200, "{\"InputPowerWatts\": {\"Reading\": %s}}".formatted(watts[i])));
    }
    fake.elsewhere.put(place + "/All", says(200, "{\"Members\": [%s]}".formatted(members)));
  }

  private static PowerReading metered(double watts, String where) {
    return new PowerReading.Metered(new Watts(watts), "Redfish, " + where);
  }
}
