package dev.feierabend.kubernetes.real;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.feierabend.core.time.QuartzTimetable;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.events.ClusterEvents;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.kubernetes.resources.ClusterDocuments;
import dev.feierabend.kubernetes.resources.TownOffice;
import dev.feierabend.testservers.ControlPlane;
import dev.feierabend.testservers.KubernetesRelease;
import dev.feierabend.testservers.WholeLines;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// A real API server with the definitions that the chart ships, a town office that takes documents
/// in with the chart's rights, and a person who applies them.
final class DocumentTown implements AutoCloseable {
  private static final Path SHIPPED = Path.of("helm/feierabend/files");
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final String US = "feierabend-notes";
  private static final Duration GLANCE = Duration.ofMillis(20);

  final TownOffice office;

  private final ControlPlane plane;
  private final KubernetesClient admin;
  private final KubernetesClient us;
  final ClusterEvents events;
  private final QuartzTimetable timetable = new QuartzTimetable("documents");
  private ClusterDocuments documents;

  DocumentTown(Path folder) {
    this(folder, KubernetesRelease.ofThisRun());
  }

  DocumentTown(Path folder, KubernetesRelease release) {
    plane = ControlPlane.start(release);
    admin = KubernetesClients.of(Optional.of(plane.kubeconfig()), "a person");
    us = KubernetesClients.of(Optional.of(OurAccount.kubeconfig(plane, admin)), US);
    List.of("SchedulePolicy", "ScheduleOverride").forEach(this::define);
    List.of("office", "school").forEach(this::namespace);
    office = new TownOffice(folder.resolve("journal"), InstantSource.system());
    events = new ClusterEvents(us, setting());
    office.tidings.listen(events::on);
    office.tidings.listen(event -> documents.on(event));
    documents = start();
  }

  private ClusterEvents.Setting setting() {
    return new ClusterEvents.Setting(
        Towns.fleet(), Recipes.shipped(), office.memory.plans(), ZoneId.of("UTC"), "us");
  }

  /// What `kubectl get events` shows there: `Normal Asleep Deployment/mail`.
  List<String> events(String namespace) {
    return admin.events().v1().events().inNamespace(namespace).list().getItems().stream()
        .map(event ->
            "%s %s %s/%s"
                .formatted(
                    event.getType(),
                    event.getReason(),
                    event.getRegarding().getKind(),
                    event.getRegarding().getName()))
        .toList();
  }

  /// The columns of `kubectl get`.
  List<String> columns(String namespace, String plural) {
    var http = admin.getHttpClient();
    var request =
        http.newHttpRequestBuilder()
            .uri(
                "%sapis/feierabend.dev/v1/namespaces/%s/%s"
                    .formatted(admin.getMasterUrl(), namespace, plural))
            .header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
            .build();
    return Serialization.unmarshal(
            http.sendAsync(request, String.class).join().body(), JsonNode.class)
        .path("columnDefinitions")
        .findValuesAsText("name");
  }

  /// Every request of ours about one document, as `patch 200`.
  List<String> requests(String name) {
    return WholeLines.of(plane.auditLog())
        .map(line -> Serialization.unmarshal(line, JsonNode.class))
        .filter(entry -> entry.path("userAgent").asText().equals(US))
        .filter(entry -> entry.at("/objectRef/name").asText().equals(name))
        .map(entry -> entry.path("verb").asText() + " " + entry.at("/responseStatus/code").asText())
        .toList();
  }

  /// Nobody takes documents in any more.
  void rest() {
    documents.close();
  }

  void lead() {
    documents = start();
  }

  private ClusterDocuments start() {
    return ClusterDocuments.start(us, office.books(), timetable, InstantSource.system());
  }

  /// As `kubectl apply --server-side` does.
  void apply(String kind, String namespace, String name, String spec) {
    String yaml =
        "apiVersion: feierabend.dev/v1\nkind: %s\nmetadata: {name: %s, namespace: %s}\nspec: %s"
            .formatted(kind, name, namespace, spec);
    admin
        .resource(Serialization.unmarshal(yaml, GenericKubernetesResource.class))
        .forceConflicts()
        .serverSideApply();
  }

  void delete(String kind, String namespace, String name) {
    resource(kind, namespace, name).delete();
  }

  String state(String namespace, String name) {
    return status(namespace, name).path("state").asText();
  }

  JsonNode status(String namespace, String name) {
    return status(resource("SchedulePolicy", namespace, name).get());
  }

  JsonNode override(String namespace, String name) {
    return status(resource("ScheduleOverride", namespace, name).get());
  }

  /// How long it took from the change until it was seen; prints it, too.
  Duration measured(String what, Runnable change, Callable<Boolean> seen) {
    long begun = System.nanoTime();
    change.run();
    await().pollDelay(Duration.ZERO).pollInterval(GLANCE).until(seen);
    var took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf(Locale.ROOT, "%s: in the status after %d ms%n", what, took.toMillis());
    return took;
  }

  private static JsonNode status(GenericKubernetesResource object) {
    return new ObjectMapper().valueToTree(object).path("status");
  }

  private Resource<GenericKubernetesResource> resource(String kind, String namespace, String name) {
    String plural = kind.equals("SchedulePolicy") ? "schedulepolicies" : "scheduleoverrides";
    return admin
        .genericKubernetesResources(
            new ResourceKind("feierabend.dev", "v1", kind, plural).context())
        .inNamespace(namespace)
        .withName(name);
  }

  private void define(String kind) {
    var definition = admin.resource(read(SHIPPED.resolve(kind + ".yaml"))).create();
    await()
        .until(() ->
            Serialization.asJson(admin.resource(definition).get())
                .contains("\"type\":\"Established\""));
  }

  private void namespace(String name) {
    admin
        .resource(new NamespaceBuilder().withNewMetadata().withName(name).endMetadata().build())
        .create();
  }

  private static String read(Path below) {
    Path here = Path.of("").toAbsolutePath();
    try {
      return Files.readString(
          Stream.iterate(here, at -> at != null, Path::getParent)
              .map(at -> at.resolve(below))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow(
                  () -> new AssertionError("Expected %s above %s".formatted(below, here))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    documents.close();
    events.close();
    timetable.close();
    office.close();
    us.close();
    admin.close();
    plane.close();
  }
}
