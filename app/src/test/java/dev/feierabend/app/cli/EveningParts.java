package dev.feierabend.app.cli;

import dev.feierabend.app.cli.PlayedBoards.Manner;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.testservers.ControlPlane;
import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.RedfishEmulator;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The real parts of an evening: a control plane whose nodes are machines of OpenStack's Redfish
/// emulator and of OpenIPMI's simulator, and others behind boards that let nobody in, can't, or
/// show a certificate that nobody vouches for.
final class EveningParts implements AutoCloseable {
  static final int BY_REDFISH = 3;
  static final String REFUSED = "Planted-refused-77aa-Secret";
  private static final UUID BY_IPMI = machine(3);
  private static final Map<String, Quantity> ROOM =
      Map.of("cpu", new Quantity("4"), "memory", new Quantity("16Gi"), "pods", new Quantity("110"));

  final ControlPlane plane = ControlPlane.start();
  final KubernetesClient admin = KubernetesClients.of(Optional.of(plane.kubeconfig()), "a person");
  final IpmiSimulator ipmi;
  final PlayedBoards boards = new PlayedBoards();
  private final RedfishEmulator redfish;
  private final HttpClient http = HttpClient.newHttpClient();

  EveningParts() {
    var on = new TreeMap<UUID, Boolean>();
    IntStream.range(0, BY_REDFISH).forEach(i -> on.put(machine(i), true));
    redfish = RedfishEmulator.guarded(on);
    ipmi = IpmiSimulator.of(BY_IPMI);
    IntStream.range(0, 7).forEach(this::node);
    List.of("ahausen", "bdorf").forEach(this::namespace);
    admin.resource(office()).create();
  }

  static UUID machine(int number) {
    return new UUID(0x9000, 0x8000_0000_0000_0000L | number);
  }

  /// The fleet document.
  String fleet() throws IOException {
    String busy = boards.board("5", machine(5).toString(), Manner.BUSY);
    String refuses = boards.board("4", machine(4).toString(), Manner.REFUSES);
    String controllers =
        controller("bmc", "kind: redfish, url: \"%s\", credentials: bmc".formatted(redfish.uri()))
            + controller("boards", "kind: ipmi, credentials: boards")
            + controller("no", "kind: redfish, url: \"%s\", credentials: no".formatted(refuses))
            + controller("busy", "kind: redfish, url: \"%s\", credentials: busy".formatted(busy))
            + controller(
                "strange", "kind: redfish, url: \"%s\", credentials: bmc".formatted(plane.uri()));
    String hosts =
        IntStream.range(0, BY_REDFISH)
                .mapToObj(i -> host(i, "bmc", machine(i).toString()))
                .collect(Collectors.joining())
            + host(3, "boards", ipmi.address())
            + host(4, "no", "4")
            + host(5, "busy", "5")
            + host(6, "strange", "6");
    return """
    apiVersion: feierabend.dev/v1
    kind: Fleet
    metadata: {name: two-towns}
    spec:
      tenants: [{id: ahausen, name: Ahausen}, {id: bdorf, name: Bdorf}]
      pools:
        - {id: machines}
        - {id: ahausen-office, tenant: ahausen, namespaces: [ahausen]}
        - {id: bdorf-office, tenant: bdorf, namespaces: [bdorf]}
      controllers:
    %s  hosts:
    %s\
    """
        .formatted(controllers, hosts);
  }

  private static String controller(String name, String more) {
    return "    - {name: %s, %s}%n".formatted(name, more);
  }

  private static String host(int number, String controller, String system) {
    return """
        - {uuid: %s, name: n%d, pool: machines, cores: 4, memoryGiB: 16, watts: {idle: 100, peak: 300},
           standbyWatts: 5, boot: PT30S, bootWatts: 200, controller: %s, system: "%s"}
    """
        .formatted(machine(number), number, controller, system);
  }

  /// How many of the machines that can be switched are on, by their boards.
  long on() throws IOException {
    long on = ipmi.on() ? 1 : 0;
    for (int i = 0; i < BY_REDFISH; i++) {
      on += power(machine(i)).contains("\"On\"") ? 1 : 0;
    }
    return on;
  }

  private String power(UUID machine) throws IOException {
    String login = RedfishEmulator.USER + ":" + RedfishEmulator.PASSWORD;
    URI system = redfish.uri().resolve("/redfish/v1/Systems/" + machine);
    var request =
        HttpRequest.newBuilder(system)
            .header(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(login.getBytes()))
            .build();
    try {
      String body = http.send(request, BodyHandlers.ofString()).body();
      return Typed.json(body).get("PowerState").toString();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  /// Every object that the service could have written to.
  String objects() {
    return Serialization.asJson(admin.nodes().list())
        + Serialization.asJson(admin.apps().deployments().inAnyNamespace().list())
        + Serialization.asJson(admin.configMaps().inAnyNamespace().list())
        + Serialization.asJson(admin.leases().inAnyNamespace().list());
  }

  /// The cluster's events, of both kinds.
  String events() {
    return Serialization.asJson(admin.v1().events().inAnyNamespace().list())
        + Serialization.asJson(admin.events().v1().events().inAnyNamespace().list());
  }

  private void node(int number) {
    admin
        .resource(
            new NodeBuilder()
                .withNewMetadata()
                .withName("n" + number)
                .endMetadata()
                .withNewStatus()
                .withAllocatable(ROOM)
                .withCapacity(ROOM)
                .endStatus()
                .build())
        .create();
  }

  private void namespace(String name) {
    admin
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
  }

  private static io.fabric8.kubernetes.api.model.apps.Deployment office() {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace("ahausen")
        .withName("web")
        .addToLabels("hours", "office")
        .endMetadata()
        .withNewSpec()
        .withReplicas(2)
        .withNewSelector()
        .addToMatchLabels("app", "web")
        .endSelector()
        .withNewTemplate()
        .withNewMetadata()
        .addToLabels("app", "web")
        .endMetadata()
        .withNewSpec()
        .addNewContainer()
        .withName("web")
        .withImage("example.org/web")
        .withNewResources()
        .withRequests(Map.of("cpu", new Quantity("500m"), "memory", new Quantity("256Mi")))
        .endResources()
        .endContainer()
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  @Override
  public void close() {
    http.close();
    boards.close();
    ipmi.close();
    redfish.close();
    admin.close();
    plane.close();
  }
}
