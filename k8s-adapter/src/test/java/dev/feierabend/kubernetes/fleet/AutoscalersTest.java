package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Workload;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AutoscalersTest {
  private static final String MAIL = "{apiVersion: apps/v1, kind: Deployment, name: mail}";

  @Test
  void aWorkloadKnowsBelowHowManyReplicasItsAutoscalerRaisesItAgain() {
    assertThat(mail(scaler("office", MAIL, "minReplicas: 3")).lowest()).isEqualTo(3);
    assertThat(mail().lowest()).isZero();
  }

  @Test
  void withoutALowerBoundItIsOne() {
    assertThat(mail(scaler("office", MAIL, "")).lowest()).isEqualTo(1);
  }

  @Test
  void anotherNamespacesKindsOrNamesAutoscalerIsNotItsOwn() {
    Workload mail =
        mail(
            scaler("school", MAIL, "minReplicas: 3"),
            scaler("office", MAIL.replace("Deployment", "StatefulSet"), "minReplicas: 3"),
            scaler("office", MAIL.replace("apps/v1", "example.org/v1"), "minReplicas: 3"),
            scaler("office", MAIL.replace("mail", "shop"), "minReplicas: 3"));

    assertThat(mail.lowest()).isZero();
  }

  @Test
  void ofSeveralTheHighestBoundCounts() {
    Workload mail =
        mail(
            scaler("office", MAIL, "minReplicas: 2"),
            scaler("office", MAIL.replace("v1", "v1beta1"), "minReplicas: 4"),
            scaler("office", MAIL, "minReplicas: 3"));

    assertThat(mail.lowest()).isEqualTo(4);
  }

  @Test
  void nothingOrEnoughIsKept() {
    Workload mail = mail(scaler("office", MAIL, "minReplicas: 3"));

    assertThat(Stream.of(0, 1, 3, 4).map(mail::keeping)).containsExactly(0, 3, 3, 4);
  }

  private static Workload mail(GenericKubernetesResource... scalers) {
    var autoscalers = Autoscalers.of(Stream.of(scalers).map(Autoscaler::of).toList());
    var mail = Sight.scalable("deployment", deployment("office", "mail", 5));
    var cluster =
        new Cluster(
            Sight.SEEN, List.of(), List.of(), List.of(mail), Ties.NONE, autoscalers, Map.of());
    return Sight.only(
        new ClusterView(Towns.fleet(), cluster).at(Sight.NOW, _ -> Power.ON, Ourselves.ELSEWHERE));
  }

  private static GenericKubernetesResource scaler(String namespace, String target, String bound) {
    return Serialization.unmarshal(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {namespace: %s, name: scaler}
        spec: {scaleTargetRef: %s, maxReplicas: 9, %s}
        """
            .formatted(namespace, target, bound),
        GenericKubernetesResource.class);
  }
}
