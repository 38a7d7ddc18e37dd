package dev.feierabend.kubernetes.nodes;

import static dev.feierabend.kubernetes.Pods.ready;
import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.Pods.terminating;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodListBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.apps.DaemonSetBuilder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComebackTest {
  private static final Pod LOG = ready(running("log-1", "n1", "DaemonSet"));
  private static final String GPU = "nvidia.com/gpu";

  @TempDir Path folder;

  @Test
  void whatServedBeforeMustServeAgain() {
    assertThat(missing(slept(LOG), true))
        .contains("it has no serving pod of DaemonSet office/owner-of-log-1");
    assertThat(missing(slept(LOG), true, running("log-1", "n1", "DaemonSet"))).isPresent();
    assertThat(missing(slept(LOG), true, terminating(LOG))).isPresent();

    assertThat(missing(slept(LOG), true, LOG)).isEmpty();
  }

  @Test
  void aDaemonSetThatWasDeletedOrSentElsewhereMeanwhileIsNotAwaited() {
    assertThat(missing(slept(LOG), false)).isEmpty();

    try (var server = cluster(Map.of("disk", "fast"))) {
      assertThat(missing(server, slept(LOG))).isEmpty();
    }
  }

  @Test
  void whatDidNotServeBeforeIsNotAwaited() {
    assertThat(missing(slept(running("log-1", "n1", "DaemonSet")), true)).isEmpty();
  }

  @Test
  void aDeviceThatWasOfferedMustBeOfferedAgain() {
    Node slept = slept(Map.of(GPU, new Quantity("2"), "cpu", new Quantity("8")));

    assertThat(missing(offering(slept, Map.of(GPU, new Quantity("1"))), true))
        .contains("it offers 1 of 2 nvidia.com/gpu");
    assertThat(missing(offering(slept, Map.of()), true))
        .contains("it offers 0 of 2 nvidia.com/gpu");
    assertThat(missing(offering(slept, Map.of(GPU, new Quantity("2"))), true)).isEmpty();
  }

  @Test
  void aNodeThatIsNotReadyIsNotWhole() {
    Node silent = new NodeBuilder(slept(LOG)).editStatus().withConditions().endStatus().build();

    assertThat(missing(silent, true, LOG)).contains("it is not Ready");
  }

  @Test
  void ofAnAnnotationThatMakesNoSenseNothingIsAwaited() {
    for (String nonsense : new String[] {"", "{", "[]", "null", "{\"devices\":{\"a/b\":\"x\"}}"}) {
      Node node =
          new NodeBuilder(slept(LOG))
              .editMetadata()
              .addToAnnotations(Cordon.BEFORE, nonsense)
              .endMetadata()
              .build();

      assertThat(missing(node, true)).as(nonsense).isEmpty();
    }
  }

  private Optional<String> missing(Node node, boolean exists, Pod... pods) {
    try (var server =
        exists
            ? cluster(Map.of(), pods)
            : new FakeApiServer(asked ->
                asked.path().contains("daemonsets")
                    ? Says.no(404, "gone")
                    : Says.ok(new PodListBuilder().build()))) {
      return missing(server, node);
    }
  }

  private Optional<String> missing(FakeApiServer server, Node node) {
    try (var client = server.client(folder)) {
      return new Comeback(client).missing(node);
    }
  }

  private static FakeApiServer cluster(Map<String, String> selector, Pod... pods) {
    var daemonSet =
        new DaemonSetBuilder()
            .withNewSpec()
            .withNewTemplate()
            .withNewSpec()
            .withNodeSelector(selector)
            .endSpec()
            .endTemplate()
            .endSpec()
            .build();
    return new FakeApiServer(asked ->
        asked.path().contains("daemonsets")
            ? Says.ok(daemonSet)
            : Says.ok(new PodListBuilder().withItems(pods).build()));
  }

  private static Node slept(Pod... pods) {
    return marked(node(Map.of()), pods);
  }

  private static Node slept(Map<String, Quantity> allocatable) {
    return marked(node(allocatable));
  }

  private static Node marked(Node node, Pod... pods) {
    return new NodeBuilder(node)
        .editMetadata()
        .addToAnnotations(Cordon.BEFORE, BeforeSleep.of(node, List.of(pods)).json())
        .endMetadata()
        .build();
  }

  private static Node offering(Node node, Map<String, Quantity> allocatable) {
    return new NodeBuilder(node).editStatus().withAllocatable(allocatable).endStatus().build();
  }

  private static Node node(Map<String, Quantity> allocatable) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName("n1")
        .endMetadata()
        .withNewStatus()
        .withAllocatable(allocatable)
        .addNewCondition()
        .withType("Ready")
        .withStatus("True")
        .endCondition()
        .endStatus()
        .build();
  }
}
