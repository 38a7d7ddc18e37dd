package dev.feierabend.kubernetes.nodes;

import static dev.feierabend.kubernetes.Pods.annotated;
import static dev.feierabend.kubernetes.Pods.bare;
import static dev.feierabend.kubernetes.Pods.inPhase;
import static dev.feierabend.kubernetes.Pods.onDisk;
import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.Pods.terminating;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.nodes.Eviction.Forbidden;
import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.Test;

class EvictionTest {
  private static final Pod MAIL = running("mail-1", "n1", "ReplicaSet");

  @Test
  void whatItsControllerStartsElsewhereIsEvicted() {
    assertThat(Eviction.of(MAIL)).isEqualTo(Eviction.POSSIBLE);
    assertThat(Eviction.holds(MAIL)).isTrue();
  }

  @Test
  void whatBelongsToTheNodeItselfNeitherHoldsItNorGoes() {
    Pod daemon = running("log-1", "n1", "DaemonSet");
    Pod mirror = annotated(bare("etcd-n1", "n1"), "kubernetes.io/config.mirror", "x");

    assertThat(Eviction.of(daemon)).isEqualTo(Eviction.NOT_NEEDED);
    assertThat(Eviction.of(mirror)).isEqualTo(Eviction.NOT_NEEDED);
    assertThat(Eviction.holds(daemon)).isFalse();
    assertThat(Eviction.holds(mirror)).isFalse();
  }

  @Test
  void whatIsFinishedNeitherHoldsTheNodeNorGoes() {
    assertThat(Eviction.of(inPhase(bare("job-1", "n1"), "Succeeded")))
        .isEqualTo(Eviction.NOT_NEEDED);
    assertThat(Eviction.holds(inPhase(MAIL, "Failed"))).isFalse();
  }

  @Test
  void whatIsOnItsWayOutHoldsTheNodeButIsNotAskedAgain() {
    assertThat(Eviction.of(terminating(MAIL))).isEqualTo(Eviction.NOT_NEEDED);
    assertThat(Eviction.holds(terminating(MAIL))).isTrue();
  }

  @Test
  void whatWouldNotComeBackIsNotEvicted() {
    assertThat(Eviction.of(bare("by-hand", "n1")))
        .isEqualTo(new Forbidden("pod office/by-hand has no controller and would not come back"));
  }

  @Test
  void itsOwnerMaySayThatItMayGoAllTheSame() {
    var all = "cluster-autoscaler.kubernetes.io/safe-to-evict";
    var volumes = "cluster-autoscaler.kubernetes.io/safe-to-evict-local-volumes";

    assertThat(Eviction.of(annotated(bare("by-hand", "n1"), all, "true")))
        .isEqualTo(Eviction.POSSIBLE);
    assertThat(Eviction.of(annotated(onDisk(MAIL, "spool"), all, "true")))
        .isEqualTo(Eviction.POSSIBLE);
    assertThat(Eviction.of(annotated(onDisk(MAIL, "spool"), volumes, "cache,spool")))
        .isEqualTo(Eviction.POSSIBLE);
    assertThat(Eviction.of(annotated(onDisk(MAIL, "data"), volumes, "cache,spool")))
        .isInstanceOf(Forbidden.class);
  }

  @Test
  void whatIsTiedToItsNodeIsNotEvicted() {
    assertThat(Eviction.of(onDisk(MAIL, "spool")))
        .isEqualTo(new Forbidden("pod office/mail-1 uses its node's disk as volume spool"));
    assertThat(
            Eviction.of(annotated(MAIL, "cluster-autoscaler.kubernetes.io/safe-to-evict", "false")))
        .isEqualTo(new Forbidden("pod office/mail-1 is annotated as not safe to evict"));
  }
}
