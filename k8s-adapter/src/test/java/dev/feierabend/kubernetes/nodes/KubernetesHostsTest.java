package dev.feierabend.kubernetes.nodes;

import static dev.feierabend.kubernetes.Pods.running;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.kubernetes.FakeApiServer.Asked;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KubernetesHostsTest {
  private static final Pod MAIL = running("mail-1", "n1", "ReplicaSet");
  private static final Pod FILES = running("files-0", "n1", "StatefulSet");
  private static final Pod LOG = running("log-1", "n1", "DaemonSet");

  @TempDir Path folder;

  @Test
  void drainEvictsWhatHoldsTheNodeAndNothingElse() {
    try (var server = Drained.cluster(true, _ -> Says.no(201, "evicted"), MAIL, FILES, LOG)) {
      assertThat(Drained.drain(server, folder)).isEqualTo(Answer.DONE);

      assertThat(server.asked())
          .extracting(Asked::path)
          .contains("/api/v1/pods?fieldSelector=spec.nodeName%3Dn1");
      assertThat(server.writes())
          .extracting(Asked::toString)
          .containsExactly(
              "POST /api/v1/namespaces/office/pods/mail-1/eviction",
              "POST /api/v1/namespaces/office/pods/files-0/eviction");
    }
  }

  @Test
  void anEvictionIsForThatVeryPod() {
    try (var server = Drained.cluster(true, _ -> Says.no(201, "evicted"), MAIL)) {
      Drained.drain(server, folder);

      assertThat(server.writes().getFirst().body())
          .contains("\"kind\":\"Eviction\"", "\"apiVersion\":\"policy/v1\"")
          .contains("\"preconditions\":{\"uid\":\"uid-of-mail-1\"}");
    }
  }

  @Test
  void aBudgetThatAllowsNothingNowIsWaitedForAndTheOthersGo() {
    Function<Asked, Says> budget =
        asked ->
            asked.path().contains("mail-1")
                ? Says.no(429, "would violate the pod's disruption budget")
                : Says.no(201, "evicted");
    try (var server = Drained.cluster(true, budget, MAIL, FILES)) {
      assertThat(Drained.drain(server, folder)).isEqualTo(Answer.DONE);
      assertThat(server.writes()).hasSize(2);
    }
  }

  @Test
  void aPodThatIsGoneOrAnotherByNowIsNothingToReport() {
    Function<Asked, Says> gone = asked -> Says.no(asked.path().contains("mail") ? 404 : 409, "no");
    try (var server = Drained.cluster(true, gone, MAIL, FILES)) {
      assertThat(Drained.drain(server, folder)).isEqualTo(Answer.DONE);
    }
  }
}
