package dev.feierabend.kubernetes.workloads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.kubernetes.recipes.Recipes;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.apps.StatefulSetBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@EnableKubernetesMockClient(crud = true, https = false)
class KubernetesWorkloadsTest {
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");
  private static final WorkloadId FILES = new WorkloadId("statefulset/office/files");
  private static final ActionId SLEEP = new ActionId("sleep/x@1");
  private static final ActionId WAKE = new ActionId("wake/x@1");

  KubernetesClient client;

  @Test
  void aDeploymentIsExactlyAsBeforeAfterItsSleepButForTheActionItCarries() {
    Deployment before = client.resource(mail(3)).create();
    var workloads = new KubernetesWorkloads(client, Recipes.shipped());

    assertThat(workloads.sleep(new Step.Sleep(MAIL, 0), SLEEP)).isEqualTo(Answer.DONE);
    assertThat(now().getSpec().getReplicas()).isZero();
    assertThat(now().getMetadata().getLabels())
        .containsKey("feierabend.dev/restore")
        .containsEntry("feierabend.dev/action", SLEEP.brief());

    assertThat(workloads.wake(new Step.Wake(MAIL, 99, 0, Optional.empty()), WAKE))
        .isEqualTo(Answer.DONE);
    assertThat(now().getSpec()).isEqualTo(before.getSpec());
    assertThat(now().getMetadata().getAnnotations())
        .isEqualTo(before.getMetadata().getAnnotations());
    assertThat(now().getMetadata().getLabels())
        .containsEntry("feierabend.dev/action", WAKE.brief())
        .extractingByKey("feierabend.dev/restore")
        .isNull();
  }

  @Test
  void aStatefulSetSleepsAndWakesTheSameWay() {
    client.resource(files(2)).create();
    var workloads = new KubernetesWorkloads(client, Recipes.shipped());

    workloads.sleep(new Step.Sleep(FILES, 0), SLEEP);
    assertThat(replicasOfFiles()).isZero();
    workloads.wake(new Step.Wake(FILES, 99, 0, Optional.empty()), WAKE);

    assertThat(replicasOfFiles()).isEqualTo(2);
  }

  @Test
  void askedAgainForAnActionThatTookEffectItWritesNothing() {
    client.resource(mail(3)).create();
    var workloads = new KubernetesWorkloads(client, Recipes.shipped());
    workloads.sleep(new Step.Sleep(MAIL, 0), SLEEP);
    Deployment once = now();

    assertThat(workloads.sleep(new Step.Sleep(MAIL, 0), SLEEP)).isEqualTo(Answer.DONE);

    assertThat(now()).isEqualTo(once);
  }

  @Test
  void anIdOfAnotherKindIsRefused() {
    assertThat(
            new KubernetesWorkloads(client, Recipes.shipped())
                .sleep(new Step.Sleep(new WorkloadId("guest/1"), 0), SLEEP))
        .isInstanceOfSatisfying(
            Answer.Refused.class,
            refused ->
                assertThat(refused.because())
                    .startsWith("sleep of guest/1: expected kind/namespace/name, the kind one of ")
                    .contains("cronjob, daemonset, deployment, job"));
  }

  private Deployment now() {
    return client.apps().deployments().inNamespace("office").withName("mail").get();
  }

  private int replicasOfFiles() {
    return client
        .apps()
        .statefulSets()
        .inNamespace("office")
        .withName("files")
        .get()
        .getSpec()
        .getReplicas();
  }

  private static Deployment mail(int replicas) {
    return new DeploymentBuilder()
        .withNewMetadata()
        .withNamespace("office")
        .withName("mail")
        .addToAnnotations("owner", "town hall")
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .endSpec()
        .build();
  }

  private static StatefulSet files(int replicas) {
    return new StatefulSetBuilder()
        .withNewMetadata()
        .withNamespace("office")
        .withName("files")
        .endMetadata()
        .withNewSpec()
        .withReplicas(replicas)
        .endSpec()
        .build();
  }
}
