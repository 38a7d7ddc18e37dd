package dev.feierabend.hypervisor.vsphere;

import static dev.feierabend.hypervisor.vsphere.FakeVcenter.WEB;
import static dev.feierabend.hypervisor.vsphere.FakeVcenter.fault;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Patience.Afterwards;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuestShutdownTest {
  private static final Patience LEAVES_IT_ON = Patience.of(Duration.ofMinutes(5));
  private static final Patience SWITCHES_IT_OFF =
      new Patience(Duration.ofMinutes(5), Afterwards.IS_SWITCHED_OFF);

  private Instant now = Instant.parse("2026-11-23T19:00:00Z");
  private FakeVcenter fake;
  private VsphereHypervisor hypervisor;

  @BeforeEach
  void aGuestThatRuns() throws IOException {
    fake = new FakeVcenter();
    hypervisor = new VsphereHypervisor(fake.client(() -> now));
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @Test
  void itIsToldOnceAndThenWaitedFor() {
    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isEqualTo(Answer.STILL_ASKED);
    now = now.plus(Duration.ofMinutes(4));
    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isEqualTo(Answer.STILL_ASKED);

    fake.inventory.set("vm-1 runtime.powerState", "poweredOff");
    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isEqualTo(Answer.DONE);

    assertThat(Collections.frequency(fake.asked, "ShutdownGuest")).isEqualTo(1);
  }

  @Test
  void oneThatDoesNotGoStaysOn() {
    hypervisor.shutDown(WEB, LEAVES_IT_ON);
    now = now.plus(Duration.ofMinutes(5));

    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON))
        .isEqualTo(
            new Answer.Refused(
                "Expected web to shut down within 300 s but it is still on, and stays on"));

    assertThat(fake.asked).doesNotContain("PowerOffVM_Task");
  }

  @Test
  void onlyWhereThatWasDecidedItIsSwitchedOff() {
    hypervisor.shutDown(WEB, SWITCHES_IT_OFF);
    assertThat(fake.asked).doesNotContain("PowerOffVM_Task");
    now = now.plus(Duration.ofMinutes(5));

    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isEqualTo(Answer.DONE);

    assertThat(fake.asked).contains("PowerOffVM_Task");
  }

  /// Its first shutdown was seen by somebody else, or given up.
  @Test
  void anotherEveningItIsToldAgainBeforeItIsSwitchedOff() {
    hypervisor.shutDown(WEB, SWITCHES_IT_OFF);
    now = now.plus(Duration.ofDays(1));

    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isEqualTo(Answer.STILL_ASKED);

    assertThat(Collections.frequency(fake.asked, "ShutdownGuest")).isEqualTo(2);
    assertThat(fake.asked).doesNotContain("PowerOffVM_Task");
  }

  @Test
  void oneThatCannotBeToldIsNotSwitchedOffEither() {
    fake.manners.put("ShutdownGuest", fault("ToolsUnavailable", "VMware Tools is not running."));

    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF))
        .isEqualTo(
            new Answer.Refused("shutdown of web: VMware Tools is not running. (ToolsUnavailable)"));
  }

  @Test
  void aSuspendedOneIsOff() {
    fake.inventory.set("vm-1 runtime.powerState", "suspended");

    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isEqualTo(Answer.DONE);
  }

  @Test
  void oneThatVcenterDoesNotSeeIsNotTold() {
    fake.inventory.set("vm-1 runtime.connectionState", "orphaned");

    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isInstanceOf(Answer.Unknown.class);
    assertThat(fake.asked).doesNotContain("ShutdownGuest");
  }
}
