package dev.feierabend.hypervisor.vsphere;

import static dev.feierabend.hypervisor.vsphere.FakeVcenter.BUSY;
import static dev.feierabend.hypervisor.vsphere.FakeVcenter.IDLE;
import static dev.feierabend.hypervisor.vsphere.FakeVcenter.WEB;
import static dev.feierabend.hypervisor.vsphere.FakeVcenter.fault;
import static dev.feierabend.hypervisor.vsphere.FakeVcenter.says;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.planning.FleetPort.Power;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VsphereFaultsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T19:00:00Z");

  private FakeVcenter fake;
  private Vcenter vcenter;
  private VsphereHypervisor hypervisor;
  private VspherePowerController power;

  @BeforeEach
  void aVcenterThatIsWell() throws IOException {
    fake = new FakeVcenter();
    use(fake.client(() -> NOW));
  }

  private void use(Vcenter it) {
    vcenter = it;
    hypervisor = new VsphereHypervisor(it);
    power = new VspherePowerController(it);
  }

  @AfterEach
  void stop() {
    vcenter.close();
    fake.close();
  }

  @Test
  void afterTheFirstLookALookIsOneRequest() {
    hypervisor.look();
    fake.asked.clear();

    hypervisor.look();

    assertThat(fake.asked).containsExactly("WaitForUpdatesEx");
  }

  @Test
  void whatHasChangedIsSeenInTheSameView() {
    hypervisor.look();
    fake.inventory.set("vm-1 runtime.powerState", "poweredOff");

    assertThat(hypervisor.look().newest().flatMap(seen -> seen.guest(WEB)))
        .map(Inventory.Guest::power)
        .contains(Power.OFF);
    assertThat(Collections.frequency(fake.asked, "CreateContainerView")).isEqualTo(1);
  }

  @Test
  void aSessionThatHasExpiredIsRenewedOnceAndEverythingSeenAnew() {
    hypervisor.look();
    fake.expire();

    assertThat(hypervisor.look()).isInstanceOf(Sight.Seen.class);

    assertThat(Collections.frequency(fake.asked, "Login")).isEqualTo(2);
    assertThat(hypervisor.look().newest().orElseThrow().hosts()).hasSize(2);
  }

  @Test
  void aServerThatLetsInAndKnowsNobodyIsGivenUp() {
    fake.manners.put("CreateContainerView", fault("NotAuthenticated", ""));

    assertThat(hypervisor.look()).isInstanceOf(Sight.Unseen.class);
    assertThat(Collections.frequency(fake.asked, "Login")).isEqualTo(2);
  }

  @Test
  void aServerThatRestartedHasForgottenTheViewAndIsSeenAnew() {
    hypervisor.look();
    fake.inventory.set("vm-1 name", "web-2");
    var forgotten = fault("ManagedObjectNotFound", "The object has already been deleted");
    fake.manners.put(
        "WaitForUpdatesEx",
        exchange -> {
          fake.manners.remove("WaitForUpdatesEx");
          forgotten.answer(exchange);
        });

    assertThat(hypervisor.look().newest().flatMap(seen -> seen.guest(WEB)))
        .map(Inventory.Guest::name)
        .contains("web-2");
  }

  @Test
  void whateverGoesWrongNothingIsSeenAndNothingIsAskedForOfIt() {
    hypervisor.look();
    List<FakeVcenter.Manner> faults =
        List.of(
            says(503, "busy"),
            says(302, ""),
            says(200, "<html>Log in</html>"),
            says(200, FakeVcenter.envelope("<A/>").substring(0, 150)),
            says(200, "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><x>&y;</x>"));

    assertThat(faults)
        .allSatisfy(fault -> {
          fake.manners.put("WaitForUpdatesEx", fault);
          assertThat(hypervisor.look())
              .isInstanceOfSatisfying(
                  Sight.Unseen.class, unseen -> assertThat(unseen.last()).isPresent());
          assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Unknown.class);
          assertThat(power.state(IDLE)).isEqualTo(Power.UNKNOWN);
          assertThat(power.softOff(IDLE)).isInstanceOf(Answer.Unknown.class);
        });
    assertThat(fake.asked).noneMatch(method -> method.endsWith("_Task"));
  }

  @Test
  void aServerThatHangsIsUnseenOnceItsTimeIsUp() {
    use(
        fake.client(
            () -> NOW, Duration.ofMillis(500), () -> FakeVcenter.login(FakeVcenter.PASSWORD)));
    fake.manners.put("RetrieveServiceContent", fake.hangs());

    assertThat(hypervisor.look())
        .isEqualTo(new Sight.Unseen("vcenter-1: no answer within 500 ms", Optional.empty()));
  }

  @Test
  void aTaskThatRunsIsFollowedAndNotBegunAgain() {
    fake.task = FakeInventory.change("info.state", "running");
    assertThat(hypervisor.migrate(WEB, IDLE)).isEqualTo(Answer.STILL_ASKED);
    assertThat(hypervisor.migrate(WEB, IDLE)).isEqualTo(Answer.STILL_ASKED);

    fake.task = FakeInventory.change("info.state", "success");
    assertThat(hypervisor.migrate(WEB, IDLE)).isEqualTo(Answer.DONE);

    assertThat(Collections.frequency(fake.asked, "RelocateVM_Task")).isEqualTo(1);
  }

  @Test
  void aMoveThatFailsInTheMiddleIsRefusedInVcentersWordsAndMayBeTriedAgain() {
    fake.task = FakeInventory.change("info.state", "running");
    hypervisor.migrate(WEB, IDLE);
    fake.task =
        FakeInventory.change("info.state", "error")
            + FakeInventory.change(
                "info.error",
                "<fault xsi:type=\"MigrationFault\"/><localizedMessage>The destination ran out of memory.</localizedMessage>");

    assertThat(hypervisor.migrate(WEB, IDLE))
        .isEqualTo(
            new Answer.Refused(
                "move of web to esx-2: The destination ran out of memory. (MigrationFault)"));

    fake.task = FakeInventory.change("info.state", "success");
    assertThat(hypervisor.migrate(WEB, IDLE)).isEqualTo(Answer.DONE);
    assertThat(Collections.frequency(fake.asked, "RelocateVM_Task")).isEqualTo(2);
  }

  @Test
  void whileAHostGoesIntoStandbyItIsNotWoken() {
    fake.task = FakeInventory.change("info.state", "running");
    assertThat(power.softOff(IDLE)).isEqualTo(Answer.STILL_ASKED);

    assertThat(power.on(IDLE)).isInstanceOf(Answer.Unknown.class);

    assertThat(fake.asked).doesNotContain("PowerUpHostFromStandBy_Task");
  }

  @Test
  void aHostOnWhichSomethingRunsIsNotPutIntoStandby() {
    assertThat(power.softOff(BUSY)).isInstanceOf(Answer.NotYet.class);
    assertThat(fake.asked).doesNotContain("PowerDownHostToStandBy_Task");
  }

  @Test
  void aGuestOfWhichNothingIsKnownKeepsItsHostOn() {
    fake.inventory.set("vm-2 runtime.host", "host-2");
    fake.inventory.set("vm-2 runtime.connectionState", "inaccessible");

    assertThat(power.softOff(IDLE)).isInstanceOf(Answer.NotYet.class);
  }

  @Test
  void vcentersOwnAgentsAndTemplatesKeepNoHostOn() {
    fake.inventory.set("vm-2 runtime.host", "host-2");
    fake.inventory.set("vm-2 runtime.powerState", "poweredOn");
    fake.inventory.set("vm-2 config.managedBy", "<extensionKey>com.vmware.vim.eam</extensionKey>");
    fake.inventory.set("vm-3 runtime.host", "host-2");
    fake.inventory.set("vm-3 config.template", "true");

    assertThat(power.softOff(IDLE)).isEqualTo(Answer.DONE);
  }

  @Test
  void aHostThatWasShutDownIsNotTakenForOneInStandby() {
    fake.inventory.set("host-2 runtime.powerState", "poweredOff");

    assertThat(power.state(IDLE)).isEqualTo(Power.UNKNOWN);
    assertThat(power.on(IDLE)).isInstanceOf(Answer.Refused.class);
  }

  /// A sleeping one isn't heard of either, and sleeps all the same.
  @ParameterizedTest
  @CsvSource({
    "disconnected, poweredOn, UNKNOWN",
    "notResponding, poweredOn, UNKNOWN",
    "notResponding, standBy, OFF"
  })
  void aHostThatIsNotHeardOfIsNotTakenForOneThatIsOn(String connection, String state, Power seen) {
    fake.inventory.set("host-2 runtime.connectionState", connection);
    fake.inventory.set("host-2 runtime.powerState", state);

    assertThat(power.state(IDLE)).isEqualTo(seen);
    assertThat(hypervisor.look().newest().orElseThrow().host(IDLE).orElseThrow().inService())
        .isFalse();
  }

  @Test
  void aHostThatCannotWakeFromStandbyIsNotPutIntoIt() {
    fake.inventory.set("host-2 capability.standbySupported", "false");

    assertThat(power.softOff(IDLE)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void admissionControlHasItsWay() {
    fake.manners.put(
        "EnterMaintenanceMode_Task",
        fault("InsufficientFailoverResourcesFault", "Insufficient resources to satisfy HA."));

    assertThat(hypervisor.enterMaintenance(IDLE))
        .isEqualTo(
            new Answer.Refused(
                "maintenance of esx-2: Insufficient resources to satisfy HA. (InsufficientFailoverResourcesFault)"));
  }

  @Test
  void anObjectThatIsBusyIsAskedAgain() {
    fake.manners.put("RelocateVM_Task", fault("TaskInProgress", "Another task is in progress."));

    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void twoMachinesOfOneIdAreNamedAndNotTouched() {
    fake.inventory.set("vm-2 config.uuid", WEB.toString());

    Inventory seen = hypervisor.look().newest().orElseThrow();

    assertThat(seen.ambiguous()).containsExactly(WEB);
    assertThat(seen.guests()).isEmpty();
    assertThat(hypervisor.migrate(WEB, IDLE)).isInstanceOf(Answer.Refused.class);
  }
}
