package dev.feierabend.core.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Inventory.Guest;
import dev.feierabend.core.hosting.Inventory.Host;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.RealServers;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/// What every hypervisor does, whatever it runs. What one can't do is no capability of its, and
/// refused; the run notes which test that leaves out. Answers are not believed here either: the
/// next look decides.
public abstract class HypervisorPortContract {
  private static final MachineId STRANGER = MachineId.of("dddddddd-dddd-dddd-dddd-dddddddddddd");
  private static final Patience PATIENCE = Patience.of(Duration.ofMinutes(10));
  private static final Duration PATIENCE_WITH_SILENCE = Duration.ofSeconds(25);

  private String test = "";

  /// The one under test: hosts in service with room on them, guests that run, and one that nothing
  /// ties to its host.
  protected abstract HypervisorPort hypervisor();

  /// One that should reach the same but can't.
  protected abstract HypervisorPort unreachable();

  /// A guest that no other test has touched: running, and free to go.
  protected abstract MachineId guest();

  /// A host with room for `guest` to which it may go.
  protected abstract MachineId target(MachineId guest);

  /// A host of which every guest may be shut down, touched by no other test.
  protected abstract MachineId hostToEmpty();

  /// An instant as the hypervisor's clock has it now.
  protected abstract Instant now();

  /// What the one under test has to be able to do; more is no harm. All, unless its kind can't.
  protected Set<Capability> promised() {
    return EnumSet.allOf(Capability.class);
  }

  /// Within this, what was asked for is seen.
  protected Duration settles() {
    return Duration.ofSeconds(30);
  }

  /// Called before each look: moves the clock where time is virtual.
  protected void letTimePass() {}

  @BeforeEach
  void rememberItsName(TestInfo info) {
    test = info.getTestMethod().orElseThrow().getName();
  }

  @Test
  void everyGuestIsSeenOnceAndOnAHostThatIsSeen() {
    Inventory seen = seen(hypervisor());

    assertThat(seen.hosts()).isNotEmpty().allMatch(host -> host.capacity().cores() > 0);
    assertThat(seen.hosts()).extracting(Host::id).doesNotHaveDuplicates().isSorted();
    assertThat(seen.guests()).extracting(Guest::id).doesNotHaveDuplicates().isSorted();
    Set<MachineId> hosts = new HashSet<>(seen.hosts().stream().map(Host::id).toList());
    assertThat(seen.guests())
        .isNotEmpty()
        .allSatisfy(guest -> assertThat(hosts).containsAll(guest.on().stream().toList()));
  }

  /// Without this, one that loses a capability would only leave out tests.
  @Test
  void whatItsKindPromisesItCan() {
    HypervisorPort hypervisor = hypervisor();
    seen(hypervisor);

    assertThat(hypervisor.capabilities()).containsAll(promised());
  }

  @Test
  void aGuestThatIsMovedIsSeenWhereItWentAndNowhereElse() {
    HypervisorPort hypervisor = hypervisor();
    if (lacks(hypervisor, Capability.MIGRATION)) {
      return;
    }
    MachineId guest = guest();
    MachineId target = target(guest);
    int guests = seen(hypervisor).guests().size();

    awaitSeen(
        hypervisor, () -> hypervisor.migrate(guest, target), seen -> isOn(seen, guest, target));

    assertThat(seen(hypervisor).guests()).hasSize(guests);
    assertThat(seen(hypervisor).guest(guest)).map(Guest::power).contains(Power.ON);
    assertThat(hypervisor.migrate(guest, target)).isEqualTo(Answer.DONE);
  }

  @Test
  void aGuestIsShutDownAndStartedAndAskingTwiceDoesNoHarm() {
    HypervisorPort hypervisor = hypervisor();
    MachineId guest = guest();
    assertThat(hypervisor.start(guest)).isEqualTo(Answer.DONE);

    awaitPower(hypervisor, guest, Power.OFF);
    assertThat(hypervisor.shutDown(guest, PATIENCE)).isEqualTo(Answer.DONE);
    assertThat(seen(hypervisor).guest(guest)).map(Guest::power).contains(Power.OFF);

    awaitPower(hypervisor, guest, Power.ON);
  }

  @Test
  void aHostOnWhichSomethingRunsIsNotTakenOutOfService() {
    HypervisorPort hypervisor = hypervisor();
    if (lacks(hypervisor, Capability.MAINTENANCE)) {
      return;
    }
    MachineId host = seen(hypervisor).guest(guest()).orElseThrow().on().orElseThrow();

    assertThat(hypervisor.enterMaintenance(host)).isInstanceOf(Answer.NotYet.class);

    letTimePass();
    assertThat(seen(hypervisor).host(host)).matches(it -> it.orElseThrow().inService());
  }

  @Test
  void anEmptyHostLeavesServiceAndComesBack() {
    HypervisorPort hypervisor = hypervisor();
    if (lacks(hypervisor, Capability.MAINTENANCE)) {
      return;
    }
    MachineId host = hostToEmpty();
    running(seen(hypervisor), host).forEach(guest -> awaitPower(hypervisor, guest, Power.OFF));
    assertThat(hypervisor.leaveMaintenance(host)).isEqualTo(Answer.DONE);

    awaitSeen(
        hypervisor,
        () -> hypervisor.enterMaintenance(host),
        seen -> seen.host(host).orElseThrow().maintenance());
    assertThat(hypervisor.enterMaintenance(host)).isEqualTo(Answer.DONE);

    awaitSeen(
        hypervisor,
        () -> hypervisor.leaveMaintenance(host),
        seen -> seen.host(host).orElseThrow().inService());
  }

  @Test
  void nothingGoesToAHostThatIsOutOfService() {
    HypervisorPort hypervisor = hypervisor();
    if (lacks(hypervisor, Capability.MIGRATION, Capability.MAINTENANCE)) {
      return;
    }
    MachineId guest = guest();
    MachineId before = seen(hypervisor).guest(guest).orElseThrow().on().orElseThrow();
    MachineId host = hostToEmpty();
    running(seen(hypervisor), host).forEach(each -> awaitPower(hypervisor, each, Power.OFF));
    awaitSeen(
        hypervisor,
        () -> hypervisor.enterMaintenance(host),
        seen -> seen.host(host).orElseThrow().maintenance());

    assertThat(hypervisor.migrate(guest, host)).isInstanceOf(Answer.Refused.class);

    letTimePass();
    assertThat(seen(hypervisor)).matches(seen -> isOn(seen, guest, before));
  }

  @Test
  void whatItDoesNotKnowIsRefused() {
    HypervisorPort hypervisor = hypervisor();
    MachineId host = seen(hypervisor).hosts().getFirst().id();
    MachineId guest = guest();

    assertThat(
            Stream.of(
                hypervisor.migrate(STRANGER, host),
                hypervisor.migrate(guest, STRANGER),
                hypervisor.enterMaintenance(STRANGER),
                hypervisor.leaveMaintenance(STRANGER),
                hypervisor.start(STRANGER),
                hypervisor.shutDown(STRANGER, PATIENCE)))
        .allMatch(Answer.Refused.class::isInstance);
  }

  @Test
  void whatIsNoCapabilityIsRefusedAndThrowsNothing() {
    HypervisorPort hypervisor = hypervisor();
    seen(hypervisor);
    MachineId guest = guest();

    assertThat(hypervisor.capabilities()).isNotEmpty();
    for (Capability missing : Capability.values()) {
      if (!hypervisor.capabilities().contains(missing)) {
        assertThat(refused(hypervisor, missing, guest)).as(missing.name()).isTrue();
      }
    }
  }

  private boolean refused(HypervisorPort hypervisor, Capability missing, MachineId guest) {
    MachineId host = seen(hypervisor).hosts().getFirst().id();
    return switch (missing) {
      case USAGE -> hypervisor.usage(now().minusSeconds(900), now()).isEmpty();
      case MIGRATION -> hypervisor.migrate(guest, target(guest)) instanceof Answer.Refused;
      case MAINTENANCE -> hypervisor.enterMaintenance(host) instanceof Answer.Refused;
      case START -> hypervisor.start(guest) instanceof Answer.Refused;
      case SHUT_DOWN -> hypervisor.shutDown(guest, PATIENCE) instanceof Answer.Refused;
      case SWITCH_OFF ->
          hypervisor.shutDown(
                  guest, new Patience(Duration.ofMillis(1), Patience.Afterwards.IS_SWITCHED_OFF))
              instanceof Answer.Refused;
    };
  }

  @Test
  void howBusyItWasIsToldWithinWhatThereIs() {
    HypervisorPort hypervisor = hypervisor();
    Inventory seen = seen(hypervisor);
    if (lacks(hypervisor, Capability.USAGE)) {
      return;
    }

    List<Sample> samples = hypervisor.usage(now().minusSeconds(900), now());

    assertThat(samples).extracting(Sample::member).doesNotHaveDuplicates();
    assertThat(seen.hosts())
        .allSatisfy(host ->
            assertThat(samples)
                .filteredOn(sample -> sample.member().equals(host.id().toString()))
                .singleElement()
                .satisfies(sample -> {
                  double cores = host.capacity().cores();
                  assertThat(sample.cpuMean()).isBetween(0.0, Math.min(cores, sample.cpuPeak()));
                  assertThat(sample.memoryMiB()).isBetween(1L, host.capacity().memoryMiB());
                }));
  }

  @Test
  void oneThatCannotBeReachedIsUnseenAndItsEffectsUnknownInGoodTime() {
    HypervisorPort known = hypervisor();
    MachineId host = seen(known).hosts().getFirst().id();
    MachineId guest = guest();
    HypervisorPort hypervisor = unreachable();

    await()
        .atMost(PATIENCE_WITH_SILENCE)
        .untilAsserted(() -> {
          assertThat(hypervisor.look()).isInstanceOf(Sight.Unseen.class);
          assertThat(
                  Stream.of(
                      hypervisor.migrate(guest, host),
                      hypervisor.enterMaintenance(host),
                      hypervisor.leaveMaintenance(host),
                      hypervisor.start(guest),
                      hypervisor.shutDown(guest, PATIENCE)))
              .allMatch(Answer.Unknown.class::isInstance);
        });
    if (known.capabilities().contains(Capability.USAGE)) {
      assertThatExceptionOfType(Outage.class)
          .isThrownBy(() -> hypervisor.usage(now().minusSeconds(900), now()));
    }
  }

  /// What is seen now; that something is seen is part of every test.
  protected static Inventory seen(HypervisorPort hypervisor) {
    assertThat(hypervisor.look()).isInstanceOf(Sight.Seen.class);
    return hypervisor.look().newest().orElseThrow();
  }

  /// Guests that run on a host.
  public static List<MachineId> running(Inventory seen, MachineId host) {
    return seen.guests().stream()
        .filter(guest -> guest.power() != Power.OFF && guest.on().filter(host::equals).isPresent())
        .map(Guest::id)
        .toList();
  }

  private void awaitPower(HypervisorPort hypervisor, MachineId guest, Power wanted) {
    awaitSeen(
        hypervisor,
        () -> wanted == Power.ON ? hypervisor.start(guest) : hypervisor.shutDown(guest, PATIENCE),
        seen -> seen.guest(guest).orElseThrow().power() == wanted);
  }

  /// Asks until it is seen, as the reconciler does; none of the answers may be a refusal.
  private void awaitSeen(
      HypervisorPort hypervisor, Supplier<Answer> asking, Predicate<Inventory> wanted) {
    assertThat(asking.get()).isIn(Answer.DONE, Answer.STILL_ASKED);
    await()
        .atMost(settles())
        .until(() -> {
          letTimePass();
          return wanted.test(seen(hypervisor));
        });
  }

  /// Whether the test must be left out, which is noted.
  private boolean lacks(HypervisorPort hypervisor, Capability... needed) {
    seen(hypervisor);
    var missing = EnumSet.copyOf(List.of(needed));
    missing.removeAll(hypervisor.capabilities());
    if (!missing.isEmpty()) {
      RealServers.note(
          "NOT OFFERED %s: %s leaves out %s".formatted(missing, getClass().getSimpleName(), test));
    }
    return !missing.isEmpty();
  }

  private static boolean isOn(Inventory seen, MachineId guest, MachineId host) {
    return seen.guest(guest).orElseThrow().on().filter(host::equals).isPresent();
  }
}
