package dev.feierabend.kubernetes.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.planning.Plans;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterEventsTest {
  private static final Instant EVENING = Instant.parse("2026-11-24T19:00:00Z");

  @TempDir Path folder;

  @Test
  void whatIsRecordedIsWrittenInTheNamespaceAndARefusalHarmsNothing() {
    try (var server = new FakeApiServer(asked -> answer(asked.path()));
        var client = server.client(folder);
        var events =
            new ClusterEvents(
                client,
                new ClusterEvents.Setting(
                    Towns.fleet(),
                    Recipes.shipped(),
                    new Plans(),
                    ZoneId.of("Europe/Berlin"),
                    "feierabend-0"))) {
      events.on(override("bedorf"));
      events.on(override("ahausen"));

      await().until(() -> server.writes().size() == 2);
      assertThat(server.writes())
          .extracting(FakeApiServer.Asked::toString)
          .containsExactly(
              "POST /apis/events.k8s.io/v1/namespaces/school/events",
              "POST /apis/events.k8s.io/v1/namespaces/office/events");
    }
  }

  private static Says answer(String path) {
    return path.contains("/school/")
        ? Says.no(403, "events is forbidden")
        : Says.ok(Map.of("kind", "Event", "apiVersion", "events.k8s.io/v1"));
  }

  private static OverrideGranted override(String tenant) {
    return new OverrideGranted(
        new TenantId(tenant),
        Set.of(),
        EVENING.plusSeconds(60),
        new ActorId("actor-4"),
        "the count",
        EVENING);
  }
}
