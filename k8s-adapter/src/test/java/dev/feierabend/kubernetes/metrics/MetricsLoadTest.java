package dev.feierabend.kubernetes.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.fleet.Metered;
import dev.feierabend.policies.terms.PoolId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsLoadTest {
  private static final Instant FROM = Instant.parse("2026-03-02T19:00:00Z");
  private static final Instant TO = Instant.parse("2026-03-02T19:05:00Z");
  private static final PoolId OFFICE = new PoolId("office");
  private static final PoolId MACHINES = new PoolId("machines");
  private static final List<Metered> MEMBERS =
      List.of(
          new Metered(OFFICE, "deployment/office/mail", List.of("office/mail-1")),
          new Metered(MACHINES, "host", List.of("n1")));

  @TempDir Path folder;

  @Test
  void podsAndNodesAreReadFromTheMetricsApi() {
    assertThat(loads(at("2026-03-02T19:04:50Z")))
        .containsExactly(
            new PoolLoad(
                MACHINES, 1, List.of(new Sample("host", 1.5, 1.5, 2048, Optional.empty()))),
            new PoolLoad(
                OFFICE,
                1,
                List.of(new Sample("deployment/office/mail", 0.25, 0.25, 64, Optional.empty()))));
  }

  @Test
  void aReadingFromAnotherTimeIsNoneOfThisInterval() {
    assertThat(loads(at("2026-03-02T18:59:59Z"))).allMatch(load -> load.coverage() == 0);
    assertThat(loads(at("2026-03-02T19:05:31Z"))).allMatch(load -> load.coverage() == 0);
    assertThat(loads(at("2026-03-02T19:05:30Z"))).allMatch(load -> load.coverage() == 1);
  }

  @Test
  void aReadingWithoutATimeIsNone() {
    assertThat(loads(at("yesterday"))).allMatch(load -> load.coverage() == 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 503})
  void aMetricsApiThatDoesNotAnswerGivesNoSamples(int code) {
    assertThat(loads(_ -> Says.no(code, "no")))
        .extracting(PoolLoad::members, PoolLoad::coverage)
        .containsOnly(org.assertj.core.groups.Tuple.tuple(1, 0.0));
  }

  @Test
  void anHourAndItsLastFiveMinutesAreOneListOfEach() {
    var asked = new ArrayList<String>();
    Function<Asked, Says> answers =
        it -> {
          asked.add(it.path());
          return at("2026-03-02T19:04:50Z").apply(it);
        };
    try (var server = new FakeApiServer(answers);
        var client = server.client(folder)) {
      var load = new MetricsLoad(client, () -> MEMBERS);
      var whole = load.between(FROM, TO);

      assertThat(load.between(TO.minusSeconds(300), TO)).isEqualTo(whole);
      assertThat(asked).hasSize(2);
      load.between(TO, TO.plusSeconds(300));
      assertThat(asked).hasSize(4);
    }
  }

  private List<PoolLoad> loads(Function<Asked, Says> answers) {
    try (var server = new FakeApiServer(answers);
        var client = server.client(folder)) {
      return new MetricsLoad(client, () -> MEMBERS).between(FROM, TO);
    }
  }

  private static Function<Asked, Says> at(String time) {
    return asked ->
        switch (asked.path()) {
          case "/apis/metrics.k8s.io/v1beta1/pods" ->
              list(
                  Map.of(
                      "metadata",
                      Map.of("namespace", "office", "name", "mail-1"),
                      "timestamp",
                      time,
                      "window",
                      "30s",
                      "containers",
                      List.of(Map.of("name", "mail", "usage", usage("250m", "64Mi")))));
          case "/apis/metrics.k8s.io/v1beta1/nodes" ->
              list(
                  Map.of(
                      "metadata",
                      Map.of("name", "n1"),
                      "timestamp",
                      time,
                      "window",
                      "30s",
                      "usage",
                      usage("1500m", "2Gi")));
          default -> Says.no(404, asked.path());
        };
  }

  private static Map<String, String> usage(String cpu, String memory) {
    return Map.of("cpu", cpu, "memory", memory);
  }

  private static Says list(Map<String, Object> item) {
    return Says.ok(Map.of("items", List.of(item)));
  }
}
