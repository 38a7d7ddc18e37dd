package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TowerFleet.host;
import static dev.feierabend.core.acting.TowerFleet.isNode;
import static dev.feierabend.core.acting.TowerFleet.node;
import static dev.feierabend.core.acting.Town.READY_BY;
import static dev.feierabend.core.acting.Town.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.acting.TowerFleet.Done;
import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.core.planning.Guards.Rules;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.MachineId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// A night of four nodes that are guests on four hosts: what runs on them sleeps, nodes are drained
/// and shut down, hosts go; and back. What must never happen fails it (see `TowerFleet`).
class TowerTest {
  private static final Instant BEFORE = Town.EVENING.minus(Duration.ofMinutes(5));
  private static final Instant NIGHT = Town.EVENING.plus(Duration.ofMinutes(45));
  private static final int SIZE = 4;

  private Instant now = BEFORE;
  private final CommitLog log = EmbeddedCommitLog.inMemory(() -> now);
  private final TowerFleet fleet = new TowerFleet(SIZE, () -> now);
  private Service service = begin();

  /// What a restart makes anew.
  private record Service(Journal journal, Reconciler reconciler) {}

  @Test
  void workloadsSleepThenNodesGoThenWhatIsBeneathThem() {
    until(NIGHT);

    assertThat(fleet.awake()).isOne();
    assertThat(fleet.nodesOn()).isEqualTo(2);
    assertThat(fleet.hostsOn()).isEqualTo(2);
    assertThat(last("sleep", _ -> true)).isBefore(first("off", TowerTest::aNode));
    assertThat(first("off", TowerTest::aNode)).isBefore(first("off", TowerTest::iron));
    assertThat(events(ActionRefused.class)).isEmpty();
    assertThat(events(ActionTimedOut.class)).isEmpty();
    assertThat(events(ActionIssued.class))
        .filteredOn(issued -> issued.step() instanceof Step.PowerOff)
        .allMatch(issued -> issued.approvals().equals(List.of(Town.DIGEST)));
  }

  @Test
  void hostsBeginFirstThenNodesAndWhatRunsThereIsBackInTime() {
    morning();

    assertThat(fleet.hostsOn()).isEqualTo(SIZE);
    assertThat(fleet.nodesOn()).isEqualTo(SIZE);
    assertThat(fleet.awake()).isEqualTo(2 * SIZE);
    assertThat(first("on", TowerTest::iron))
        .isBefore(first("on", TowerTest::aNode).minus(TowerFleet.BOOT));
    assertThat(first("on", TowerTest::aNode)).isBeforeOrEqualTo(WAKE);
    assertThat(events(WakeLate.class)).isEmpty();
    assertThat(events(CapacityReady.class)).isNotEmpty();
  }

  @Test
  void whereANodeDoesNotShutDownItsHostStays() {
    for (int i = 0; i < SIZE; i++) {
      fleet.lingering.add(node(i));
    }
    until(NIGHT);

    assertThat(fleet.nodesOn()).isEqualTo(SIZE);
    assertThat(fleet.hostsOn()).isEqualTo(SIZE);
  }

  /// It is started on another, and one that sleeps stands in.
  @Test
  void whereAHostDoesNotComeBackItsNodeComesBackElsewhere() {
    until(NIGHT);
    MachineId gone =
        List.of(host(0), host(1), host(2), host(3)).stream()
            .filter(it -> fleet.state(it) == Power.OFF)
            .findFirst()
            .orElseThrow();
    fleet.dead.add(gone);
    morning();

    assertThat(fleet.nodesOn()).isEqualTo(SIZE);
    assertThat(fleet.awake()).isEqualTo(2 * SIZE);
    assertThat(events(WakeLate.class)).extracting(WakeLate::subject).contains(gone.toString());
  }

  /// The plan says that there is room, and the hypervisor that there is none.
  @Test
  void aNodeThatFindsNoRoomAtAllIsAlarmedOnceAndInTime() {
    until(NIGHT);
    fleet.roomy = SIZE + 1;
    morning();

    assertThat(fleet.nodesOn()).isEqualTo(2);
    assertThat(events(WakeLate.class).stream().filter(late -> aNode(late.subject())))
        .hasSize(2)
        .allMatch(late ->
            late.because()
                .equals("can't be switched on: No host has room for " + late.subject() + " now"))
        .allMatch(late -> late.at().isBefore(READY_BY.minus(Duration.ofMinutes(10))))
        .doesNotHaveDuplicates();
  }

  @Test
  void aHypervisorThatIsNotSeenForAMomentCostsThatMoment() {
    until(NIGHT);
    int done = fleet.done.size();
    fleet.blind = true;
    until(NIGHT.plus(Duration.ofMinutes(3)));
    assertThat(fleet.done).hasSize(done);
    fleet.blind = false;
    until(NIGHT.plus(Duration.ofMinutes(20)));

    assertThat(fleet.done).hasSize(done);
    assertThat(fleet.nodesOn()).isEqualTo(2);
    assertThat(fleet.hostsOn()).isEqualTo(2);
  }

  @Test
  void whatWasOnItsWayDownWhenItWasNotSeenGoesOn() {
    until(Town.EVENING.plus(Duration.ofMinutes(3)));
    fleet.blind = true;
    until(Town.EVENING.plus(Duration.ofMinutes(6)));
    fleet.blind = false;
    until(NIGHT);

    assertThat(fleet.nodesOn()).isEqualTo(2);
    assertThat(fleet.hostsOn()).isEqualTo(2);
  }

  @Test
  void whoeverTakesOverInTheNightGoesOn() {
    until(NIGHT);
    service = begin();
    morning();

    assertThat(fleet.hostsOn()).isEqualTo(SIZE);
    assertThat(fleet.nodesOn()).isEqualTo(SIZE);
    assertThat(fleet.awake()).isEqualTo(2 * SIZE);
  }

  private Service begin() {
    Memory memory = Memory.empty();
    Journal journal = Slices.journal(log, () -> now, memory.handlers());
    var reconciler =
        new Reconciler(
            fleet,
            new Effects(fleet, fleet, fleet, new TinyService()),
            memory,
            new Reconciler.Settings(
                Mode.ACTIVE,
                new Rules(1, 1, 0.8, Duration.ofMinutes(5)),
                Duration.ofMinutes(5),
                Town.NO_HOLIDAYS),
            journal::send);
    return new Service(journal, reconciler);
  }

  private void morning() {
    until(NIGHT);
    now = READY_BY.minus(Duration.ofMinutes(100));
    until(READY_BY);
  }

  private void until(Instant end) {
    if (now.equals(BEFORE)) {
      var agreement = Town.AGREEMENT;
      var proposed =
          new ProposePolicy(agreement, Town.POLICY, new ActorId("author"), now, Optional.empty());
      service.journal().send(proposed);
      service
          .journal()
          .send(new ApprovePolicy(agreement, Town.DIGEST, new ActorId("approver"), now));
    }
    while (now.isBefore(end)) {
      service.reconciler().tick(now);
      now = now.plus(Duration.ofMinutes(1));
    }
  }

  private Instant first(String verb, Predicate<String> subject) {
    return times(verb, subject).getFirst();
  }

  private Instant last(String verb, Predicate<String> subject) {
    return times(verb, subject).getLast();
  }

  private List<Instant> times(String verb, Predicate<String> subject) {
    return fleet.done.stream()
        .filter(it -> it.what().startsWith(verb + " "))
        .filter(it -> subject.test(it.what().substring(verb.length() + 1)))
        .map(Done::at)
        .toList();
  }

  private static boolean aNode(String machine) {
    return isNode(MachineId.of(machine));
  }

  private static boolean iron(String machine) {
    return !aNode(machine);
  }

  private <E extends JournalEvent> List<E> events(Class<E> type) {
    try (var history = service.journal().history()) {
      return history.map(Recorded::event).filter(type::isInstance).map(type::cast).toList();
    }
  }
}
