package dev.feierabend.kubernetes.clusters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.acting.Abreast.Work;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.Original;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClustersTest {
  private static final ActionId ACTION = new ActionId("sleep@1");

  private final PlayedCluster home = new PlayedCluster(Optional.empty(), 1);
  private final PlayedCluster west = new PlayedCluster(Optional.of("west"), 2);
  private final List<ClusterPorts> both = List.of(home.ports(), west.ports());
  private final ClustersFleet fleet = new ClustersFleet(both, InstantSource.system());
  private final ClustersEffects effects = new ClustersEffects(both);

  @Test
  void whatRunsInAnotherClusterBearsItsNameAndAtHomeNothingChanges() {
    assertThat(fleet.observe().workloads())
        .extracting(Workload::id)
        .containsExactly(
            new WorkloadId("deployment/office/mail"),
            new WorkloadId("west/deployment/office/mail"));
  }

  @Test
  void aNameThatIsTooLongWithItsClusterLeavesTheOthersInSight() {
    west.mail = "deployment/office/" + "m".repeat(180);

    assertThat(fleet.observe().workloads()).hasSize(1);
  }

  @Test
  void aHypervisorsGuestBearsItsUuidAloneAndIsActedOnWhereItIs() {
    WorkloadId guest = Names.guest(west.guest());
    west.mail = guest.value();

    assertThat(fleet.observe().workloads()).extracting(Workload::id).contains(guest);
    assertThat(effects.sleep(new Step.Sleep(guest, 0), ACTION)).isEqualTo(Answer.DONE);
    assertThat(west.done).containsExactly("sleep " + guest);
    assertThat(home.done).isEmpty();
  }

  @Test
  void everyPoolHasItsPlace() {
    assertThat(fleet.observe().places().of())
        .containsEntry(home.pool(), "")
        .containsEntry(west.pool(), "west");
  }

  @Test
  void aClusterThatHangsIsSeenAsItWas() {
    Instant before = fleet.observe().hosts().getLast().seen();
    var hanging = new CountDownLatch(1);
    west.before = () -> await(hanging);
    home.seen = before.plusSeconds(60);

    var seen = fleet.observe();
    hanging.countDown();

    assertThat(seen.hosts().getFirst().seen()).isEqualTo(home.seen);
    assertThat(seen.hosts().getLast().seen()).isEqualTo(before);
    assertThat(seen.places().unseen()).isEmpty();
  }

  @Test
  void beforeItsFirstSightTheHostsOfAClusterAreInDoubt() {
    west.out = true;

    var seen = fleet.observe();

    assertThat(seen.places().unseen()).containsExactly("west");
    assertThat(seen.workloads()).hasSize(1);
    assertThat(seen.hosts()).hasSize(2);
    assertThat(seen.hosts().getLast().power()).isEqualTo(Power.UNKNOWN);
  }

  @Test
  void anAdapterThatFailsKeepsNobodyElseFromBeingSeen() {
    west.before =
        () -> {
          throw new IllegalStateException("planted");
        };

    assertThat(fleet.observe().workloads()).hasSize(1);
  }

  @Test
  void beforeAnyIsSeenThereIsNothingToBeSaid() {
    home.out = true;
    west.out = true;

    assertThatThrownBy(fleet::observe).isInstanceOf(Outage.class);
  }

  @Test
  void everythingIsDoneInItsOwnCluster() {
    var mail = new WorkloadId("west/deployment/office/mail");

    effects.sleep(new Step.Sleep(mail, 0), ACTION);
    effects.wake(new Step.Wake(mail, Original.of(3), 0, Optional.empty()), ACTION);
    effects.cordon(west.machine(), ACTION);
    effects.softOff(west.machine());
    effects.on(west.machine());

    assertThat(west.done)
        .containsExactly(
            "sleep deployment/office/mail",
            "wake deployment/office/mail",
            "cordon " + west.machine(),
            "off " + west.machine(),
            "on " + west.machine());
    assertThat(home.done).isEmpty();
  }

  @Test
  void whatKeepsAHostIsToldByItsCluster() {
    assertThat(effects.obstacle(west.machine())).contains("a budget of " + west.machine());
    assertThat(effects.obstacle(MachineId.of("00000000-0000-0000-0000-000000000009"))).isEmpty();
  }

  @Test
  void noClusterWaitsForAnotherToAct() {
    var wake = new Step.Wake(new WorkloadId("deployment/office/mail"), 3, 0, Optional.empty());
    var woken = new CountDownLatch(1);

    effects.all(
        List.of(
            new Work(new Step.Admit(west.machine()), () -> await(woken)),
            new Work(wake, woken::countDown)));

    assertThat(woken.getCount()).isZero();
  }

  @Test
  void inEachClusterItsNamespacesTakeTurns() {
    var done = new ArrayList<String>();
    List<Work> works =
        Stream.of("office/a", "office/b", "school/a")
            .map(name -> new Step.Sleep(new WorkloadId("west/deployment/" + name), 0))
            .map(step -> new Work(step, () -> done.add(step.subject())))
            .toList();

    effects.all(works);

    assertThat(done)
        .containsExactly(
            "west/deployment/office/a", "west/deployment/school/a", "west/deployment/office/b");
  }

  @Test
  void whatIsInNoClusterIsRefused() {
    var gone = new WorkloadId("east/deployment/office/mail");

    assertThat(effects.sleep(new Step.Sleep(gone, 0), ACTION))
        .isEqualTo(
            new Answer.Refused(
                "Expected east/deployment/office/mail in one of the fleet document's clusters, "
                    + "but it is in none"));
  }

  @Test
  void loadsBearTheSameNames() {
    List<PoolLoad> loads = new ClustersLoad(both).between(Instant.EPOCH, Instant.EPOCH);

    assertThat(loads)
        .flatExtracting(PoolLoad::samples)
        .extracting(Sample::member)
        .containsExactly(
            "deployment/office/mail",
            home.machine().toString(),
            "west/deployment/office/mail",
            west.machine().toString());
    assertThat(loads).extracting(PoolLoad::pool).containsExactly(home.pool(), new PoolId("pool-2"));
  }

  @Test
  void oneThatTellsNoLoadCostsTheOthersNothing() {
    west.out = true;
    assertThat(new ClustersLoad(both).between(Instant.EPOCH, Instant.EPOCH))
        .extracting(PoolLoad::pool)
        .containsExactly(home.pool());

    home.out = true;
    assertThatThrownBy(() -> new ClustersLoad(both).between(Instant.EPOCH, Instant.EPOCH))
        .isInstanceOf(Outage.class);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
