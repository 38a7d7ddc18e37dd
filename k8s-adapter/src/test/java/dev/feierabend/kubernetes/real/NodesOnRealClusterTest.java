package dev.feierabend.kubernetes.real;

import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.SECOND;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Host;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.testservers.KubernetesRelease;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.DeploymentBuilder;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Nodes on the way down and up, with the real scheduler, DaemonSet and node controllers.
@ParameterizedClass
@EnumSource(KubernetesRelease.class)
class NodesOnRealClusterTest {
  private static final ActionId ACTION = new ActionId("cordon/n1@p#1");
  private static final String GPU = "example.org/gpu";
  private static final String RACK = "example.org/rack";
  private static final String MEANWHILE = "example.org/meanwhile";

  @Parameter KubernetesRelease release;

  private static RealTown town;
  private static NodeByHand first;

  @BeforeParameterizedClassInvocation
  static void start(KubernetesRelease release) {
    town = new RealTown(release);
    town.node("n1", FIRST);
    town.node("n2", SECOND);
    first = new NodeByHand(town.admin, "n1");
    first.label("only", "here");
  }

  /// No test finds what another put there.
  @AfterEach
  void untaint() {
    first.untaint(RACK, MEANWHILE);
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    if (town != null) {
      town.close();
    }
  }

  @Test
  void notEvenWhatToleratesACordonLandsOnANodeThatIsToSleep() {
    assertThat(town.hosts.cordon(FIRST, ACTION)).isEqualTo(Answer.DONE);
    town.create(tolerant());
    await().atMost(RealTown.PATIENCE).until(NodesOnRealClusterTest::onePodIsUnschedulable);

    assertThat(town.hosts.admit(FIRST, ACTION)).isEqualTo(Answer.DONE);

    await().atMost(RealTown.PATIENCE).until(() -> town.host(FIRST), Host::occupied);
    town.admin.apps().deployments().inNamespace("office").withName("tolerant").delete();
    town.awaitHost(FIRST, host -> !host.occupied());
  }

  @Test
  void aNodeIsUsedAgainOnlyOnceItsDaemonSetServesAndItsDevicesAreThereAndIsThenAsItWas() {
    first.allocatable(GPU, "2");
    first.taint(RACK);
    proxy();
    Node before = first.node();
    town.hosts.cordon(FIRST, ACTION);
    first.taint(MEANWHILE);
    town.power.softOff(FIRST);
    town.awaitHost(FIRST, host -> !host.ready());
    ready(proxyPod(), "False");

    first.allocatable(GPU, "0");
    town.power.on(FIRST);
    town.awaitHost(FIRST, host -> host.power() == Power.ON && host.ready());
    waitsFor("it has no serving pod of DaemonSet kube-system/proxy");
    assertThat(first.taints()).doesNotContain("feierabend.dev/sleeping");
    ready(proxyPod(), "True");
    waitsFor("it offers 0 of 2 " + GPU);
    first.allocatable(GPU, "2");

    await()
        .atMost(RealTown.PATIENCE)
        .until(() -> {
          town.hosts.admit(FIRST, ACTION);
          return town.host(FIRST).inService();
        });
    assertThat(town.hosts.obstacle(FIRST)).isEmpty();
    assertThat(first.node().getSpec().getUnschedulable()).isNull();
    assertThat(first.taints()).containsExactlyInAnyOrder(RACK, MEANWHILE);
    assertThat(first.node().getMetadata().getAnnotations().keySet())
        .filteredOn(name -> name.startsWith("feierabend.dev/"))
        .isEmpty();
    assertThat(first.node().getSpec().getTaints()).containsAll(before.getSpec().getTaints());
  }

  @Test
  void aNodeOfTheControlPlaneIsKnownByWhatTheKubeletRunsThere() {
    assertThat(town.host(SECOND).protection()).isEmpty();
    town.create(apiServer());

    await()
        .atMost(RealTown.PATIENCE)
        .until(() -> town.host(SECOND).protection(), Optional::isPresent);

    assertThat(town.host(SECOND).protection())
        .contains(new Reason.ControlPlane("kube-system/kube-apiserver-n2"));
    town.admin.pods().inNamespace("kube-system").withName("kube-apiserver-n2").delete();
    await()
        .atMost(RealTown.PATIENCE)
        .until(() -> town.host(SECOND).protection(), Optional::isEmpty);
  }

  private static void waitsFor(String missing) {
    await()
        .atMost(RealTown.PATIENCE)
        .untilAsserted(() -> {
          assertThat(town.hosts.admit(FIRST, ACTION)).isEqualTo(Answer.DONE);
          assertThat(town.hosts.obstacle(FIRST)).contains(missing);
        });
    assertThat(first.node().getSpec().getUnschedulable()).isTrue();
  }

  private static Deployment tolerant() {
    return new DeploymentBuilder(deployment("office", "tolerant", 1))
        .editSpec()
        .editTemplate()
        .editSpec()
        .addToNodeSelector("only", "here")
        .addNewToleration(null, "node.kubernetes.io/unschedulable", "Exists", null, null)
        .endSpec()
        .endTemplate()
        .endSpec()
        .build();
  }

  private static boolean onePodIsUnschedulable() {
    return town.admin.pods().inNamespace("office").list().getItems().stream()
        .anyMatch(pod ->
            pod.getStatus().getConditions().stream()
                .anyMatch(it -> "Unschedulable".equals(it.getReason())));
  }

  /// A DaemonSet on the first node alone, which tolerates nothing; returns when it serves.
  private static void proxy() {
    var pods = deployment("kube-system", "proxy", 1).getSpec();
    town.create(
        new DaemonSetBuilder()
            .withNewMetadata()
            .withNamespace("kube-system")
            .withName("proxy")
            .endMetadata()
            .withNewSpec()
            .withSelector(pods.getSelector())
            .withTemplate(pods.getTemplate())
            .editTemplate()
            .editSpec()
            .addToNodeSelector("only", "here")
            .addNewToleration("NoSchedule", RACK, "Exists", null, null)
            .addNewToleration("NoSchedule", MEANWHILE, "Exists", null, null)
            .endSpec()
            .endTemplate()
            .endSpec()
            .build());
    await().atMost(RealTown.PATIENCE).until(() -> serves(proxyPod()));
  }

  private static List<Pod> proxyPod() {
    return town.admin.pods().inNamespace("kube-system").withLabel("app", "proxy").list().getItems();
  }

  private static boolean serves(List<Pod> pods) {
    return pods.stream()
        .flatMap(pod -> pod.getStatus().getConditions().stream())
        .anyMatch(it -> it.getType().equals("Ready") && it.getStatus().equals("True"));
  }

  /// Says of the pod what the node controller says when a kubelet falls silent, and that kubelet
  /// when it is back: who plays the kubelets here changes Ready of the node alone.
  private static void ready(List<Pod> pods, String ready) {
    Pod pod = pods.getFirst();
    town.admin
        .resource(pod)
        .editStatus(it ->
            new PodBuilder(it)
                .editStatus()
                .editMatchingCondition(condition -> condition.getType().equals("Ready"))
                .withStatus(ready)
                .endCondition()
                .endStatus()
                .build());
  }

  private static Pod apiServer() {
    var template = deployment("kube-system", "kube-apiserver-n2", 1).getSpec().getTemplate();
    return new PodBuilder()
        .withNewMetadata()
        .withNamespace("kube-system")
        .withName("kube-apiserver-n2")
        .addToLabels("component", "kube-apiserver")
        .addToAnnotations("kubernetes.io/config.mirror", "x")
        .endMetadata()
        .withNewSpecLike(template.getSpec())
        .withNodeName("n2")
        .endSpec()
        .build();
  }
}
