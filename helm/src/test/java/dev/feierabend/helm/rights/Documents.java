package dev.feierabend.helm.rights;

import static org.awaitility.Awaitility.await;

import dev.feierabend.core.time.QuartzTimetable;
import dev.feierabend.kubernetes.recipes.ResourceKind;
import dev.feierabend.kubernetes.resources.ClusterDocuments;
import dev.feierabend.kubernetes.resources.TownOffice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

/// What the cluster's people propose and want kept awake is read, and answered in its status.
final class Documents implements Exercise {
  private static final Path SHIPPED = Path.of("feierabend", "files");

  private static final String POLICY =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {namespace: office, name: nights}
      spec:
        pools: [ahausen-office]
        asleep: [{from: "Mon 20:00", to: "Tue 06:00"}]
      """;

  private static final String OVERRIDE =
      """
      apiVersion: feierabend.dev/v1
      kind: ScheduleOverride
      metadata: {namespace: office, name: council}
      spec: {until: "2099-01-01T00:00:00+01:00", because: council}
      """;

  @Override
  public void on(Stage stage) {
    ClusterDocuments.KINDS.forEach(kind -> stage.town.apply(definition(kind)));
    Path folder = temporary();
    try (var office = new TownOffice(folder, InstantSource.system());
        var timetable = new QuartzTimetable(folder.getFileName().toString());
        var _ =
            ClusterDocuments.start(stage.us, office.books(), timetable, InstantSource.system())) {
      ClusterDocuments.KINDS.forEach(kind ->
          stage.town.admin.genericKubernetesResources(kind.context()).inAnyNamespace().delete());
      stage.town.apply(POLICY);
      stage.town.apply(OVERRIDE);
      ClusterDocuments.KINDS.forEach(kind -> answered(stage, kind));
    }
  }

  /// Whatever it says.
  private static void answered(Stage stage, ResourceKind kind) {
    await()
        .atMost(Stage.PATIENCE)
        .until(() ->
            stage
                .town
                .admin
                .genericKubernetesResources(kind.context())
                .inNamespace(Town.NAMESPACE)
                .list()
                .getItems()
                .stream()
                .anyMatch(it -> it.getAdditionalProperties().containsKey("status")));
  }

  private static String definition(ResourceKind kind) {
    try {
      return Files.readString(SHIPPED.resolve(kind.kind() + ".yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("feierabend-rights-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
