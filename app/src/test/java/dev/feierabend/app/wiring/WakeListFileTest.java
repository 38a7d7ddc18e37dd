package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.TinyFleet;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeList.Sleeper;
import dev.feierabend.policies.fleet.WakeListParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.WorkloadId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No host goes down before the list that names it is on the disk.
class WakeListFileTest {
  private static final Instant NOW = Instant.parse("2026-11-23T19:00:00Z");
  private static final ActionId ACTION = new ActionId("cordon/x@p#1");
  private static final MachineId FIRST = TinyFleet.host(0);
  private static final MachineId SECOND = TinyFleet.host(1);
  private static final MachineId REHEARSED = TinyFleet.host(2);

  @TempDir private Path folder;
  private final TinyFleet machines = new TinyFleet(3, () -> NOW);
  private final SleepingFleet fleet =
      new SleepingFleet()
          .controller("bmc", "kind: redfish, url: \"https://bmc.example\", credentials: bmc")
          .controller("notes", "kind: node-annotation")
          .host("host-0", FIRST, "controller: bmc, system: \"0\"")
          .host("host-1", SECOND, "west-machines", "controller: bmc, system: \"1\"")
          .host("host-2", REHEARSED, "controller: notes");
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("below/wake-list.yaml");
  }

  @Test
  void whatGoesDownIsNamedOnTheDiskAtThatMoment() throws IOException {
    Files.createDirectories(folder.resolve("below"));
    Listed gate = gate();
    machines.before = () -> assertThat(onDisk()).contains("host-0");

    assertThat(gate.cordon(FIRST, ACTION)).isEqualTo(Answer.DONE);
    assertThat(gate.softOff(FIRST)).isEqualTo(Answer.DONE);
    assertThat(machines.effects).containsExactly("cordon " + FIRST, "off " + FIRST);
  }

  @Test
  void whereTheListCannotBeWrittenNothingGoesDownAndWakesGoOn() throws IOException {
    Listed gate = gate();

    assertThat(gate.cordon(FIRST, ACTION)).isInstanceOf(Answer.NotYet.class);
    assertThat(gate.softOff(FIRST))
        .asString()
        .contains("the wake list " + file + " can't be written");
    assertThat(machines.effects).isEmpty();
    assertThat(gate.on(FIRST)).isEqualTo(Answer.DONE);
    assertThat(gate.admit(FIRST, ACTION)).isEqualTo(Answer.DONE);

    Files.createDirectories(folder.resolve("below"));
    assertThat(gate.softOff(FIRST)).isEqualTo(Answer.DONE);
    assertThat(machines.state(FIRST)).isEqualTo(Power.OFF);
  }

  @Test
  void aListThatSomebodyTookAwayOrChangedIsThereAgainBeforeTheNextGoesDown() throws IOException {
    Files.createDirectories(folder.resolve("below"));
    Listed gate = gate();
    fleet.taken.add(FIRST);
    gate.softOff(FIRST);
    Files.delete(file);
    gate.softOff(FIRST);
    assertThat(onDisk()).containsExactly("host-0");

    Files.writeString(file, "nothing");
    gate.softOff(SECOND);
    assertThat(onDisk()).containsExactlyInAnyOrder("host-0", "host-1");
  }

  @Test
  void itIsForItsOwnerAloneAndNothingElseIsLeftBeside() throws IOException {
    Files.createDirectories(folder.resolve("below"));
    gate().softOff(FIRST);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> beside = Files.list(folder.resolve("below"))) {
      assertThat(beside).containsExactly(file);
    }
  }

  @Test
  void aRehearsalNeedsNoList() {
    assertThat(gate().softOff(REHEARSED)).isEqualTo(Answer.DONE);
    assertThat(file).doesNotExist();
  }

  @Test
  void whatServesAgainIsNoLongerNamedOnceThatIsRecorded() throws IOException {
    Files.createDirectories(folder.resolve("below"));
    WakeListKeeper list = fleet.list(file, Optional.empty());
    fleet.taken.addAll(List.of(FIRST, SECOND));
    list.start();
    assertThat(list.obstacle(SECOND)).isEmpty();
    assertThat(onDisk()).containsExactlyInAnyOrder("host-0", "host-1");

    fleet.taken.remove(FIRST);
    list.accept(new ActionCompleted(Owner.OPERATOR, ACTION, "ready", NOW));
    list.stop();

    assertThat(onDisk()).containsExactly("host-1");
  }

  @Test
  void whoIsNeededFirstStandsFirstAndEachClusterNeedsItsOwn() throws IOException {
    Files.createDirectories(folder.resolve("below"));
    fleet.taken.addAll(List.of(FIRST, SECOND, REHEARSED));
    fleet.due.put(new WorkloadId("deployment/office/mail"), NOW.plusSeconds(7_200));
    fleet.due.put(new WorkloadId("deployment/office/shop"), NOW.plusSeconds(9_000));
    fleet.due.put(new WorkloadId("west/deployment/school/web"), NOW.plusSeconds(3_600));

    WakeListKeeper list = fleet.list(file, Optional.empty());
    list.start();
    list.stop();

    assertThat(list().hosts())
        .extracting(Sleeper::name, sleeper -> sleeper.readyBy().orElseThrow())
        .containsExactly(
            tuple("host-1", NOW.plusSeconds(3_600)), tuple("host-0", NOW.plusSeconds(7_200)));
  }

  @Test
  void nothingIsWrittenWhereNothingChanged() throws IOException {
    Files.createDirectories(folder.resolve("below"));
    WakeListKeeper list = fleet.list(file, Optional.empty());
    list.obstacle(FIRST);
    Object before = Files.getAttribute(file, "unix:ino");
    list.obstacle(FIRST);

    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(before);
  }

  /// A share that hangs must not hold up the morning.
  @Test
  void aDiskThatHangsIsWaitedForOnceAndThenNobodyGoesDownAndNobodyWaits() throws IOException {
    Files.createDirectories(folder.resolve("below"));
    var hangs = new CountDownLatch(1);
    WakeListKeeper list =
        fleet.list(
            file,
            Optional.empty(),
            () -> {
              awaited(hangs);
              return fleet.slumber();
            },
            Duration.ofMillis(200));
    var gate = new Listed(machines, machines, list);

    assertThat(gate.softOff(FIRST)).asString().contains("the disk takes longer than PT0.2S");
    long began = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      assertThat(gate.softOff(SECOND)).isInstanceOf(Answer.NotYet.class);
      assertThat(gate.on(SECOND)).isEqualTo(Answer.DONE);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));

    hangs.countDown();
    await().until(() -> gate.softOff(FIRST).equals(Answer.DONE));
    list.stop();
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Listed gate() {
    return new Listed(machines, machines, fleet.list(file, Optional.of(folder)));
  }

  private List<String> onDisk() {
    return list().hosts().stream().map(Sleeper::name).toList();
  }

  private WakeList list() {
    try {
      return switch (WakeListParser.parse("list", Files.readAllBytes(file))) {
        case Parsed.Valid<WakeList>(var list) -> list;
        case Parsed.Invalid<WakeList>(var faults) -> throw new AssertionError(faults);
      };
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
