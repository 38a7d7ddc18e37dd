package dev.feierabend.testservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ControlPlaneTest {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final String POWER = "feierabend.test/power";

  private static ControlPlane plane;
  private static KubernetesClient client;

  @BeforeAll
  static void start() {
    plane = ControlPlane.start();
    client =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(plane.kubeconfig().toFile()))
            .build();
  }

  @AfterAll
  static void stop() {
    if (plane != null) {
      client.close();
      plane.close();
    }
  }

  @BeforeEach
  void aNode() {
    client.nodes().resource(Objects.node("n1")).serverSideApply();
    await().atMost(PATIENCE).until(() -> ready().equals("True"));
  }

  @Test
  void aDeploymentsPodsPassTheSchedulerAndRun() {
    client
        .apps()
        .deployments()
        .inNamespace("default")
        .resource(Objects.deployment("web", 2))
        .create();

    await().atMost(PATIENCE).until(() -> running().size() == 2);

    assertThat(running())
        .allSatisfy(pod -> assertThat(pod.getSpec().getNodeName()).isEqualTo("n1"));
  }

  @Test
  void aNodeThatIsSwitchedOffIsTaintedAndComesBackWhenSwitchedOn() {
    power("off");
    await().atMost(PATIENCE).until(() -> ready().equals("Unknown") && tainted());

    power("on");
    await().atMost(PATIENCE).until(() -> ready().equals("True") && !tainted());
  }

  @Test
  void everyRequestIsInTheAuditLogWithItsUserAgent() throws Exception {
    client.nodes().withName("no-such-node").get();

    await()
        .atMost(PATIENCE)
        .until(() ->
            Files.readAllLines(plane.auditLog()).stream()
                .anyMatch(line -> line.contains("no-such-node") && line.contains("fabric8")));
  }

  private static void power(String power) {
    client
        .nodes()
        .withName("n1")
        .edit(node ->
            new NodeBuilder(node)
                .editMetadata()
                .addToAnnotations(POWER, power)
                .endMetadata()
                .build());
  }

  private static String ready() {
    return now().getStatus().getConditions().stream()
        .filter(condition -> condition.getType().equals("Ready"))
        .map(condition -> condition.getStatus())
        .findFirst()
        .orElse("none");
  }

  private static boolean tainted() {
    return now().getSpec().getTaints().stream()
        .anyMatch(taint -> taint.getKey().equals("node.kubernetes.io/unreachable"));
  }

  private static Node now() {
    return client.nodes().withName("n1").get();
  }

  private static List<Pod> running() {
    return client.pods().inNamespace("default").withLabel("app", "web").list().getItems().stream()
        .filter(pod -> "Running".equals(pod.getStatus().getPhase()))
        .toList();
  }
}
