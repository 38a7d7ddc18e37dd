package dev.feierabend.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.feierabend.app.PlainKubeconfig;
import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.Clerk;
import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.ReadModels;
import dev.feierabend.core.reporting.Tidings;
import dev.feierabend.core.time.QuartzTimetable;
import dev.feierabend.kubernetes.client.KubernetesClients;
import dev.feierabend.kubernetes.events.ClusterEvents;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.kubernetes.resources.ClusterDocuments;
import dev.feierabend.kubernetes.resources.PolicyReading;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.AllowedHosts;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only who works watches a cluster's documents and writes Events.
class ClusterDutyTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final TenantId AHAUSEN = new TenantId("ahausen");

  @TempDir Path folder;
  private final List<String> asked = new CopyOnWriteArrayList<>();

  @Test
  void whoWorksIsToldAndWhoRestsIsNot() throws IOException {
    Memory memory = Memory.empty();
    var tidings = new Tidings();
    var models = new ArrayList<>(memory.models());
    models.add(tidings);
    HttpServer server = server();
    try (var timetable = new QuartzTimetable("duty");
        var journal =
            Slices.journal(
                EmbeddedCommitLog.open(folder.resolve("journal"), () -> NOON),
                () -> NOON,
                ReadModels.of(models))) {
      var clerk = new Clerk(memory.agreements(), memory.deputies(), journal);
      var duty =
          new ClusterDuty(client(server), setting(clerk, memory), tidings, timetable, () -> NOON);

      keepAwake(clerk);
      duty.begin();
      keepAwake(clerk);
      await().until(() -> asked.contains("POST /apis/events.k8s.io/v1/namespaces/office/events"));
      await()
          .until(() ->
              asked.stream().anyMatch(it -> it.contains("feierabend.dev/v1/schedulepolicies")));
      duty.end();
      keepAwake(clerk);
      duty.close();

      assertThat(asked).filteredOn(it -> it.startsWith("POST")).hasSize(1);
    } finally {
      server.stop(0);
    }
  }

  private static void keepAwake(Clerk clerk) {
    clerk.ask(
        new Wish.KeepAwake(AHAUSEN, Set.of(), NOON.plusSeconds(3_600), "the count"),
        new Clerk.Asker(new ActorId("actor-4"), false),
        NOON);
  }

  private static ClusterDuty.Setting setting(Clerk clerk, Memory memory) {
    Fleet fleet = fleet();
    var reading = new PolicyReading(fleet, new Evaluation(HolidayCalendar.NONE), AllowedHosts.NONE);
    return new ClusterDuty.Setting(
        true,
        Optional.of(new ClusterDocuments.Books(clerk, memory.exceptions(), reading)),
        new ClusterEvents.Setting(
            fleet, Recipes.shipped(), memory.plans(), ZoneOffset.UTC, "feierabend-0"));
  }

  private static Fleet fleet() {
    String text =
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: one-town}
        spec:
          tenants: [{id: ahausen, name: Ahausen}]
          pools: [{id: ahausen-office, tenant: ahausen, namespaces: [office]}]
        """;
    return switch (FleetParser.parse("fleet.yaml", text.getBytes(UTF_8))) {
      case Parsed.Valid(var fleet) -> fleet;
      case Parsed.Invalid(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private KubernetesClient client(HttpServer server) throws IOException {
    Path kubeconfig = PlainKubeconfig.of(server, folder.resolve("kubeconfig"));
    return KubernetesClients.of(Optional.of(kubeconfig), "feierabend/test");
  }

  /// Has none of our kinds, and takes Events.
  private HttpServer server() throws IOException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    return server;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      boolean event = exchange.getRequestMethod().equals("POST");
      byte[] body = event ? exchange.getRequestBody().readAllBytes() : "{}".getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(event ? 201 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
