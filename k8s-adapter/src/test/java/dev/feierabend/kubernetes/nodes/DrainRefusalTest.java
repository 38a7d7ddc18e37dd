package dev.feierabend.kubernetes.nodes;

import static dev.feierabend.kubernetes.Pods.bare;
import static dev.feierabend.kubernetes.Pods.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainRefusalTest {
  private static final Pod MAIL = running("mail-1", "n1", "ReplicaSet");
  private static final Pod FILES = running("files-0", "n1", "StatefulSet");

  @TempDir Path folder;

  @Test
  void whatTheServerForbidsIsRefusedAndTheOthersAreAskedStill() {
    Function<Asked, Says> forbids =
        asked ->
            asked.path().contains("mail-1") ? Says.no(403, "not you") : Says.no(201, "evicted");
    try (var server = Drained.cluster(true, forbids, MAIL, FILES)) {
      assertThat(Drained.drain(server, folder))
          .isEqualTo(new Answer.Refused("eviction of office/mail-1: 403, not you"));
      assertThat(server.writes()).hasSize(2);
    }
  }

  @Test
  void nothingIsEvictedFromANodeWithAPodThatWouldBeLost() {
    try (var server =
        Drained.cluster(true, _ -> Says.no(201, "evicted"), MAIL, bare("by-hand", "n1"), FILES)) {
      assertThat(Drained.drain(server, folder))
          .isEqualTo(
              new Answer.Refused(
                  "drain of node n1: pod office/by-hand has no controller and would not come"
                      + " back"));
      assertThat(server.writes()).isEmpty();
    }
  }

  @Test
  void aNodeThatTakesWorkIsNotEmptied() {
    try (var server = Drained.cluster(false, _ -> Says.no(201, "evicted"), MAIL)) {
      assertThat(Drained.drain(server, folder))
          .isEqualTo(
              new Answer.Refused(
                  "Expected node n1 to be cordoned before it is emptied, but it takes work"));
      assertThat(server.writes()).isEmpty();
    }
  }

  @Test
  void aMachineThatIsNoNodeIsRefused() {
    try (var server = Drained.cluster(true, _ -> Says.no(201, "evicted"));
        var client = server.client(folder)) {
      var hosts = new KubernetesHosts(client, _ -> Optional.empty(), InstantSource.system());

      assertThat(hosts.cordon(Drained.HOST, Drained.DRAIN)).isInstanceOf(Answer.Refused.class);
      assertThat(hosts.drain(Drained.HOST, List.of(), Drained.DRAIN))
          .isInstanceOf(Answer.Refused.class);
      assertThat(hosts.admit(Drained.HOST, Drained.DRAIN)).isInstanceOf(Answer.Refused.class);
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void aServerOutOfOrderIsUnknown() {
    try (var server = Drained.cluster(true, _ -> Says.no(503, "busy"), MAIL)) {
      assertThat(Drained.drain(server, folder)).isInstanceOf(Answer.Unknown.class);
    }
  }
}
