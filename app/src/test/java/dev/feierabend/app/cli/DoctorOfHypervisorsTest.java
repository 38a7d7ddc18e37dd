package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.wiring.SimulatedHall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the doctor says of a hypervisor that the service's settings name; in the second of its
/// clusters DRS and DPM decide.
final class DoctorOfHypervisorsTest {
  @TempDir Path folder;

  @Test
  void itIsReachedWhatContradictsIsNamedAndWhatIsWrongHasARemedy() throws IOException {
    try (var hall = new SimulatedHall(folder, 2, 2, 2)) {
      Path fleet = Files.writeString(folder.resolve("fleet.yaml"), hall.document());
      Path config = Files.writeString(folder.resolve("feierabend.yaml"), settings(fleet, hall));
      assertThat(doctor(config))
          .contains("ok    hypervisor halle: reached, 4 hosts and 4 guests")
          .contains("warn  hypervisor halle: The cluster DC0_C1 moves guests by itself")
          .contains("warn  hypervisor halle: The cluster DC0_C1 switches hosts by itself")
          .doesNotContain("kubernetes");

      String first = hall.inventory().guests().getFirst().id().toString();
      Files.writeString(
          fleet, hall.document().replace(first, "4c4c4544-0042-3510-8051-b4c04f4d4b31"));
      assertThat(doctor(config))
          .contains(
              "BAD   hypervisor halle: vm-0 (4c4c4544-0042-3510-8051-b4c04f4d4b31) isn't shown there; correct its UUID in the fleet document, or let the account see it");

      hall.login("falsch");
      assertThat(doctor(config))
          .contains("BAD   hypervisor halle: ")
          .contains("the file of its credentials")
          .doesNotContain("falsch");
    }
  }

  private String settings(Path fleet, SimulatedHall hall) {
    return """
    feierabend:
      fleet: %s
      journal: %s
      credentials: %s
      power:
        ca: %s
    """
        .formatted(
            fleet,
            folder.resolve("kept"),
            hall.settings().get("feierabend.credentials"),
            hall.settings().get("feierabend.power.ca"));
  }

  private static String doctor(Path config) {
    return Typed.of("doctor", "--config", config).out();
  }
}
