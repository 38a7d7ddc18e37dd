package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.annotated;
import static dev.feierabend.kubernetes.Pods.onDisk;
import static dev.feierabend.kubernetes.Pods.running;
import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(Ties.NONE.tie(MAIL)).isFalse();
  }

  @Test
  void aNodesDiskTies() {
    assertThat(Ties.NONE.tie(onDisk(MAIL, "spool"))).isTrue();
  }

  @Test
  void anAnnotationTies() {
    var name = "cluster-autoscaler.kubernetes.io/safe-to-evict";

    assertThat(Ties.NONE.tie(annotated(MAIL, name, "false"))).isTrue();
    assertThat(Ties.NONE.tie(annotated(MAIL, name, "true"))).isFalse();
  }

  @Test
  void aClaimOnALocalVolumeTiesAClaimOnANetworkVolumeDoesNot() {
    var local = Ties.of(List.of(), List.of(claim("office")), List.of(volume(true)));
    var network = Ties.of(List.of(), List.of(claim("office")), List.of(volume(false)));

    assertThat(local.tie(claiming("data"))).isTrue();
    assertThat(network.tie(claiming("data"))).isFalse();
    assertThat(local.tie(claiming("other"))).isFalse();
    assertThat(
            Ties.of(List.of(), List.of(claim("school")), List.of(volume(true)))
                .tie(claiming("data")))
        .isFalse();
  }

  @Test
  void aBudgetThatNeverAllowsADisruptionTiesWhatItGuards() {
    var never = Ties.of(List.of(budget("office", 3, 3)), List.of(), List.of());

    assertThat(never.tie(MAIL)).isTrue();
    assertThat(never.tie(running("files-0", "n1", "StatefulSet"))).isFalse();
  }

  @Test
  void aBudgetWithRoomIsAMatterForTheEviction() {
    assertThat(Ties.of(List.of(budget("office", 2, 3)), List.of(), List.of()).tie(MAIL)).isFalse();
    assertThat(Ties.of(List.of(budget("office", 0, 0)), List.of(), List.of()).tie(MAIL)).isFalse();
    assertThat(Ties.of(List.of(budget("school", 3, 3)), List.of(), List.of()).tie(MAIL)).isFalse();
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
