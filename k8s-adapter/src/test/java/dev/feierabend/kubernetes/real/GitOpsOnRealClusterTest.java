package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.KeeperFound;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.kubernetes.fleet.Towns;
import dev.feierabend.policies.terms.WorkloadId;
import dev.feierabend.testservers.GitOpsController;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// One night beside two GitOps controllers that apply a desired state every ten seconds: one goes
/// by the name of Argo CD's, the other by one that nobody knows.
class GitOpsOnRealClusterTest {
  private static final Duration PERIOD = Duration.ofSeconds(10);

  /// Its replicas stand in Argo CD's manifest.
  private static final String MAIL = "deployment/office/mail";

  /// Its replicas are left out of Argo CD's manifest.
  private static final String WEB = "deployment/office/web";

  /// Its replicas stand in the other's manifest.
  private static final String WIKI = "deployment/office/wiki";

  private static RealTown town;
  private static GitOpsController argo;
  private static GitOpsController other;
  private static RealNight night;
  private static int before;
  private static int named;

  @BeforeAll
  static void liveANight() {
    town = new RealTown();
    town.node("n1", Towns.FIRST);
    argo = GitOpsController.start(town.plane, "argocd-controller", PERIOD);
    other = GitOpsController.start(town.plane, "town-gitops", PERIOD);
    argo.keep(path("mail"), manifest("mail", 3));
    town.create(deployment("office", "web", 2));
    argo.keep(path("web"), manifest("web", null));
    other.keep(path("wiki"), manifest("wiki", 1));
    town.awaitReady(new WorkloadId(MAIL), 3);
    town.awaitReady(new WorkloadId(WEB), 2);
    town.awaitReady(new WorkloadId(WIKI), 1);

    night = new RealNight(town);
    before = argo.applied(path("mail"));
    night.until(() -> !night.events(SleepUndone.class).isEmpty());
    named = argo.applied(path("mail"));
    night.until(() -> night.events(ForeignChangeObserved.class).size() == 2);
    int settled = argo.applied(path("mail"));
    night.until(() -> argo.applied(path("mail")) > settled + 3);
  }

  @AfterAll
  static void stop() {
    if (other != null) {
      argo.close();
      other.close();
    }
    if (town != null) {
      town.close();
    }
  }

  @Test
  void aControllerThatUndoesSleepIsNamedWithinTwoRoundsAndNotFoughtAfterASecondTry()
      throws IOException {
    assertThat(named - before).isBetween(1, 2);
    assertThat(night.events(SleepUndone.class))
        .singleElement()
        .satisfies(undone -> {
          assertThat(undone.subject()).isEqualTo(MAIL);
          assertThat(undone.by().name()).isEqualTo("Argo CD");
        });
    assertThat(changes(MAIL))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.found()).isEqualTo("3 replicas");
          assertThat(change.by().orElseThrow().source()).contains("Application town");
          assertThat(change.by().orElseThrow().remedy().orElseThrow())
              .contains("name: \"mail\", jsonPointers: [/spec/replicas]");
        });
    assertThat(written("mail")).hasSize(2);
    town.awaitReady(new WorkloadId(MAIL), 3);
  }

  @Test
  void whatMayUndoASleepIsSaidBeforeItFirstDoes() {
    assertThat(night.events(KeeperFound.class))
        .singleElement()
        .satisfies(found -> {
          assertThat(found.subject()).isEqualTo(MAIL);
          assertThat(found.at()).isBefore(night.events(SleepUndone.class).getFirst().at());
        });
  }

  @Test
  void whatAControllerLeavesOutOfItsManifestSleeps() throws IOException {
    assertThat(changes(WEB)).isEmpty();
    assertThat(written("web")).hasSize(1);
    town.awaitReady(new WorkloadId(WEB), 0);
  }

  @Test
  void aControllerThatNobodyKnowsIsNamedAndHasItsWayAtOnce() throws IOException {
    assertThat(changes(WIKI))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.by().orElseThrow().name()).isEqualTo("town-gitops");
          assertThat(change.by().orElseThrow().keeps()).isFalse();
        });
    assertThat(written("wiki")).hasSize(1);
    town.awaitReady(new WorkloadId(WIKI), 1);
  }

  private static List<ForeignChangeObserved> changes(String subject) {
    return night.events(ForeignChangeObserved.class).stream()
        .filter(change -> change.subject().equals(subject))
        .toList();
  }

  private static List<String> written(String name) throws IOException {
    return town.ourWrites().stream()
        .filter(("patch 200 deployments office/" + name)::equals)
        .toList();
  }

  private static String path(String name) {
    return "/apis/apps/v1/namespaces/office/deployments/" + name;
  }

  private static String manifest(String name, @Nullable Integer replicas) {
    return Serialization.asYaml(
        new DeploymentBuilder(deployment("office", name, 1))
            .editMetadata()
            .addToAnnotations(
                "argocd.argoproj.io/tracking-id", "town:apps/Deployment:office/" + name)
            .endMetadata()
            .editSpec()
            .withReplicas(replicas)
            .endSpec()
            .build());
  }
}
