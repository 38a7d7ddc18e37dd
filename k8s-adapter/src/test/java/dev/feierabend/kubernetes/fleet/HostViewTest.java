package dev.feierabend.kubernetes.fleet;

import static dev.feierabend.kubernetes.Pods.running;
import static dev.feierabend.kubernetes.Pods.terminating;
import static dev.feierabend.kubernetes.fleet.Towns.FIRST;
import static dev.feierabend.kubernetes.fleet.Towns.UNCONTROLLED;
import static dev.feierabend.kubernetes.fleet.Towns.node;
import static dev.feierabend.kubernetes.fleet.Towns.unready;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.fleet.Host;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HostViewTest {
  private static final Instant SEEN = Instant.parse("2026-03-02T19:00:00Z");

  @Test
  void aHostIsWhatItsDocumentItsNodeAndItsControllerSay() {
    FleetPort.Host host = view(node("n1")).at(SEEN, Power.ON, Optional.empty());

    assertThat(host.id()).isEqualTo(FIRST);
    assertThat(host.name()).isEqualTo("one");
    assertThat(host.pool()).isEqualTo(new PoolId("machines"));
    assertThat(host.capacity()).isEqualTo(new Resources(8, 16384));
    assertThat(host.energy().boot()).isEqualTo(Duration.ofMinutes(4));
    assertThat(host.energy().curve().at(1).value()).isEqualTo(300);
    assertThat(host.power()).isEqualTo(Power.ON);
    assertThat(host.inService()).isTrue();
    assertThat(host.protection()).isEmpty();
    assertThat(host.occupied()).isFalse();
    assertThat(host.seen()).isEqualTo(SEEN);
  }

  @Test
  void onlyReadyTrueIsReady() {
    assertThat(view(unready(node("n1"))).at(SEEN, Power.OFF, Optional.empty()).ready()).isFalse();
    assertThat(view(new NodeBuilder(node("n1")).withStatus(null).build()).ready()).isFalse();
  }

  @Test
  void aCordonIsSeen() {
    Node cordoned =
        new NodeBuilder(node("n1")).editSpec().withUnschedulable(true).endSpec().build();

    assertThat(view(cordoned).at(SEEN, Power.ON, Optional.empty()).cordoned()).isTrue();
  }

  @Test
  void aHostWithoutANodeIsThereButTakesNoWork() {
    FleetPort.Host host =
        new HostView(document(FIRST), Optional.empty(), List.of())
            .at(SEEN, Power.OFF, Optional.empty());

    assertThat(host.ready()).isFalse();
    assertThat(host.power()).isEqualTo(Power.OFF);
    assertThat(host.capacity()).isEqualTo(new Resources(8, 16384));
  }

  @Test
  void aHostThatNobodyCanSwitchIsOnWhereItsNodeIsReady() {
    Host uncontrolled = document(UNCONTROLLED);
    var ready = new HostView(uncontrolled, Optional.of(node("n3")), List.of());
    var silent = new HostView(uncontrolled, Optional.of(unready(node("n3"))), List.of());

    assertThat(ready.at(SEEN, Power.UNKNOWN, Optional.empty()).power()).isEqualTo(Power.ON);
    assertThat(silent.at(SEEN, Power.UNKNOWN, Optional.empty()).power()).isEqualTo(Power.UNKNOWN);
  }

  @Test
  void theSmallerOfDocumentAndAllocatableCounts() {
    Node reserved =
        new NodeBuilder(node("n1"))
            .editStatus()
            .withAllocatable(Map.of("cpu", new Quantity("7500m"), "memory", new Quantity("64Gi")))
            .endStatus()
            .build();

    assertThat(view(reserved).at(SEEN, Power.ON, Optional.empty()).capacity())
        .isEqualTo(new Resources(7.5, 16384));
  }

  @Test
  void whatWouldBeLostWithTheNodeOccupiesIt() {
    Pod mail = running("mail-1", "n1", "ReplicaSet");

    assertThat(view(node("n1"), mail).at(SEEN, Power.ON, Optional.empty()).occupied()).isTrue();
    assertThat(
            view(node("n1"), running("log-1", "n1", "DaemonSet"))
                .at(SEEN, Power.ON, Optional.empty())
                .occupied())
        .isFalse();
  }

  @Test
  void aPodOnItsWayOutOccupiesItsNodeUntilTheMachineIsKnownToBeOff() {
    Pod going = terminating(running("mail-1", "n1", "ReplicaSet"));
    HostView silent = view(unready(node("n1")), going);

    assertThat(view(node("n1"), going).at(SEEN, Power.ON, Optional.empty()).occupied()).isTrue();
    assertThat(silent.at(SEEN, Power.ON, Optional.empty()).occupied()).isTrue();
    assertThat(silent.at(SEEN, Power.UNKNOWN, Optional.empty()).occupied()).isTrue();
    assertThat(silent.at(SEEN, Power.OFF, Optional.empty()).occupied()).isFalse();
  }

  @Test
  void ourTaintAloneKeepsWorkAwayToo() {
    Node tainted =
        new NodeBuilder(node("n1"))
            .editSpec()
            .addNewTaint("NoSchedule", "feierabend.dev/sleeping", null, null)
            .endSpec()
            .build();

    assertThat(view(tainted).at(SEEN, Power.ON, Optional.empty()).cordoned()).isTrue();
  }

  private static HostView view(Node node, Pod... pods) {
    return new HostView(document(FIRST), Optional.of(node), List.of(pods));
  }

  private static Host document(MachineId id) {
    return Towns.fleet().hosts().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
