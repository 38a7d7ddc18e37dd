package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.kubernetes.client.Requests;
import dev.feierabend.kubernetes.recipes.Notes;
import dev.feierabend.kubernetes.recipes.Objects;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesWorkloadsFailureTest {
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");
  private static final ActionId SLEEP = new ActionId("sleep/mail@1");

  @TempDir Path folder;

  @Test
  void aSleepIsOneReadAndOneMergePatchUnderOurUserAgent() {
    try (var server = new FakeApiServer(always(Says.ok(mail(3, "7"))))) {
      assertThat(sleep(server)).isEqualTo(Answer.DONE);

      assertThat(server.asked())
          .extracting(Asked::toString)
          .containsExactly(
              "GET /apis/apps/v1/namespaces/office/deployments/mail",
              "PATCH /apis/apps/v1/namespaces/office/deployments/mail");
      assertThat(server.writes())
          .singleElement()
          .satisfies(write -> {
            assertThat(write.contentType()).startsWith("application/merge-patch+json");
            assertThat(write.agent()).isEqualTo("feierabend/test");
            assertThat(write.body()).contains("\"resourceVersion\":\"7\"");
          });
    }
  }

  @Test
  void aConflictIsReadAgainAndAskedAgainForTheNewVersion() {
    var version = new AtomicInteger(7);
    Function<Asked, Says> twiceTooLate =
        asked ->
            asked.method().equals("PATCH") && version.incrementAndGet() < 10
                ? Says.no(409, "the object has been modified")
                : Says.ok(mail(3, version.toString()));
    try (var server = new FakeApiServer(twiceTooLate)) {
      assertThat(sleep(server)).isEqualTo(Answer.DONE);

      assertThat(server.writes()).hasSize(3);
      assertThat(server.writes().getLast().body()).contains("\"resourceVersion\":\"9\"");
    }
  }

  @Test
  void whatWasSeenIsWrittenWithoutARead() {
    try (var server = new FakeApiServer(always(Says.ok(mail(3, "7"))))) {
      assertThat(sleep(server, seen(3, "7"))).isEqualTo(Answer.DONE);

      assertThat(server.asked())
          .extracting(Asked::toString)
          .containsExactly("PATCH /apis/apps/v1/namespaces/office/deployments/mail");
      assertThat(server.writes().getFirst().body()).contains("\"resourceVersion\":\"7\"");
    }
  }

  @Test
  void whatIsSomethingElseByNowThanWhatWasSeenIsReadAndWritten() {
    Function<Asked, Says> newer =
        asked ->
            asked.body().contains("\"resourceVersion\":\"7\"")
                ? Says.no(409, "the object has been modified")
                : Says.ok(mail(5, "8"));
    try (var server = new FakeApiServer(newer)) {
      assertThat(sleep(server, seen(3, "7"))).isEqualTo(Answer.DONE);

      assertThat(server.asked()).extracting(Asked::method).containsExactly("PATCH", "GET", "PATCH");
      assertThat(server.writes().getLast().body())
          .contains("\"resourceVersion\":\"8\"", "\\\"replicas\\\":5");
    }
  }

  @Test
  void whatIsSeenAsTheActionLeftItIsNotAskedFor() {
    Deployment asleep = mail(0, "8");
    asleep.getMetadata().setLabels(Map.of(Notes.ACTION, SLEEP.brief()));
    try (var server = new FakeApiServer(always(Says.ok(mail(3, "9"))))) {
      assertThat(sleep(server, seen(asleep))).isEqualTo(Answer.DONE);

      assertThat(server.asked()).isEmpty();
    }
  }

  /// It may have been woken since.
  @Test
  void whatWasSeenAsleepIsReadBeforeNothingIsDone() {
    try (var server = new FakeApiServer(always(Says.ok(mail(3, "8"))))) {
      assertThat(sleep(server, seen(0, "7"))).isEqualTo(Answer.DONE);

      assertThat(server.asked()).extracting(Asked::method).containsExactly("GET", "PATCH");
    }
  }

  @Test
  void aReadAndAWriteThatAreBothPutOffComeInTime() {
    var refused = new HashSet<String>();
    Function<Asked, Says> busyOnceEach =
        asked ->
            refused.add(asked.method())
                ? Says.no(429, "too many requests").with("Retry-After", "1")
                : Says.ok(mail(3, "7"));
    try (var server = new FakeApiServer(busyOnceEach);
        var client = server.client(folder)) {
      var port =
          new Impatient(
              new KubernetesWorkloads(client, Recipes.shipped()), new Requests(32).namespaces());

      assertThat(port.sleep(new Step.Sleep(MAIL, 0), SLEEP)).isEqualTo(Answer.DONE);
      assertThat(server.asked())
          .extracting(Asked::method)
          .containsExactly("GET", "GET", "PATCH", "PATCH");
    }
  }

  @Test
  void conflictsWithoutEndAreUnknownAfterAFewTries() {
    Function<Asked, Says> always =
        asked ->
            asked.method().equals("PATCH")
                ? Says.no(409, "the object has been modified")
                : Says.ok(mail(3, "7"));
    try (var server = new FakeApiServer(always)) {
      assertThat(sleep(server))
          .isEqualTo(
              new Answer.Unknown(
                  "sleep of deployment/office/mail: changed by others 4 times in a row meanwhile"));
      assertThat(server.writes()).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 422})
  void whatTheServerRefusesIsRefusedWithItsWords(int code) {
    Function<Asked, Says> refuses =
        asked ->
            asked.method().equals("PATCH") ? Says.no(code, "not for you") : Says.ok(mail(3, "7"));
    try (var server = new FakeApiServer(refuses)) {
      assertThat(sleep(server))
          .isEqualTo(
              new Answer.Refused(
                  "sleep of deployment/office/mail: %d, not for you".formatted(code)));
      assertThat(server.writes()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 503, 504})
  void whatTheServerCannotSayIsUnknownAndNotRepeatedHere(int code) {
    Function<Asked, Says> outOfOrder =
        asked -> asked.method().equals("PATCH") ? Says.no(code, "busy") : Says.ok(mail(3, "7"));
    try (var server = new FakeApiServer(outOfOrder)) {
      assertThat(sleep(server)).isInstanceOf(Answer.Unknown.class);
      assertThat(server.writes()).hasSize(1);
    }
  }

  @Test
  void aServerThatIsNotThereIsUnknown() {
    var server = new FakeApiServer(always(Says.ok(mail(3, "7"))));
    try (var client = server.client(folder)) {
      server.close();
      assertThat(
              new KubernetesWorkloads(client, Recipes.shipped())
                  .sleep(new Step.Sleep(MAIL, 0), SLEEP))
          .isInstanceOf(Answer.Unknown.class);
    }
  }

  @Test
  void whatIsNotInTheClusterIsRefusedWithoutAWrite() {
    try (var server = new FakeApiServer(always(Says.no(404, "not found")))) {
      assertThat(sleep(server))
          .isEqualTo(
              new Answer.Refused("sleep of deployment/office/mail: it is not in the cluster"));
      assertThat(server.writes()).isEmpty();
    }
  }

  private Answer sleep(FakeApiServer server) {
    return sleep(server, LastSeen.NOTHING);
  }

  private Answer sleep(FakeApiServer server, LastSeen seen) {
    try (var client = server.client(folder)) {
      return new KubernetesWorkloads(client, Recipes.shipped(), seen)
          .sleep(new Step.Sleep(MAIL, 0), SLEEP);
    }
  }

  private static LastSeen seen(int replicas, String version) {
    return seen(mail(replicas, version));
  }

  private static LastSeen seen(Deployment mail) {
    return _ -> Optional.of(Essence.of(Objects.managed("deployment", mail)).object());
  }

  private static Function<Asked, Says> always(Says says) {
    return _ -> says;
  }

  private static Deployment mail(int replicas, String version) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace("office")
        .withName("mail")
        .withResourceVersion(version)
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .endSpec()
        .build();
  }
}
