package dev.feierabend.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RedfishEmulatorTest {
  private static final UUID ON = UUID.fromString("11111111-1111-1111-1111-111111111111");
  private static final UUID OFF = UUID.fromString("22222222-2222-2222-2222-222222222222");

  @Test
  void eachMachineStartsInTheStateThatWasAskedFor() throws Exception {
    try (var emulator = RedfishEmulator.start(new TreeMap<>(Map.of(ON, true, OFF, false)))) {
      assertThat(system(emulator, ON)).contains("\"PowerState\": \"On\"");
      assertThat(system(emulator, OFF)).contains("\"PowerState\": \"Off\"");
    }
  }

  @Test
  void whatAMachineWasAskedToDoIsInItsLog() throws Exception {
    try (var emulator = RedfishEmulator.start(new TreeMap<>(Map.of(ON, true)));
        HttpClient client = HttpClient.newHttpClient()) {
      var reset =
          emulator
              .uri()
              .resolve("/redfish/v1/Systems/%s/Actions/ComputerSystem.Reset".formatted(ON));
      var asked =
          HttpRequest.newBuilder(reset)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString("{\"ResetType\": \"GracefulShutdown\"}"))
              .build();
      assertThat(client.send(asked, BodyHandlers.discarding()).statusCode()).isEqualTo(204);

      assertThat(emulator.switchings())
          .extracting(Switching::machine, Switching::what)
          .containsExactly(tuple(ON.toString(), "GracefulShutdown"));
    }
  }

  private static String system(RedfishEmulator emulator, UUID machine) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var uri = emulator.uri().resolve("/redfish/v1/Systems/" + machine);
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    }
  }
}
