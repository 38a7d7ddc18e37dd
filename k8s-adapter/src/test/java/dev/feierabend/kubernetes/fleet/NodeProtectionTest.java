package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.annotated;
import static dev.feierabend.kubernetes.Pods.bare;
import static dev.feierabend.kubernetes.Pods.inPhase;
import static dev.feierabend.kubernetes.Pods.labelled;
import static dev.feierabend.kubernetes.Pods.onDisk;
import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.Pods.terminating;
import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.UNCONTROLLED;
import static dev.feierabend.kubernetes.fleet.Towns.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Reason.Protection;
import dev.feierabend.core.planning.Reason.Tie;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NodeProtectionTest {
  private static final Pod ETCD =
      labelled(running("etcd-0", "n1", "StatefulSet"), "app.kubernetes.io/name", "etcd");

  @Test
  void anOrdinaryNodeIsNotProtected() {
    assertThat(by(running("mail-1", "n1", "ReplicaSet"))).isEmpty();
  }

  @Test
  void aNodeOfTheControlPlaneIsKnownByItsRole() {
    for (String role : List.of("control-plane", "master", "etcd")) {
      String label = "node-role.kubernetes.io/" + role;
      assertThat(by(labelledNode(label))).contains(new Reason.ControlPlane(label));
    }
  }

  @Test
  void aNodeOfTheControlPlaneIsKnownByTheKubeletsOwnPodsWithoutAnyRole() {
    Pod server =
        labelled(
            annotated(bare("kube-apiserver-n1", "n1"), "kubernetes.io/config.mirror", "x"),
            "component",
            "kube-apiserver");

    assertThat(by(server)).contains(new Reason.ControlPlane("office/kube-apiserver-n1"));
    assertThat(by(labelled(running("fake", "n1", "ReplicaSet"), "component", "kube-apiserver")))
        .isEmpty();
  }

  @Test
  void aLabelOnTheNodeProtectsIt() {
    assertThat(by(labelledNode("feierabend.dev/protect")))
        .contains(new Reason.Labelled("feierabend.dev/protect"));
  }

  @Test
  void theDocumentGoesFirst() {
    assertThat(
            protection(Set.of()).of(document(UNCONTROLLED), Optional.of(node("n3")), List.of(ETCD)))
        .contains(new Reason.Unswitchable());
  }

  @Test
  void theSchedulersOwnNodeIsKnownByItsPodsNameAndByTheChartsLabel() {
    Pod named = bare("scheduler-7", "n1");
    Pod labelled =
        labelled(running("other", "n1", "ReplicaSet"), "app.kubernetes.io/name", "feierabend");

    assertThat(by(named)).contains(new Reason.OwnHost("office/scheduler-7"));
    assertThat(by(labelled)).contains(new Reason.OwnHost("office/other"));
  }

  @Test
  void theStoresNodesAreKnownByTheAddressOfTheStore() {
    Pod member = running("journal-0", "n1", "StatefulSet");

    assertThat(by(member)).contains(new Reason.StoresHost("office/journal-0"));
  }

  @Test
  void aMemberOfAQuorumKeepsItsNodeOnUnlessItsBudgetLetsItGo() {
    assertThat(by(ETCD)).contains(new Reason.Quorum("etcd", "office/etcd-0"));
    assertThat(guarded(2, 3, ETCD)).isEmpty();
    assertThat(guarded(3, 3, ETCD)).contains(new Reason.Quorum("etcd", "office/etcd-0"));
    assertThat(guarded(2, 3, onDisk(ETCD, "data")))
        .contains(new Reason.Quorum("etcd", "office/etcd-0"));
  }

  @Test
  void aPodThatCannotLeaveKeepsItsNodeOnFromTheStart() {
    assertThat(by(bare("by-hand", "n1")))
        .contains(new Reason.Tied("office/by-hand", Tie.NO_CONTROLLER));
    assertThat(by(onDisk(running("files-0", "n1", "StatefulSet"), "data")))
        .contains(new Reason.Tied("office/files-0", Tie.OWN_DISK));
    assertThat(guarded(1, 1, labelled(running("mail-1", "n1", "ReplicaSet"), "quorum", "yes")))
        .contains(new Reason.Tied("office/mail-1", Tie.BUDGET));
  }

  @Test
  void whatSleepsByAgreementOrIsOverOrServesItsNodeProtectsNone() {
    Pod files = onDisk(running("files-0", "n1", "StatefulSet"), "data");

    assertThat(
            protection(Set.of("uid-of-files-0", "uid-of-etcd-0"))
                .of(document(FIRST), Optional.of(node("n1")), List.of(files, ETCD)))
        .isEmpty();
    assertThat(by(inPhase(bare("import", "n1"), "Succeeded"))).isEmpty();
    assertThat(by(terminating(bare("by-hand", "n1")))).isEmpty();
    assertThat(by(onDisk(running("log-1", "n1", "DaemonSet"), "var-log"))).isEmpty();
  }

  private static Optional<Protection> by(Pod... pods) {
    return protection(Set.of()).of(document(FIRST), Optional.of(node("n1")), List.of(pods));
  }

  private static Optional<Protection> by(Node node) {
    return protection(Set.of()).of(document(FIRST), Optional.of(node), List.of());
  }

  private static NodeProtection protection(Set<String> managed) {
    var ourselves =
        new Ourselves(
            Optional.of("scheduler-7"),
            Optional.of("office"),
            Set.of("journal-0.journal.office.svc.cluster.local"));
    return new NodeProtection(ourselves, Quorums.SHIPPED, Ties.NONE, managed, Set.of());
  }

  /// By a budget over everything in its namespace.
  private static Optional<Protection> guarded(int desired, int expected, Pod pod) {
    var budget =
        new PodDisruptionBudgetBuilder()
            .withNewMetadata()
            .withNamespace("office")
            .withName("keep")
            .endMetadata()
            .withNewSpec()
            .withNewSelector()
            .endSelector()
            .endSpec()
            .withNewStatus()
            .withDesiredHealthy(desired)
            .withExpectedPods(expected)
            .endStatus()
            .build();
    return new NodeProtection(
            Ourselves.ELSEWHERE,
            Quorums.SHIPPED,
            Ties.of(List.of(budget), List.of(), List.of()),
            Set.of(),
            Set.of())
        .of(document(FIRST), Optional.of(node("n1")), List.of(pod));
  }

  private static Node labelledNode(String label) {
    return new NodeBuilder(node("n1")).editMetadata().addToLabels(label, "").endMetadata().build();
  }

  private static Host document(MachineId id) {
    return Towns.fleet().hosts().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
