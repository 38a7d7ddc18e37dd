package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.labelled;
import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.fleet.Demanding.apart;
import static dev.feierabend.kubernetes.fleet.Demanding.app;
import static dev.feierabend.kubernetes.fleet.Demanding.byTier;
import static dev.feierabend.kubernetes.fleet.Demanding.near;
import static dev.feierabend.kubernetes.fleet.Demanding.on;
import static dev.feierabend.kubernetes.fleet.Demanding.spread;
import static dev.feierabend.kubernetes.fleet.Demanding.together;
import static dev.feierabend.kubernetes.fleet.Demanding.tolerating;
import static dev.feierabend.kubernetes.fleet.Sight.NOW;
import static dev.feierabend.kubernetes.fleet.Sight.SEEN;
import static dev.feierabend.kubernetes.fleet.Sight.mailPod;
import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.SECOND;
import static dev.feierabend.kubernetes.fleet.Towns.UNCONTROLLED;
import static dev.feierabend.kubernetes.fleet.Towns.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.Placement;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Reason.Tie;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementsTest {
  private static final String HOST = "kubernetes.io/hostname";
  private static final String ZONE = "topology.kubernetes.io/zone";
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");
  private static final WorkloadId WEB = new WorkloadId("deployment/office/web");

  private final List<Node> nodes =
      new ArrayList<>(List.of(node("n1", "a"), node("n2", "a"), node("n3", "b")));
  private final List<Pod> pods = new ArrayList<>();
  private Ties ties = Ties.NONE;

  @Test
  void whatRequiresNothingMayBeAnywhere() {
    pods.add(mailPod("mail-1", "n1"));
    pods.add(running("other", "n2", "ReplicaSet"));

    assertThat(seen().placements()).isEmpty();
  }

  @Test
  void whatIsOnlyPreferredOrHoldsOfAllNodesRequiresNothing() {
    pods.add(
        new PodBuilder(mailPod("mail-1", "n1"))
            .editSpec()
            .addToNodeSelector("os", "linux")
            .withNewAffinity()
            .withNewPodAntiAffinity()
            .addNewPreferredDuringSchedulingIgnoredDuringExecution()
            .withWeight(1)
            .withNewPodAffinityTerm()
            .withTopologyKey(HOST)
            .withLabelSelector(app("mail"))
            .endPodAffinityTerm()
            .endPreferredDuringSchedulingIgnoredDuringExecution()
            .endPodAntiAffinity()
            .endAffinity()
            .addNewTopologySpreadConstraint()
            .withMaxSkew(1)
            .withTopologyKey(ZONE)
            .withWhenUnsatisfiable("ScheduleAnyway")
            .withLabelSelector(app("mail"))
            .endTopologySpreadConstraint()
            .endSpec()
            .build());

    assertThat(seen().placements()).isEmpty();
    assertThat(trimmed().placements()).isEmpty();
  }

  @Test
  void itsOwnReplicasApartAreOneAHost() {
    pods.add(apart(mailPod("mail-1", "n1"), "mail", HOST));
    pods.add(apart(mailPod("mail-2", "n2"), "mail", HOST));

    assertThat(placement(MAIL)).isEqualTo(Placement.ANYWHERE.atMost(1));
  }

  @Test
  void othersApartAreNamed() {
    pods.add(apart(mailPod("mail-1", "n1"), "web", HOST));
    pods.add(Towns.of("web", running("web-1", "n2", "ReplicaSet")));

    assertThat(placement(MAIL)).isEqualTo(Placement.ANYWHERE.apartFrom(Set.of(WEB)));
  }

  @Test
  void whoIsApartFromWhatNobodyPlansStaysAwayFromThereAndThatStaysToo() {
    pods.add(apart(mailPod("mail-1", "n1"), "gate", HOST));
    pods.add(Towns.of("gate", running("gate-1", "n2", "ReplicaSet")));

    assertThat(placement(MAIL)).isEqualTo(Placement.ANYWHERE.on(Set.of(FIRST, UNCONTROLLED)));
    assertThat(protection(SECOND)).isEqualTo(new Reason.Tied("office/gate-1", Tie.PLACE));
  }

  @Test
  void podsThatNobodyPlansAndThatMustBeApartKeepTheirNodesOnAndASingleOneDoesNot() {
    pods.add(apart(Towns.of("gate", running("gate-1", "n2", "ReplicaSet")), "gate", HOST));
    assertThat(seen().host(SECOND).orElseThrow().protection()).isEmpty();

    pods.add(apart(Towns.of("gate", running("gate-2", "n1", "ReplicaSet")), "gate", HOST));

    assertThat(protection(FIRST)).isEqualTo(new Reason.Tied("office/gate-2", Tie.PLACE));
    assertThat(protection(SECOND)).isEqualTo(new Reason.Tied("office/gate-1", Tie.PLACE));
  }

  @Test
  void aSelectorOfNodesBindsAWorkloadToThemAndAStrangerToItsOwn() {
    pods.add(on(mailPod("mail-1", "n1"), ZONE, "a"));
    pods.add(on(Towns.of("gate", running("gate-1", "n2", "ReplicaSet")), ZONE, "a"));

    assertThat(placement(MAIL)).isEqualTo(Placement.ANYWHERE.on(Set.of(FIRST, SECOND)));
    assertThat(protection(SECOND)).isEqualTo(new Reason.Tied("office/gate-1", Tie.PLACE));
    assertThat(trimmed()).isEqualTo(seen());
  }

  @ParameterizedTest
  @CsvSource({
    "In, b, true",
    "NotIn, a, true",
    "In, a, false",
    "Exists, , true",
    "DoesNotExist, , false"
  })
  void requiredAffinityToNodesIsReadAsKubernetesDoes(String operator, String value, boolean third) {
    pods.add(near(mailPod("mail-1", "n1"), ZONE, operator, value));

    boolean admitted =
        Map.of().equals(seen().placements()) // all of them
            || placement(MAIL).hosts().orElseThrow().contains(UNCONTROLLED);
    assertThat(admitted).isEqualTo(third);
  }

  @ParameterizedTest
  @CsvSource({"Gt, 2, 3", "Lt, 2, 1"})
  void labelsAreComparedAsNumbers(String operator, String value, int host) {
    pods.add(near(mailPod("mail-1", "n1"), "rank", operator, value));

    assertThat(placement(MAIL).hosts().orElseThrow())
        .extracting(Object::toString)
        .containsExactly("00000000-0000-0000-0000-00000000000" + host);
  }

  @Test
  void aVolumeThatOnlySomeNodesReachBindsWhoeverClaimsIt() {
    pods.add(
        new PodBuilder(mailPod("mail-1", "n1"))
            .editSpec()
            .addNewVolume()
            .withName("data")
            .withNewPersistentVolumeClaim("mail-data", false)
            .endVolume()
            .endSpec()
            .build());
    assertThat(seen().placements()).isEmpty();

    ties = reachedFrom("a");

    assertThat(placement(MAIL)).isEqualTo(Placement.ANYWHERE.on(Set.of(FIRST, SECOND)));
    assertThat(seen().workload(MAIL).orElseThrow().mobility()).isEqualTo(Mobility.RESCHEDULED);
    assertThat(trimmed()).isEqualTo(seen());
  }

  @Test
  void anOperatorThatNobodyKnowsLeavesTheWorkloadWhereItIs() {
    pods.add(near(mailPod("mail-1", "n1"), ZONE, "Resembles", "a"));

    assertThat(placement(MAIL).untold()).contains("nodeAffinity Resembles");
    assertThat(seen().workload(MAIL).orElseThrow().mobility()).isEqualTo(Mobility.PINNED);
  }

  @Test
  void whatANodeDoesNotTolerateStaysAwayUnlessTheTaintOnlySaysHowItIs() {
    pods.add(mailPod("mail-1", "n1"));
    nodes.set(1, tainted("n2", "node.kubernetes.io/unreachable"));
    assertThat(seen().placements()).isEmpty();
    nodes.set(1, tainted("n2", "feierabend.dev/sleeping"));
    assertThat(seen().placements()).isEmpty();

    nodes.set(1, tainted("n2", "gpu"));

    assertThat(placement(MAIL)).isEqualTo(Placement.ANYWHERE.on(Set.of(FIRST, UNCONTROLLED)));
    pods.set(0, tolerating(pods.getFirst(), "gpu", "Exists"));
    assertThat(seen().placements()).isEmpty();
    assertThat(trimmed().placements()).isEmpty();
    pods.set(0, tolerating(pods.getFirst(), null, "Exists"));
    assertThat(seen().placements()).isEmpty();
  }

  @Test
  void spreadOverHostsIsSoManyAHostAsItMaySkew() {
    pods.add(spread(mailPod("mail-1", "n1"), HOST, 2));
    pods.add(spread(mailPod("mail-2", "n2"), HOST, 2));

    assertThat(placement(MAIL)).isEqualTo(Placement.ANYWHERE.atMost(2));
  }

  @Test
  void spreadOverZonesOrWithOthersLeavesTheWorkloadWhereItIs() {
    pods.add(spread(mailPod("mail-1", "n1"), ZONE, 1));
    pods.add(spread(mailPod("mail-2", "n3"), ZONE, 1));
    assertThat(placement(MAIL).untold()).contains("topologySpreadConstraints " + ZONE);

    pods.clear();
    pods.add(labelled(spread(mailPod("mail-1", "n1"), HOST, 1), "tier", "front"));
    pods.add(labelled(running("other-1", "n2", "ReplicaSet"), "tier", "front"));
    pods.set(0, byTier(pods.getFirst()));
    assertThat(placement(MAIL).untold()).contains("topologySpreadConstraints " + HOST);
    assertThat(trimmed().placements()).isEqualTo(seen().placements());
  }

  @ParameterizedTest
  @ValueSource(strings = {ZONE, "rack"})
  void apartByZonesIsTooMuchToPlanUnlessNobodyIsThere(String key) {
    pods.add(apart(mailPod("mail-1", "n1"), "mail", key));
    assertThat(seen().placements()).isEmpty();

    pods.add(apart(mailPod("mail-2", "n3"), "mail", key));

    assertThat(placement(MAIL).untold().isPresent()).isEqualTo(key.equals(ZONE));
  }

  @Test
  void whatMustBeNearOthersStaysWhereItIsUnlessAllNodesAreNear() {
    pods.add(together(mailPod("mail-1", "n1"), HOST));
    assertThat(placement(MAIL).untold()).contains("podAffinity " + HOST);
    assertThat(trimmed()).isEqualTo(seen());

    pods.set(0, together(mailPod("mail-1", "n1"), "os"));

    assertThat(seen().placements()).isEmpty();
  }

  private Placement placement(WorkloadId id) {
    return seen().placements().getOrDefault(id, Placement.ANYWHERE);
  }

  private Reason protection(MachineId host) {
    return seen().host(host).orElseThrow().protection().orElseThrow();
  }

  private Snapshot seen() {
    return seen(pods);
  }

  /// As a watch keeps them.
  private Snapshot trimmed() {
    var trim = new PodTrim();
    return seen(pods.stream().map(trim).toList());
  }

  private Snapshot seen(List<Pod> them) {
    var objects =
        List.of(deployment("office", "mail", 2), deployment("office", "web", 1)).stream()
            .map(it -> Sight.scalable("deployment", it))
            .toList();
    var cluster = new Cluster(SEEN, nodes, them, objects, ties, Autoscalers.NONE, Map.of());
    return new ClusterView(Towns.fleet(), cluster).at(NOW, _ -> Power.ON, Ourselves.ELSEWHERE);
  }

  private static Node node(String name, String zone) {
    return new NodeBuilder(Towns.node(name))
        .editMetadata()
        .addToLabels(Map.of(HOST, name, ZONE, zone, "os", "linux", "rank", name.substring(1)))
        .endMetadata()
        .build();
  }

  /// The claim `mail-data`, whose volume is in a zone.
  private static Ties reachedFrom(String zone) {
    var claim =
        new PersistentVolumeClaimBuilder()
            .withNewMetadata()
            .withNamespace("office")
            .withName("mail-data")
            .endMetadata()
            .withNewSpec()
            .withVolumeName("volume")
            .endSpec()
            .build();
    var volume =
        new PersistentVolumeBuilder()
            .withNewMetadata()
            .withName("volume")
            .endMetadata()
            .withNewSpec()
            .withNewNodeAffinity()
            .withNewRequired()
            .addNewNodeSelectorTerm()
            .addNewMatchExpression()
            .withKey(ZONE)
            .withOperator("In")
            .withValues(zone)
            .endMatchExpression()
            .endNodeSelectorTerm()
            .endRequired()
            .endNodeAffinity()
            .endSpec()
            .build();
    return Ties.of(List.of(), List.of(Trims.claim(claim)), List.of(Trims.volume(volume)));
  }

  private static Node tainted(String name, String key) {
    return new NodeBuilder(node(name, "a"))
        .editSpec()
        .addNewTaint("NoSchedule", key, null, null)
        .endSpec()
        .build();
  }
}
