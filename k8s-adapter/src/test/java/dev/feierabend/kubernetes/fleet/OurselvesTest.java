package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Pod;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OurselvesTest {
  private static final Pod MEMBER = running("mongo-0", "n1", "StatefulSet");

  @Test
  void aPodIsTheStoresWhereItsAddressNamesItOrItsService() {
    for (String host :
        new String[] {
          "mongo-0",
          "mongo",
          "mongo.office",
          "mongo.office.svc",
          "mongo.office.svc.cluster.local",
          "mongo-0.mongo.office",
          "mongo-0.mongo.office.svc.cluster.local"
        }) {
      assertThat(stored(host)).as(host).isTrue();
    }
  }

  @Test
  void noOtherPodIs() {
    for (String host :
        new String[] {
          "mongo-1.mongo.office.svc",
          "mongo.school.svc",
          "mongo-0.mongo.school.svc",
          "mon",
          "db.example.org",
          "10.0.0.7"
        }) {
      assertThat(stored(host)).as(host).isFalse();
    }
    assertThat(Ourselves.ELSEWHERE.isStore(MEMBER)).isFalse();
    assertThat(Ourselves.ELSEWHERE.is(MEMBER)).isFalse();
  }

  private static boolean stored(String host) {
    return new Ourselves(Optional.empty(), Optional.of("office"), Set.of(host)).isStore(MEMBER);
  }
}
