package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.feierabend.app.words.Phrases;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the doctor says of a cluster, typed or named by the service's settings.
class DoctorOfClustersTest {
  private static final String BUDGETS =
      """
      {"metadata": {}, "items": [{"metadata": {"namespace": "office", "name": "never"},
        "status": {"expectedPods": 2, "desiredHealthy": 2, "currentHealthy": 2, "disruptionsAllowed": 0}}]}
      """;

  private static final String QUOTAS =
      """
      {"metadata": {}, "items": [{"metadata": {"namespace": "office", "name": "small"},
        "status": {"hard": {"pods": "3"}, "used": {"pods": "4"}}}]}
      """;

  private static final String DEFINITIONS =
      """
      {"metadata": {}, "items": [{"metadata": {"name": "schedulepolicies.feierabend.dev"}}]}
      """;

  @TempDir Path folder;
  private HttpServer server;
  private Path kubeconfig;
  private Path fleet;

  @BeforeEach
  void aClusterThatLacksRightsAndHasTwoTroubles() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", DoctorOfClustersTest::answer);
    server.start();
    kubeconfig =
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: fake, cluster: {server: "http://127.0.0.1:%d"}}]
            users: [{name: fake, user: {}}]
            contexts: [{name: fake, context: {cluster: fake, user: fake}}]
            current-context: fake
            """
                .formatted(server.getAddress().getPort()));
    fleet =
        Files.writeString(
            folder.resolve("fleet.yaml"),
            """
            apiVersion: feierabend.dev/v1
            kind: Fleet
            metadata: {name: one}
            spec:
              tenants: [{id: ahausen, name: Ahausen}]
              pools: [{id: office, tenant: ahausen, namespaces: [office]}]
            """);
  }

  @AfterEach
  void isStopped() {
    server.stop(0);
  }

  @Test
  void eachTroubleIsALineWithItsRemedyAndTheGraveOnesAreBad() {
    Typed told = doctor("--kubeconfig", kubeconfig, "--fleet", fleet);

    assertThat(told.exit()).isEqualTo(Exit.NO);
    assertThat(told.lines())
        .contains(
            "ok    kubernetes reached, version v1.36.3",
            "BAD   right      the right to create pods/eviction is missing; give it to the account, as docs/kubernetes-rights.md lists it",
            "BAD   quota      the quota office/small would not let all wake: pods would be 4 of 3; its namespace stays on: raise the quota",
            "warn  budget     the disruption budget office/never allows none (2 of 2 pods must be healthy), so the hosts of its pods stay on; lower minAvailable or add a replica");
  }

  @Test
  void withoutAFleetNothingSleepsAndRightsAreLookedAtAllTheSame() {
    assertThat(doctor("--kubeconfig", kubeconfig).out())
        .contains("create pods/eviction")
        .doesNotContain("quota");
  }

  @Test
  void theServicesSettingsNameAllOfIt() throws IOException {
    Path config = Files.writeString(folder.resolve("feierabend.yaml"), settings(kubeconfig));

    assertThat(doctor("--config", config).lines())
        .anyMatch(line -> line.startsWith("ok    journal") && line.contains("/kept;"))
        .anyMatch(line -> line.startsWith("ok    fleet") && line.contains("1 customers"))
        .anyMatch(line -> line.startsWith("BAD   quota"));
    assertThat(doctor("--config", config, "--journal", folder.resolve("typed")).out())
        .contains("/typed;");
  }

  /// The definitions stay in the cluster, whatever the settings say.
  @Test
  void rightsOnItsOwnKindsAreMissedOnlyWhereTheSettingsTakeTheirObjects() throws IOException {
    String settings = settings(kubeconfig);
    Path without = Files.writeString(folder.resolve("without.yaml"), settings);
    Path with =
        Files.writeString(folder.resolve("w.yaml"), settings + "  custom-resources: true\n");

    assertThat(doctor("--config", with).out()).contains("list schedulepolicies.feierabend.dev");
    assertThat(doctor("--config", without).out())
        .contains("create pods/eviction")
        .doesNotContain("schedulepolicies");
  }

  @Test
  void settingsThatCannotBeReadAreOneSentence() throws IOException {
    Path none = folder.resolve("none.yaml");
    Path wrong = Files.writeString(folder.resolve("w.yaml"), "feierabend: {mode: SLEEPY}");

    assertThat(doctor("--config", none).err())
        .contains("Expected the service's settings but %s cannot be read".formatted(none));
    assertThat(doctor("--config", wrong).err()).contains(wrong.toString());
  }

  @Test
  void aClusterThatDoesNotAnswerIsOneSentence() {
    server.stop(0);

    assertThat(doctor("--kubeconfig", kubeconfig).lines())
        .anyMatch(line -> line.startsWith("BAD   kubernetes Expected an API server at "));
  }

  @ParameterizedTest
  @EnumSource
  void everyTroubleHasASentenceInBothLanguages(Kind kind) {
    for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
      String sentence = Phrases.ofCommands(locale).of(kind.key(), "A", "B", "C", "D");

      assertThat(sentence).contains("A").doesNotContain("{").doesNotContain("''");
    }
    assertThat(Phrases.ofCommands(Locale.GERMAN).of(kind.key()))
        .isNotEqualTo(Phrases.ofCommands(Locale.ENGLISH).of(kind.key()));
  }

  private Typed doctor(Object... words) {
    var all = new Object[words.length + 1];
    all[0] = "doctor";
    System.arraycopy(words, 0, all, 1, words.length);
    return Typed.of(all);
  }

  private String settings(Path cluster) {
    return """
    feierabend:
      fleet: %1$s/fleet.yaml
      journal: %1$s/kept
      kubeconfig: %2$s
      rules: {coverage: 0.9}
    """
        .formatted(folder, cluster);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String asked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      byte[] body = answer(path, asked).getBytes(UTF_8);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static String answer(String path, String asked) {
    return switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "version" -> "{\"major\": \"1\", \"minor\": \"36\", \"gitVersion\": \"v1.36.3\"}";
      case "selfsubjectaccessreviews" ->
          "{\"status\": {\"allowed\": %s}}"
              .formatted(!asked.contains("eviction") && !asked.contains("schedulepolicies"));
      case "customresourcedefinitions" -> DEFINITIONS;
      case "resourcequotas" -> QUOTAS;
      case "poddisruptionbudgets" -> BUDGETS;
      case String _ -> "{\"metadata\": {}, \"items\": []}";
    };
  }
}
