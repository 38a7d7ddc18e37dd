package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.RedfishEmulator;
import dev.feierabend.testservers.Switching;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/// A system of OpenStack's emulator, which several machines share.
final class RedfishMachine implements Machine {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final String node;
  private final String uuid;
  private final RedfishEmulator emulator;
  private final URI way;
  private final List<Switching> byHand = new ArrayList<>();

  /// @param way where the service finds its controller
  RedfishMachine(String node, String uuid, RedfishEmulator emulator, URI way) {
    this.node = node;
    this.uuid = uuid;
    this.emulator = emulator;
    this.way = way;
  }

  @Override
  public String node() {
    return node;
  }

  @Override
  public String uuid() {
    return uuid;
  }

  @Override
  public String controller() {
    return "{name: bmc-%1$s, kind: redfish, url: \"%2$s\", credentials: bmc-%1$s}"
        .formatted(node, way);
  }

  @Override
  public String control() {
    return "controller: bmc-%s, system: \"%s\"".formatted(node, uuid);
  }

  @Override
  public boolean on() {
    return sent(HttpRequest.newBuilder(system())).contains("\"PowerState\": \"On\"");
  }

  @Override
  public synchronized List<Switching> switchings() {
    var ours = new ArrayList<>(all());
    byHand.forEach(ours::remove);
    return List.copyOf(ours);
  }

  private List<Switching> all() {
    return emulator.switchings().stream().filter(it -> it.machine().equals(uuid)).toList();
  }

  /// Its log has what we do, too; nobody else's reset of this kind comes within the same request.
  @Override
  public synchronized void switchByHand(boolean on) {
    String what = on ? "On" : "ForceOff";
    List<Switching> before = all();
    sent(
        HttpRequest.newBuilder(URI.create(system() + "/Actions/ComputerSystem.Reset"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"ResetType\": \"%s\"}".formatted(what))));
    all().stream()
        .skip(before.size())
        .filter(it -> it.what().equals(what))
        .findFirst()
        .ifPresent(byHand::add);
  }

  private URI system() {
    return emulator.uri().resolve("/redfish/v1/Systems/" + uuid);
  }

  private static String sent(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while a machine was asked", e);
    }
  }
}
