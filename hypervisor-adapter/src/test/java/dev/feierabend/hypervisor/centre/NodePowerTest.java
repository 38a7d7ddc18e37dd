package dev.feierabend.hypervisor.centre;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Nodes of a cluster that are guests of a hypervisor: one by the document, one that it only shows,
/// and one of iron.
class NodePowerTest {
  private static final MachineId FIRST = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final MachineId SECOND = MachineId.of("00000000-0000-0000-0000-000000000002");
  private static final MachineId NODE = MachineId.of("00000000-0000-0000-0000-000000000021");
  private static final MachineId SHOWN = MachineId.of("00000000-0000-0000-0000-000000000022");
  private static final MachineId IRON = MachineId.of("00000000-0000-0000-0000-000000000023");

  private static final String DOCUMENT =
      """
      apiVersion: feierabend.dev/v1
      kind: Fleet
      metadata: {name: nord}
      spec:
        clusters: [{name: west, credentials: west.kubeconfig}]
        controllers:
          - {name: hall, kind: vsphere, url: "https://vcenter.example", credentials: vcenter}
        pools:
          - {id: machines, hypervisor: hall}
          - {id: nodes, cluster: west}
        hosts:
      """
          + host(1, "esx-1", "machines", ", controller: hall")
          + host(2, "esx-2", "machines", ", controller: hall")
          + host(21, "n1", "nodes", ", controller: hall")
          + host(22, "n2", "nodes", "")
          + host(23, "n3", "nodes", "");

  private final PlayedHypervisor hypervisor = new PlayedHypervisor();
  private final Set<MachineId> tookAway = new HashSet<>();
  private Instant now = PlayedHypervisor.NOW;
  private final Centre centre = centre(document());
  private final CentreFleet fleet = new CentreFleet(centre);
  private final CentreEffects effects =
      CentreEffects.of(centre, Patience.of(Duration.ofMinutes(5)));

  NodePowerTest() {
    hypervisor.host(FIRST, 64 * 1024L);
    hypervisor.host(SECOND, 64 * 1024L);
    hypervisor.guest(NODE, FIRST, Power.ON);
    hypervisor.guest(SHOWN, FIRST, Power.ON);
  }

  @Test
  void aNodeIsAGuestThatNobodyAgreedAboutAndCanMove() {
    Snapshot seen = fleet.observe();

    assertThat(seen.workloads()).extracting(Workload::name).containsExactly("n1", "n2");
    assertThat(seen.workloads()).allMatch(it -> it.tenant().value().equals("operator"));
    assertThat(seen.hosts()).allMatch(host -> host.protection().isEmpty());
  }

  @Test
  void offIsTheShutdownOfTheGuest() {
    assertThat(effects.nodes().state(NODE)).isEqualTo(Power.ON);
    assertThat(effects.nodes().softOff(NODE)).isEqualTo(Answer.DONE);

    now = now.plusSeconds(1);
    assertThat(effects.nodes().state(NODE)).isEqualTo(Power.OFF);
    assertThat(hypervisor.asked).containsExactly("shutdown 21 STAYS_ON");
  }

  @Test
  void itStartsWhereItLiesOnceThatServes() {
    hypervisor.guest(NODE, SECOND, Power.OFF);

    assertThat(effects.nodes().on(NODE)).isEqualTo(Answer.DONE);
    assertThat(hypervisor.guests.get(NODE).on()).contains(SECOND);
    assertThat(hypervisor.guests.get(NODE).power()).isEqualTo(Power.ON);
  }

  @Test
  void whereThatSleepsItIsLaidWhereThereIsRoom() {
    hypervisor.guest(NODE, SECOND, Power.OFF);
    hypervisor.become(SECOND, Power.OFF, false, false);

    assertThat(effects.nodes().on(NODE)).isEqualTo(Answer.DONE);
    assertThat(hypervisor.guests.get(NODE).on()).contains(FIRST);
  }

  @Test
  void whereNothingServesItWaits() {
    hypervisor.guest(NODE, SECOND, Power.OFF);
    hypervisor.become(SECOND, Power.OFF, false, false);
    tookAway.add(FIRST);

    assertThat(effects.nodes().on(NODE)).isInstanceOf(Answer.NotYet.class);
    assertThat(hypervisor.guests.get(NODE).power()).isEqualTo(Power.OFF);
  }

  @Test
  void onlyWhatTheDocumentSaysIsSwitched() {
    assertThat(effects.nodes().offer(NODE).includes(PowerCapability.SOFT_OFF)).isTrue();
    for (MachineId other : Set.of(SHOWN, IRON, FIRST)) {
      assertThat(effects.nodes().offer(other).includes(PowerCapability.SOFT_OFF)).isFalse();
      assertThat(effects.nodes().softOff(other)).isInstanceOf(Answer.Refused.class);
      assertThat(effects.nodes().on(other)).isInstanceOf(Answer.Refused.class);
      assertThat(effects.nodes().state(other)).isEqualTo(Power.UNKNOWN);
    }
  }

  @Test
  void asAWorkloadItIsNeverPutToSleep() {
    Answer answer =
        effects
            .guests()
            .sleep(new Step.Sleep(GuestNames.workload(NODE), 0), new ActionId("plan#1"));

    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(hypervisor.guests.get(NODE).power()).isEqualTo(Power.ON);
  }

  @Test
  void whatIsNotSeenIsUnknown() {
    hypervisor.away = true;

    assertThat(effects.nodes().state(NODE)).isEqualTo(Power.UNKNOWN);
    assertThat(effects.nodes().on(NODE)).isInstanceOf(Answer.Unknown.class);
  }

  /// Else each node would wait for one of its own.
  @Test
  void aLookThatTakesLongShowsAllNodes() {
    var looks = new AtomicInteger();
    hypervisor.looking =
        () -> {
          looks.incrementAndGet();
          now = now.plusSeconds(20);
        };

    assertThat(effects.nodes().state(NODE)).isEqualTo(Power.ON);
    assertThat(effects.nodes().state(NODE)).isEqualTo(Power.ON);

    assertThat(looks).hasValue(1);
  }

  private Centre centre(Fleet document) {
    Fleet part = document.in(Optional.of("hall"));
    return new Centre(
        "hall",
        part,
        hypervisor,
        hypervisor,
        new Cordons(tookAway::contains),
        Listing.of(part, Nodes.of(document, "hall")),
        () -> now);
  }

  private static Fleet document() {
    return switch (FleetParser.parse("fleet.yaml", DOCUMENT.getBytes(UTF_8))) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults.toString());
    };
  }

  private static String host(int number, String name, String pool, String controller) {
    return """
      - {uuid: 00000000-0000-0000-0000-0000000000%02d, name: %s, pool: %s, cores: 4,
         memoryGiB: 8, watts: {idle: 100, peak: 200}, standbyWatts: 8, boot: PT4M,
         bootWatts: 150%s}
    """
        .formatted(number, name, pool, controller);
  }
}
