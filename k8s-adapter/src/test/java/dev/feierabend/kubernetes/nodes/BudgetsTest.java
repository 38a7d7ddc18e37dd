package dev.feierabend.kubernetes.nodes;

import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.Pods.terminating;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Evictions that a disruption budget refuses or that take their time, and pods that don't end.
class BudgetsTest {
  private static final Pod MAIL = running("mail-1", "n1", "ReplicaSet");
  private static final Says REFUSED =
      new Says(
          429,
          Map.of(
              "kind",
              "Status",
              "apiVersion",
              "v1",
              "code",
              429,
              "message",
              "Cannot evict pod as it would violate the pod's disruption budget.",
              "details",
              Map.of(
                  "causes",
                  List.of(
                      Map.of(
                          "reason",
                          "DisruptionBudget",
                          "message",
                          "The disruption budget keep needs 1 healthy pods and has 1")))));

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-03-02T19:00:00Z");

  @Test
  void aRefusedEvictionNamesItsBudgetAndHowLongItHasWaited() {
    try (var server = Drained.cluster(true, _ -> REFUSED, MAIL);
        var client = server.client(folder)) {
      var hosts = hosts(client);
      assertThat(drain(hosts)).isEqualTo(Answer.DONE);
      now = now.plus(Duration.ofMinutes(44));
      drain(hosts);

      assertThat(hosts.obstacle(Drained.HOST))
          .contains(
              "office/mail-1 has waited 44 min: The disruption budget keep needs 1 healthy pods and"
                  + " has 1");
    }
  }

  @Test
  void theLongerItWasRefusedTheLaterItIsAskedForAgain() {
    try (var server = Drained.cluster(true, _ -> REFUSED, MAIL);
        var client = server.client(folder)) {
      var hosts = hosts(client);
      for (int second = 0; second < 3600; second++) {
        drain(hosts);
        now = now.plusSeconds(1);
      }

      assertThat(server.writes()).hasSizeBetween(115, 125);
    }
  }

  @Test
  void whatAnApiServerWithTooMuchToDoRefusesIsAskedForLaterToo() {
    try (var server = Drained.cluster(true, _ -> Says.no(429, "too many requests"), MAIL);
        var client = server.client(folder)) {
      var hosts = hosts(client);
      assertThat(drain(hosts)).isEqualTo(Answer.DONE);
      assertThat(drain(hosts)).isEqualTo(Answer.DONE);

      assertThat(server.writes()).hasSize(1);
      assertThat(hosts.obstacle(Drained.HOST))
          .contains("office/mail-1 has waited 0 min: too many requests");
    }
  }

  @Test
  void aPodUnderTwoBudgetsIsAnObstacleByNameAndEndsTheDrain() {
    String overlap =
        "This pod has more than one PodDisruptionBudget, which the eviction subresource does not"
            + " support.";
    try (var server = Drained.cluster(true, _ -> Says.no(500, overlap), MAIL);
        var client = server.client(folder)) {
      var hosts = hosts(client);

      assertThat(drain(hosts))
          .isEqualTo(new Answer.Refused("eviction of office/mail-1: " + overlap));
      assertThat(hosts.obstacle(Drained.HOST))
          .contains("office/mail-1 has waited 0 min: " + overlap);
    }
  }

  @Test
  void whatDoesNotEndIsToldWithWhatKeepsItAndIsNeverForced() {
    Pod kept =
        new PodBuilder(terminating(MAIL))
            .editMetadata()
            .withFinalizers("example.org/archive")
            .endMetadata()
            .build();
    try (var server = Drained.cluster(true, _ -> Says.no(500, "not asked for"), kept);
        var client = server.client(folder)) {
      var hosts = hosts(client);
      assertThat(drain(hosts)).isEqualTo(Answer.DONE);

      assertThat(hosts.obstacle(Drained.HOST))
          .contains(
              "office/mail-1 has been on its way out since 2026-03-02T19:00:00Z, kept by"
                  + " example.org/archive");
      assertThat(server.writes()).isEmpty();
    }
  }

  @Test
  void ofManyThatWaitThreeAreTold() {
    Pod[] pods = new Pod[5];
    for (int i = 0; i < pods.length; i++) {
      pods[i] = running("mail-" + i, "n1", "ReplicaSet");
    }
    try (var server = Drained.cluster(true, _ -> REFUSED, pods);
        var client = server.client(folder)) {
      var hosts = hosts(client);
      drain(hosts);

      assertThat(hosts.obstacle(Drained.HOST).orElseThrow())
          .contains("mail-0", "mail-1", "mail-2")
          .endsWith("and 2 more");
    }
  }

  @Test
  void ofVeryManyPodsAsManyAreEvictedAsThereIsTimeForAndTheOthersAtTheNextAsking() {
    var left =
        new ArrayList<>(
            IntStream.range(0, 5).mapToObj(i -> running("mail-" + i, "n1", "ReplicaSet")).toList());
    Function<Asked, Says> slowly =
        _ -> {
          now = now.plusSeconds(1);
          left.removeFirst();
          return Says.ok(Map.of("kind", "Status", "apiVersion", "v1", "status", "Success"));
        };
    try (var server = Drained.cluster(true, slowly, left);
        var client = server.client(folder)) {
      var hosts = hosts(client);

      assertThat(drain(hosts)).isEqualTo(Answer.DONE);
      assertThat(server.writes()).hasSize(2);

      drain(hosts);
      drain(hosts);
      assertThat(left).isEmpty();
      assertThat(server.writes()).hasSize(5);
    }
  }

  private KubernetesHosts hosts(KubernetesClient client) {
    return new KubernetesHosts(client, _ -> Optional.of("n1"), () -> now);
  }

  private static Answer drain(KubernetesHosts hosts) {
    return hosts.drain(Drained.HOST, List.of(), Drained.DRAIN);
  }
}
