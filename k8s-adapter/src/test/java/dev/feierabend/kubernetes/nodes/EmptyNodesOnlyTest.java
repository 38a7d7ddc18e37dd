package dev.feierabend.kubernetes.nodes;

import static dev.feierabend.kubernetes.Pods.bare;
import static dev.feierabend.kubernetes.Pods.inPhase;
import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.Pods.terminating;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.kubernetes.FakeApiServer;
import dev.feierabend.kubernetes.FakeApiServer.Says;
import dev.feierabend.policies.terms.MachineId;
import io.fabric8.kubernetes.api.model.Pod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmptyNodesOnlyTest {
  private static final Pod MAIL = running("mail-1", "n1", "ReplicaSet");

  @TempDir Path folder;
  private final Switch real = new Switch();

  @Test
  void anEmptyCordonedNodeIsSwitchedOff() {
    Pod daemon = running("log-1", "n1", "DaemonSet");
    Pod finished = inPhase(bare("import", "n1"), "Succeeded");

    assertThat(off(true, daemon, finished)).isEqualTo(Answer.DONE);
    assertThat(real.asked).containsExactly("off");
  }

  @Test
  void whatCameOntoItMeanwhileKeepsItOn() {
    assertThat(off(true, MAIL, terminating(running("files-0", "n1", "StatefulSet"))))
        .isEqualTo(
            new Answer.NotYet(
                "Expected node n1 to be empty before it is switched off, but found office/mail-1, office/files-0"));
    assertThat(real.asked).isEmpty();
  }

  @Test
  void aNodeThatTakesWorkAgainStaysOn() {
    assertThat(off(false))
        .isEqualTo(
            new Answer.Refused(
                "Expected node n1 to be cordoned before it is switched off, but it takes work"));
    assertThat(real.asked).isEmpty();
  }

  @Test
  void aServerThatDoesNotSayWhatRunsThereKeepsItOn() {
    try (var server = new FakeApiServer(_ -> Says.no(503, "busy"))) {
      assertThat(off(server, Optional.of("n1"))).isInstanceOf(Answer.Unknown.class);
      assertThat(real.asked).isEmpty();
    }
  }

  @Test
  void aMachineThatIsNoNodeIsSwitchedOffAndOneThatIsOffIsLeft() {
    try (var server = new FakeApiServer(_ -> Says.no(503, "busy"))) {
      assertThat(off(server, Optional.empty())).isEqualTo(Answer.DONE);
      assertThat(off(server, Optional.of("n1"))).isEqualTo(Answer.DONE);
      assertThat(real.asked).containsExactly("off");
      assertThat(server.asked()).isEmpty();
    }
  }

  private Answer off(boolean cordoned, Pod... pods) {
    try (var server = Drained.cluster(cordoned, _ -> Says.no(500, "not asked for"), pods)) {
      return off(server, Optional.of("n1"));
    }
  }

  private Answer off(FakeApiServer server, Optional<String> node) {
    try (var client = server.client(folder)) {
      return new EmptyNodesOnly(client, _ -> node, real).softOff(Drained.HOST);
    }
  }

  /// A controller of one machine.
  private static final class Switch implements PowerController {
    private final List<String> asked = new ArrayList<>();

    @Override
    public Power state(MachineId machine) {
      return asked.contains("off") ? Power.OFF : Power.ON;
    }

    @Override
    public Answer on(MachineId machine) {
      asked.add("on");
      return Answer.DONE;
    }

    @Override
    public Answer softOff(MachineId machine) {
      asked.add("off");
      return Answer.DONE;
    }
  }
}
