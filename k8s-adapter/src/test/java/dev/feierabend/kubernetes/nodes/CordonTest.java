package dev.feierabend.kubernetes.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.kubernetes.client.Change;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Taint;
import io.fabric8.kubernetes.api.model.TaintBuilder;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CordonTest {
  private static final ActionId ACTION = new ActionId("cordon/n1@p#1");
  private static final Map<String, String> OURS =
      Map.of(Cordon.MARK, "cordon/n1@p#1", Cordon.BEFORE, "{}");
  private static final Taint SLEEPING = taint("feierabend.dev/sleeping");
  private static final Taint OTHERS = taint("example.org/gpu");
  private static final BeforeSleep BEFORE =
      new BeforeSleep(
          new TreeSet<>(List.of("kube-system/proxy")), new TreeMap<>(Map.of("x.org/gpu", "2")));

  @Test
  void aNodeIsTaintedAndCordonedInOneWriteWithWhatServedThere() {
    assertThat(text(Cordon.cordon(node(false, Map.of()), BEFORE, ACTION)))
        .isEqualTo(
            """
            {"metadata":{"annotations":{"feierabend.dev/cordoned":"cordon/n1@p#1","feierabend.dev/before-sleep":"{\\"daemonSets\\":[\\"kube-system/proxy\\"],\\"devices\\":{\\"x.org/gpu\\":\\"2\\"}}"},"resourceVersion":"42"},"spec":{"taints":[{"effect":"NoSchedule","key":"feierabend.dev/sleeping"}],"unschedulable":true}}\
            """);
  }

  @Test
  void othersTaintsAreKeptOnTheWayDownAndUp() {
    assertThat(text(Cordon.cordon(node(false, Map.of(), OTHERS), BeforeSleep.NOTHING, ACTION)))
        .contains("example.org/gpu", "feierabend.dev/sleeping", "\"resourceVersion\":\"42\"");
    assertThat(text(Cordon.admit(node(true, OURS, OTHERS, SLEEPING), true)))
        .contains("\"taints\":[{\"effect\":\"NoSchedule\",\"key\":\"example.org/gpu\"}]");
  }

  @Test
  void whatIsCordonedAlreadyIsNotWrittenWhoeverDidIt() {
    assertThat(Cordon.cordon(node(true, OURS, SLEEPING), BEFORE, ACTION)).isEqualTo(Change.NOTHING);
    assertThat(Cordon.cordon(node(true, Map.of()), BEFORE, ACTION)).isEqualTo(Change.NOTHING);
  }

  @Test
  void whatAPersonUncordonedAfterUsIsLeftToThem() {
    assertThat(Cordon.cordon(node(false, OURS, SLEEPING), BEFORE, ACTION))
        .isInstanceOf(Change.Leave.class);
  }

  @Test
  void anotherActionCordonsAnewWhatAPersonUncordoned() {
    assertThat(
            text(Cordon.cordon(node(false, OURS, SLEEPING), BEFORE, new ActionId("cordon/n1@p#2"))))
        .doesNotContain("taints");
  }

  @Test
  void admissionLeavesTheNodeAsItWasBefore() {
    assertThat(text(Cordon.admit(node(true, OURS, SLEEPING), true)))
        .isEqualTo(
            """
            {"metadata":{"annotations":null,"resourceVersion":"42"},"spec":{"taints":null,"unschedulable":null}}\
            """);
  }

  @Test
  void aNodeThatIsNotWholeLosesOnlyOurTaintWhichKeepsDaemonSetsAway() {
    assertThat(text(Cordon.admit(node(true, OURS, SLEEPING), false)))
        .isEqualTo(
            """
            {"spec":{"taints":null},"metadata":{"resourceVersion":"42"}}\
            """);
    assertThat(Cordon.admit(node(true, OURS), false)).isEqualTo(Change.NOTHING);
  }

  @Test
  void aPersonsCordonStays() {
    assertThat(Cordon.admit(node(true, Map.of()), true)).isEqualTo(Change.NOTHING);
    assertThat(Cordon.admit(node(true, Map.of(), OTHERS), true)).isEqualTo(Change.NOTHING);
  }

  @Test
  void whatTakesWorkAndHasNoMarkIsNotWritten() {
    assertThat(Cordon.admit(node(false, Map.of()), true)).isEqualTo(Change.NOTHING);
  }

  @Test
  void ourTaintAloneSaysThatTheCordonIsOurs() {
    assertThat(text(Cordon.admit(node(true, Map.of(), SLEEPING), true)))
        .contains("\"taints\":null", "\"unschedulable\":null");
  }

  @Test
  void whatAPersonsUncordonLeftBehindGoesWithTheAdmission() {
    assertThat(text(Cordon.admit(node(false, OURS, SLEEPING), true)))
        .contains("\"annotations\":null", "\"taints\":null");
  }

  private static Node node(boolean cordoned, Map<String, String> annotations, Taint... taints) {
    return new NodeBuilder()
        .withNewMetadata()
        .withName("n1")
        .withResourceVersion("42")
        .withAnnotations(annotations)
        .endMetadata()
        .withNewSpec()
        .withUnschedulable(cordoned ? true : null)
        .withTaints(taints)
        .endSpec()
        .build();
  }

  private static Taint taint(String key) {
    return new TaintBuilder().withKey(key).withEffect("NoSchedule").build();
  }

  private static String text(Change change) {
    assertThat(change).isInstanceOf(Change.Write.class);
    return ((Change.Write) change).patch().json();
  }
}
