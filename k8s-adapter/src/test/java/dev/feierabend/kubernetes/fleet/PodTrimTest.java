package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.annotated;
import static dev.feierabend.kubernetes.Pods.onDisk;
import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.Pods.terminating;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.nodes.Eviction;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PodTrimTest {
  private static final Pod FULL =
      new PodBuilder(Towns.of("mail", running("mail-1", "n1", "ReplicaSet")))
          .editMetadata()
          .withManagedFields(new ManagedFieldsEntry())
          .addToAnnotations("example.org/notes", "long")
          .addToAnnotations(Eviction.SAFE, "false")
          .endMetadata()
          .editSpec()
          .addNewContainer()
          .withName("mail")
          .withImage("example.org/mail")
          .addNewEnv()
          .withName("PASSWORD")
          .withValue("hidden")
          .endEnv()
          .withNewResources()
          .addToRequests("cpu", new Quantity("250m"))
          .endResources()
          .endContainer()
          .addNewVolume()
          .withName("settings")
          .withNewConfigMap()
          .withName("settings")
          .endConfigMap()
          .endVolume()
          .addNewVolume()
          .withName("data")
          .withNewPersistentVolumeClaim("data", false)
          .endVolume()
          .endSpec()
          .build();

  private final PodTrim trim = new PodTrim();

  @Test
  void whatItAsksForWhereItIsAndWhatKeepsItThereIsLeft() {
    Pod trimmed = trim.apply(FULL);

    assertThat(Needs.of(trimmed.getSpec())).isEqualTo(Needs.of(FULL.getSpec()));
    assertThat(trimmed.getSpec().getNodeName()).isEqualTo("n1");
    assertThat(trimmed.getSpec().getVolumes())
        .singleElement()
        .satisfies(
            it -> assertThat(it.getPersistentVolumeClaim().getClaimName()).isEqualTo("data"));
    assertThat(trimmed.getMetadata().getAnnotations()).containsOnlyKeys(Eviction.SAFE);
    assertThat(trimmed.getMetadata().getLabels()).isEqualTo(FULL.getMetadata().getLabels());
    assertThat(Eviction.controller(trimmed)).isEqualTo(Eviction.controller(FULL));
  }

  @Test
  void nothingElseIs() {
    Pod trimmed = trim.apply(FULL);

    assertThat(trimmed.getMetadata().getManagedFields()).isEmpty();
    assertThat(trimmed.toString()).doesNotContain("hidden", "example.org", "settings");
  }

  @ParameterizedTest
  @MethodSource("pods")
  void itsEvictionIsJudgedTheSame(Pod pod) {
    assertThat(Eviction.of(trim.apply(pod))).isEqualTo(Eviction.of(pod));
    assertThat(Ties.NONE.tie(List.of(trim.apply(pod)), 1))
        .isEqualTo(Ties.NONE.tie(List.of(pod), 1));
  }

  static List<Pod> pods() {
    Pod plain = running("mail-1", "n1", "ReplicaSet");
    return List.of(
        plain,
        FULL,
        running("log-1", "n1", "DaemonSet"),
        onDisk(plain, "spool"),
        terminating(plain),
        annotated(plain, Eviction.MIRROR, "x"),
        new PodBuilder(plain).editStatus().withPhase("Succeeded").endStatus().build(),
        new PodBuilder(plain).editMetadata().withOwnerReferences().endMetadata().build(),
        new PodBuilder(plain).withStatus(null).build());
  }

  @Test
  void replicasShareWhatTheySayAlike() {
    Pod first = trim.apply(new PodBuilder(FULL).build());
    Pod second =
        trim.apply(new PodBuilder(FULL).editMetadata().withName("mail-2").endMetadata().build());

    assertThat(second.getSpec()).isSameAs(first.getSpec());
    assertThat(second.getStatus()).isSameAs(first.getStatus());
    assertThat(second.getMetadata().getLabels()).isSameAs(first.getMetadata().getLabels());
    assertThat(second.getMetadata().getName()).isEqualTo("mail-2");
  }
}
