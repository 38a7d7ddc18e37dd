package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.RedfishEmulator;
import dev.feierabend.testservers.Switching;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// A system of OpenStack's emulator.
///
/// @param emulator that others may share
/// @param way where the service finds it
record RedfishMachine(String node, String uuid, RedfishEmulator emulator, URI way)
    implements Machine {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Override
  public String controller() {
    return "{name: bmc-%s, kind: redfish, url: \"%s\"}".formatted(node, way);
  }

  @Override
  public String control() {
    return "controller: bmc-%s, system: \"%s\"".formatted(node, uuid);
  }

  @Override
  public boolean on() {
    var request =
        HttpRequest.newBuilder(emulator.uri().resolve("/redfish/v1/Systems/" + uuid)).build();
    try {
      return HTTP.send(request, BodyHandlers.ofString())
          .body()
          .contains("\"PowerState\": \"On\"");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a machine's power was read", e);
    }
  }

  @Override
  public List<Switching> switchings() {
    return emulator.switchings().stream().filter(it -> it.machine().equals(uuid)).toList();
  }
}
