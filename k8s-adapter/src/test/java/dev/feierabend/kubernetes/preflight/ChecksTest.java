package dev.feierabend.kubernetes.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.fleet.Budgets;
import dev.feierabend.kubernetes.preflight.Trouble.Kind;
import dev.feierabend.kubernetes.recipes.Managed;
import dev.feierabend.kubernetes.recipes.Objects;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.client.VersionInfo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Budgets, images, volumes, autoscalers and the API server's release.
class ChecksTest {
  private static final List<Node> NODES = List.of(node("n1", ""), node("n2", ""), node("n3", ""));

  @ParameterizedTest
  @CsvSource({
    "1, 29, true",
    "1, 29+, true",
    "1, 30, false",
    "1, 30+, false",
    "1, 100, false",
    "2, 0, false",
    "'', '', false", // a proxy that doesn't tell
  })
  void aReleaseOlderThanTheOldestThatIsSupportedIsTold(String major, String minor, boolean told) {
    var server = version(major, minor, "v1.29.6+k3s1");

    assertThat(ReleaseCheck.of(server).stream().map(Trouble::about).toList())
        .isEqualTo(told ? List.of(List.of("v1.29.6+k3s1", "1.30")) : List.<List<String>>of());
  }

  private static VersionInfo version(String major, String minor, String release) {
    return new VersionInfo.Builder()
        .withMajor(major)
        .withMinor(minor)
        .withGitVersion(release)
        .build();
  }

  @ParameterizedTest
  @CsvSource({
    "2, 2, 2, 0, true", // all of them, always
    "2, 1, 2, 0, true", // minAvailable 100 %, one is ill
    "2, 2, 1, 0, true", // all healthy, and still none may go
    "2, 2, 1, 1, false",
    "2, 1, 1, 0, false", // one is ill: it will allow again
    "0, 0, 0, 0, false"
  })
  void aBudgetThatAllowsNoneWhileAllIsWellIsTold(
      int expected, int healthy, int desired, int allowed, boolean told) {
    var budget =
        Planted.object(
            PodDisruptionBudget.class,
            """
            metadata: {namespace: office, name: b}
            status: {expectedPods: %d, currentHealthy: %d, desiredHealthy: %d, disruptionsAllowed: %d}
            """
                .formatted(expected, healthy, desired, allowed));

    assertThat(BudgetCheck.of(List.of(budget)).stream().map(Trouble::about).toList())
        .isEqualTo(
            told
                ? List.of(List.of("office/b", desired + "", expected + ""))
                : List.<List<String>>of());
  }

  @ParameterizedTest
  @CsvSource({"office, Delete, true", "office, Retain, false", "monitoring, Delete, false"})
  void aCustomersObjectWhoseSleepWouldDeleteItsDataIsTold(
      String namespace, String whenScaled, boolean told) {
    Managed set =
        Objects.managed(
            "statefulset",
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {namespace: %s, name: files}
            spec: {replicas: 2, persistentVolumeClaimRetentionPolicy: {whenScaled: %s}}
            """
                .formatted(namespace, whenScaled));

    assertThat(new ClaimCheck(Planted.town()).of(set))
        .isEqualTo(
            told
                ? Optional.of(
                    Trouble.of(
                        Kind.CLAIMS_DELETED,
                        "StatefulSet",
                        "office/files",
                        "spec.persistentVolumeClaimRetentionPolicy.whenScaled: Delete"))
                : Optional.empty());
  }

  @Test
  void aBudgetThatWasNotLookedAtYetIsNone() {
    assertThat(
            BudgetCheck.of(
                List.of(
                    Planted.object(
                        PodDisruptionBudget.class, "metadata: {namespace: office, name: b}"))))
        .isEmpty();
  }

  @Test
  void budgetsThatGuardTheSamePodAreToldOnceWithOneOfThem() {
    var budgets =
        Budgets.of(
            List.of(
                budget("office", "web", "{matchLabels: {app: web}}"),
                budget("office", "all", "{}"),
                budget("school", "all", "{}"),
                budget("office", "none", "null")));
    var overlaps =
        Stream.of(
                labelled("office", "web-1", "web", "ReplicaSet"),
                labelled("office", "web-2", "web", "ReplicaSet"),
                labelled("office", "mail-1", "mail", "ReplicaSet"),
                labelled("school", "web-1", "web", "ReplicaSet"))
            .flatMap(pod -> PodSeen.of(pod, budgets).overlap().stream())
            .toList();

    assertThat(BudgetCheck.overlaps(overlaps))
        .containsExactly(
            Trouble.of(Kind.BUDGETS_OVERLAP, "office/all, office/web", "office/web-1"));
  }

  @Test
  void whatIsNeverEvictedMayHaveSeveralBudgets() {
    var twice = Budgets.of(List.of(budget("office", "a", "{}"), budget("office", "b", "{}")));

    assertThat(BudgetOverlap.of(labelled("office", "log-1", "log", "DaemonSet"), twice)).isEmpty();
    assertThat(BudgetOverlap.of(labelled("office", "web-1", "web", "ReplicaSet"), twice))
        .isPresent();
  }

  private static PodDisruptionBudget budget(String namespace, String name, String selector) {
    return Planted.object(
        PodDisruptionBudget.class,
        "metadata: {namespace: %s, name: %s}\nspec: {selector: %s}"
            .formatted(namespace, name, selector));
  }

  private static Pod labelled(String namespace, String name, String app, String owner) {
    return Planted.object(
        Pod.class,
        """
        metadata:
          namespace: %s
          name: %s
          labels: {app: %s}
          ownerReferences: [{kind: %s, name: o, controller: true}]
        spec: {}
        """
            .formatted(namespace, name, app, owner));
  }

  @Test
  void imagesThatAreOnTheirNodeAloneOrCannotBePulledAreTold() {
    var images =
        Stream.of(
                pod("office", "{name: a, image: a:1, imagePullPolicy: Never}", "{}"),
                pod("office", "{name: b, image: localhost/b:1}", "{}"),
                pod("school", "{name: c, image: c:1}", "{waiting: {reason: ImagePullBackOff}}"),
                pod("school", "{name: d, image: d:1}", "{waiting: {reason: PodInitializing}}"),
                pod("monitoring", "{name: e, image: e:1, imagePullPolicy: Never}", "{}"))
            .flatMap(PodImage::of)
            .toList();

    assertThat(new ImageCheck(Planted.town()).of(images, List.of()))
        .containsExactly(
            Trouble.of(Kind.IMAGE_LOCAL, "a:1", "office"),
            Trouble.of(Kind.IMAGE_LOCAL, "localhost/b:1", "office"),
            Trouble.of(Kind.IMAGE_UNPULLED, "c:1", "school/p", "ImagePullBackOff"));
  }

  @Test
  void whatTheKubeletMissesOfPullSecretsIsToldOnce() {
    var event =
        Planted.object(
            Event.class,
            """
            reason: FailedToRetrieveImagePullSecret
            message: Unable to retrieve some image pull secrets (registry)
            involvedObject: {namespace: office, name: mail-1}
            """);

    assertThat(new ImageCheck(Planted.town()).of(List.of(), List.of(event, event)))
        .containsExactly(
            Trouble.of(
                Kind.IMAGE_SECRET,
                "office/mail-1",
                "Unable to retrieve some image pull secrets (registry)"));
  }

  @Test
  void volumesOfOneNodeThatMaySleepAreToldAndOthersAreNot() {
    var check = new VolumeCheck(Planted.town());

    assertThat(check.of(List.of(volume("office", "[n1]"))))
        .containsExactly(Trouble.of(Kind.VOLUME, "v", "office/data", "n1"));
    assertThat(
            check.of(
                List.of(
                    volume("office", "[n1, always-on]"),
                    volume("monitoring", "[n1]"),
                    Planted.object(PersistentVolume.class, "metadata: {name: free}\nspec: {}"))))
        .isEmpty();
  }

  @Test
  void aClusterAutoscalerIsToldOfNodesThatItMayTakeAway() {
    var images =
        PodImage.of(pod("kube-system", "{name: s, image: \"x/cluster-autoscaler:1\"}", "{}"))
            .toList();
    var check = new AutoscalerCheck(Planted.town());
    String marked = "annotations: {cluster-autoscaler.kubernetes.io/scale-down-disabled: \"true\"}";

    assertThat(check.of(images, Set.of(), NODES))
        .containsExactly(Trouble.of(Kind.CLUSTER_AUTOSCALER, "kube-system/p", "n1, n2"));
    assertThat(check.of(images, Set.of(), List.of(node("n1", marked), node("n3", "")))).isEmpty();
    assertThat(check.of(List.of(), Set.of(), NODES)).isEmpty();
  }

  @Test
  void karpenterIsToldOfItsNodesAlone() {
    var check = new AutoscalerCheck(Planted.town());
    var karpenters = node("n2", "labels: {karpenter.sh/nodepool: default}");
    var marked =
        node(
            "n1",
            "labels: {karpenter.sh/nodepool: d}, annotations: {karpenter.sh/do-not-disrupt: \"true\"}");

    assertThat(check.of(List.of(), Set.of("nodepools.karpenter.sh"), List.of(marked, karpenters)))
        .containsExactly(Trouble.of(Kind.KARPENTER, "n2"));
    assertThat(check.of(List.of(), Set.of("nodepools.karpenter.sh"), NODES)).isEmpty();
    assertThat(check.of(List.of(), Set.of(), List.of(karpenters))).isEmpty();
  }

  private static Node node(String name, String more) {
    return Planted.object(Node.class, "metadata: {name: %s, %s}".formatted(name, more));
  }

  private static Pod pod(String namespace, String container, String state) {
    String name = container.substring(7, 8);
    return Planted.object(
        Pod.class,
        """
        metadata: {namespace: %s, name: p}
        spec: {containers: [%s]}
        status: {containerStatuses: [{name: %s, state: %s}]}
        """
            .formatted(namespace, container, name, state));
  }

  private static PersistentVolume volume(String namespace, String nodes) {
    return Planted.object(
        PersistentVolume.class,
        """
        metadata: {name: v}
        spec:
          claimRef: {namespace: %s, name: data}
          nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [
            {key: kubernetes.io/hostname, operator: In, values: %s}]}]}}
        """
            .formatted(namespace, nodes));
  }
}
