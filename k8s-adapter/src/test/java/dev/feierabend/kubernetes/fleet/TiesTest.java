package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.annotated;
import static dev.feierabend.kubernetes.Pods.onDisk;
import static dev.feierabend.kubernetes.Pods.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.Reason.Tie;
import io.fabric8.kubernetes.api.model.PersistentVolume;
import io.fabric8.kubernetes.api.model.PersistentVolumeBuilder;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudgetBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;

class TiesTest {
  private static final Pod MAIL = Towns.of("mail", running("mail-1", "n1", "ReplicaSet"));

  @Test
  void anOrdinaryPodIsNotTied() {
    assertThat(Ties.NONE.tie(List.of(MAIL), 1)).isFalse();
  }

  @Test
  void aNodesDiskTies() {
    assertThat(Ties.NONE.tie(List.of(onDisk(MAIL, "spool")), 1)).isTrue();
  }

  @Test
  void anAnnotationTies() {
    var name = "cluster-autoscaler.kubernetes.io/safe-to-evict";

    assertThat(Ties.NONE.tie(List.of(annotated(MAIL, name, "false")), 1)).isTrue();
    assertThat(Ties.NONE.tie(List.of(annotated(MAIL, name, "true")), 1)).isFalse();
  }

  @Test
  void aClaimOnALocalVolumeTiesAClaimOnANetworkVolumeDoesNot() {
    var local = Ties.of(List.of(), List.of(claim("office")), List.of(volume(true)));
    var network = Ties.of(List.of(), List.of(claim("office")), List.of(volume(false)));

    assertThat(local.tie(List.of(claiming("data")), 1)).isTrue();
    assertThat(network.tie(List.of(claiming("data")), 1)).isFalse();
    assertThat(local.tie(List.of(claiming("other")), 1)).isFalse();
    assertThat(
            Ties.of(List.of(), List.of(claim("school")), List.of(volume(true)))
                .tie(List.of(claiming("data")), 1))
        .isFalse();
  }

  @Test
  void aBudgetThatNeverAllowsADisruptionTiesWhatItGuards() {
    var never = Ties.of(List.of(budget("office", 3, 3)), List.of(), List.of());

    assertThat(never.tie(List.of(MAIL), 1)).isTrue();
    assertThat(never.tie(List.of(running("files-0", "n1", "StatefulSet")), 1)).isFalse();
  }

  @Test
  void aBudgetWithRoomIsAMatterForTheEviction() {
    assertThat(Ties.of(List.of(budget("office", 2, 3)), List.of(), List.of()).tie(List.of(MAIL), 1))
        .isFalse();
    assertThat(Ties.of(List.of(budget("office", 0, 0)), List.of(), List.of()).tie(List.of(MAIL), 1))
        .isFalse();
    assertThat(Ties.of(List.of(budget("school", 3, 3)), List.of(), List.of()).tie(List.of(MAIL), 1))
        .isFalse();
  }

  /// Until its successor is there, the budget expects one pod less.
  @Test
  void thatOneOfTwoWasEvictedTiesTheOtherNoMore() {
    var oneOfTwo = Ties.of(List.of(budget("office", 1, 1)), List.of(), List.of());

    assertThat(oneOfTwo.tie(List.of(MAIL), 2)).isFalse();
    assertThat(oneOfTwo.tie(List.of(MAIL), 1)).isTrue();
  }

  /// The first among several, which alone writes.
  @Test
  void aBudgetForOneOfManyIsNoBudgetForAll() {
    var first = Ties.of(List.of(budget("office", 1, 1)), List.of(), List.of());
    var other = Towns.of("files", running("files-0", "n2", "StatefulSet"));

    assertThat(first.tie(List.of(MAIL, other), 2)).isTrue();
  }

  /// The API server evicts no pod under two budgets, whatever they allow.
  @Test
  void twoBudgetsTieWhatBothGuard() {
    var free = budget("office", 1, 3);
    var elsewhere = budget("school", 1, 3);
    var files = Towns.of("files", running("files-0", "n1", "StatefulSet"));

    var twice = Ties.of(List.of(free, free), List.of(), List.of());
    assertThat(twice.tie(List.of(MAIL), 3)).isTrue();
    assertThat(twice.of(MAIL)).contains(Tie.BUDGET);
    assertThat(twice.spares(MAIL)).isFalse();
    assertThat(twice.tie(List.of(files), 3)).isFalse();
    assertThat(twice.of(files)).isEmpty();
    assertThat(Ties.of(List.of(free, elsewhere), List.of(), List.of()).tie(List.of(MAIL), 3))
        .isFalse();
  }

  private static PodDisruptionBudget budget(String namespace, int desired, int expected) {
    return new PodDisruptionBudgetBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName("keep")
        .endMetadata()
        .withNewSpec()
        .withNewSelector()
        .addToMatchLabels("app", "mail")
        .endSelector()
        .endSpec()
        .withNewStatus()
        .withDesiredHealthy(desired)
        .withExpectedPods(expected)
        .endStatus()
        .build();
  }

  private static Pod claiming(String claim) {
    return new PodBuilder(MAIL)
        .editSpec()
        .addNewVolume()
        .withName("data")
        .withNewPersistentVolumeClaim(claim, false)
        .endVolume()
        .endSpec()
        .build();
  }

  private static PersistentVolumeClaim claim(String namespace) {
    return new PersistentVolumeClaimBuilder()
        .withNewMetadata()
        .withNamespace(namespace)
        .withName("data")
        .endMetadata()
        .withNewSpec()
        .withVolumeName("pv-1")
        .endSpec()
        .build();
  }

  private static PersistentVolume volume(boolean local) {
    var volume =
        new PersistentVolumeBuilder()
            .withNewMetadata()
            .withName("pv-1")
            .endMetadata()
            .withNewSpec()
            .endSpec();
    return (local
            ? volume.editSpec().withNewLocal("ext4", "/disk").endSpec()
            : volume.editSpec().withNewNfs("/share", false, "nas").endSpec())
        .build();
  }
}
