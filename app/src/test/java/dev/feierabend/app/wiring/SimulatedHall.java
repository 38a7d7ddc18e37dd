package dev.feierabend.app.wiring;

import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.vsphere.Vcenter;
import dev.feierabend.hypervisor.vsphere.VsphereClient;
import dev.feierabend.hypervisor.vsphere.VsphereHypervisor;
import dev.feierabend.hypervisor.vsphere.VsphereLogin;
import dev.feierabend.hypervisor.vsphere.VspherePowerController;
import dev.feierabend.hypervisor.vsphere.VsphereServer;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.VsphereSimulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A vCenter on govmomi's simulator, the fleet document of its hosts and guests, and a session with
/// it that isn't the service's.
public final class SimulatedHall implements AutoCloseable {
  static final String PASSWORD = "geheim-im-simulator";
  private static final int OFFICE = 4;

  private final Path folder;
  private final VsphereSimulator simulator;
  private final Vcenter witness;

  /// @param folder for the document and the login
  public SimulatedHall(Path folder, int clusters, int hosts, int guests) throws IOException {
    this.folder = folder;
    simulator =
        VsphereSimulator.start(
            new VsphereSimulator.Plan(clusters, hosts, guests, PASSWORD, Map.of()));
    witness =
        new Vcenter(
            new VsphereServer("simulator", simulator.uri()),
            VsphereClient.trusting(simulator.trust()),
            () -> new VsphereLogin(VsphereSimulator.USER, PASSWORD),
            Clock.systemUTC());
    login(PASSWORD);
  }

  public void login(String password) throws IOException {
    Files.writeString(folder.resolve("vcenter"), VsphereSimulator.USER + "\n" + password + "\n");
  }

  /// The first four guests are the office's in Ahausen, the others the web's in Bedorf; all are
  /// listed below the first host, for where they run is the vCenter's to say.
  public String document() {
    Inventory seen = inventory();
    var text = new StringBuilder(HypervisorDocument.head("vsphere", simulator.uri().toString()));
    for (int i = 0; i < seen.hosts().size(); i++) {
      text.append(HypervisorDocument.host("esx-" + i, seen.hosts().get(i).id()));
      if (i == 0) {
        text.append(
            HypervisorDocument.guests(seen.guests().stream().map(Guest::id).toList(), OFFICE));
      }
    }
    return text.toString();
  }

  /// Chance has put them somewhere; from now on each host has its share.
  SimulatedHall spread() {
    Inventory seen = inventory();
    for (int i = 0; i < seen.guests().size(); i++) {
      MachineId host = seen.hosts().get(i % seen.hosts().size()).id();
      Answer answer = vsphere().migrate(seen.guests().get(i).id(), host);
      if (!answer.equals(Answer.DONE)) {
        throw new AssertionError(answer);
      }
    }
    return this;
  }

  public Map<String, String> settings() {
    return Map.of(
        "feierabend.credentials", folder.toString(),
        "feierabend.power.ca", simulator.certificate().toString());
  }

  public Inventory inventory() {
    return await().until(() -> vsphere().look().newest(), Optional::isPresent).orElseThrow();
  }

  VspherePowerController power() {
    return new VspherePowerController(witness);
  }

  VsphereHypervisor vsphere() {
    return new VsphereHypervisor(witness);
  }

  static SortedMap<MachineId, Power> powers(Inventory inventory) {
    var powers = new TreeMap<MachineId, Power>();
    inventory.hosts().forEach(host -> powers.put(host.id(), host.power()));
    inventory.guests().forEach(guest -> powers.put(guest.id(), guest.power()));
    return powers;
  }

  @Override
  public void close() {
    witness.close();
    simulator.close();
  }
}
