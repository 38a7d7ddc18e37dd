package dev.feierabend.helm.rights;

import static org.awaitility.Awaitility.await;

import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.planning.Plans;
import dev.feierabend.kubernetes.events.ClusterEvents;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;

/// A customer's namespace is told what happened, by an Event.
final class Happenings implements Exercise {
  private static final String INSTANCE = "feierabend-0";

  @Override
  public void on(Stage stage) {
    Instant now = Instant.now();
    var setting =
        new ClusterEvents.Setting(
            Towns.fleet(), stage.recipes, new Plans(), ZoneId.of("Europe/Berlin"), INSTANCE);
    var events = stage.town.admin.events().v1().events().inNamespace(Town.NAMESPACE);
    events.delete();
    try (var told = new ClusterEvents(stage.us, setting)) {
      told.on(
          new OverrideGranted(
              new TenantId("ahausen"),
              Set.of(),
              now.plusSeconds(3600),
              new ActorId("actor-4"),
              "council",
              now));
      await()
          .atMost(Stage.PATIENCE)
          .until(() ->
              events.list().getItems().stream()
                  .anyMatch(event -> INSTANCE.equals(event.getReportingInstance())));
    }
  }
}
