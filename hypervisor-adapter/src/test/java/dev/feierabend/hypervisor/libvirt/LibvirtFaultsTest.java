package dev.feierabend.hypervisor.libvirt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.hosting.Capability;
import dev.feierabend.core.hosting.Inventory;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.core.hosting.Patience.Afterwards;
import dev.feierabend.core.hosting.Sight;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.libvirt.Trouble.Kind;
import dev.feierabend.hypervisor.libvirt.Virt.Domain;
import dev.feierabend.policies.terms.MachineId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two hosts that break down at any step; `web` runs on the first.
class LibvirtFaultsTest {
  private static final MachineId FIRST = MachineId.of("00000000-0000-0000-0000-000000000001");
  private static final MachineId SECOND = MachineId.of("00000000-0000-0000-0000-000000000002");
  private static final MachineId WEB = MachineId.of("10000000-0000-0000-0000-000000000001");
  private static final Patience LEAVES_IT_ON = Patience.of(Duration.ofMinutes(5));
  private static final Patience SWITCHES_IT_OFF =
      new Patience(Duration.ofMinutes(5), Afterwards.IS_SWITCHED_OFF);
  private static final Trouble SILENT = new Trouble(Kind.SILENT, "connection reset");

  private Instant now = Instant.parse("2026-11-23T19:00:00Z");
  private final FakeVirt first = new FakeVirt();
  private final FakeVirt second = new FakeVirt();
  private final AtomicInteger opened = new AtomicInteger();
  private final CountDownLatch end = new CountDownLatch(1);
  private LibvirtHypervisor hypervisor;

  @BeforeEach
  void twoHosts() {
    first.put(FakeVirt.domain(WEB, "web", Power.ON));
    use(Duration.ofSeconds(30));
  }

  private void use(Duration patience) {
    hypervisor =
        new LibvirtHypervisor(
            new LibvirtHosts(
                "kvm",
                List.of(
                    new LibvirtHost(FIRST, "kvm1", URI.create("qemu+tls://kvm1.example/system")),
                    new LibvirtHost(SECOND, "kvm2", URI.create("qemu+tls://kvm2.example/system"))),
                uri -> {
                  opened.incrementAndGet();
                  return uri.getHost().startsWith("kvm1") ? first : second;
                },
                patience,
                () -> now));
  }

  @AfterEach
  void letGo() {
    end.countDown();
  }

  private Inventory seen() {
    return hypervisor.look().newest().orElseThrow();
  }

  @Test
  void aHostThatIsNotHeardHidesNoOtherAndItsGuestsAreUnknown() {
    seen();
    second.put(FakeVirt.domain(SECOND, "mail", Power.ON));
    first.troubles.put("look", SILENT);

    Inventory seen = seen();

    assertThat(seen.host(FIRST).orElseThrow().power()).isEqualTo(Power.UNKNOWN);
    assertThat(seen.host(FIRST).orElseThrow().occupied()).isTrue();
    assertThat(seen.guest(WEB).orElseThrow().power()).isEqualTo(Power.UNKNOWN);
    assertThat(seen.guest(SECOND).orElseThrow().power()).isEqualTo(Power.ON);
    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isInstanceOf(Answer.Unknown.class);
    assertThat(hypervisor.start(FIRST)).isInstanceOf(Answer.Unknown.class);
  }

  @Test
  void whereNoneIsHeardNothingIsSeen() {
    seen();
    first.troubles.put("look", SILENT);
    second.troubles.put("look", SILENT);

    assertThat(hypervisor.look())
        .isInstanceOfSatisfying(
            Sight.Unseen.class, unseen -> assertThat(unseen.last()).isPresent());
    assertThat(hypervisor.migrate(WEB, SECOND)).isInstanceOf(Answer.Unknown.class);
    assertThatExceptionOfType(Outage.class).isThrownBy(() -> hypervisor.usage(now, now));
  }

  @Test
  void aConnectionThatBrokeIsOpenedAnewAndOneThatIsWellIsKept() {
    seen();
    first.troubles.put("look", SILENT);
    seen();
    assertThat(opened).hasValue(2);

    first.alive = false;
    seen();
    first.troubles.clear();
    seen();

    assertThat(opened).hasValue(3);
    assertThat(first.asked).contains("close");
  }

  @Test
  void aCallThatHangsIsGivenUpAndNoneIsSentAfterIt() {
    use(Duration.ofMillis(300));
    seen();
    first.latches.put("look", end);

    assertThat(seen().host(FIRST).orElseThrow().power()).isEqualTo(Power.UNKNOWN);
    long looks = first.asked.stream().filter("look"::equals).count();
    assertThat(seen().host(FIRST).orElseThrow().connected()).isFalse();
    assertThat(first.asked.stream().filter("look"::equals)).hasSize((int) looks);

    first.latches.clear();
    end.countDown();
    await().until(() -> seen().host(FIRST).orElseThrow().connected());
  }

  @Test
  void aMoveIsFollowedAndNotBegunAgain() {
    seen();
    first.latches.put("migrate", end);
    assertThat(hypervisor.migrate(WEB, SECOND)).isEqualTo(Answer.STILL_ASKED);
    assertThat(hypervisor.migrate(WEB, SECOND)).isEqualTo(Answer.STILL_ASKED);
    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isInstanceOf(Answer.Unknown.class);

    end.countDown();
    await().until(() -> hypervisor.migrate(WEB, SECOND).equals(Answer.DONE));

    assertThat(seen().guest(WEB).orElseThrow().on()).contains(SECOND);
    assertThat(first.asked).containsOnlyOnce("migrate").doesNotContain("shutDown");
  }

  @Test
  void aMoveThatFailsInTheMiddleIsRefusedInItsWordsAndTheGuestStaysWhereItWas() {
    first.troubles.put("migrate", new Trouble(Kind.REFUSED, "unsafe migration"));
    hypervisor.migrate(WEB, SECOND);

    await()
        .until(() ->
            hypervisor
                .migrate(WEB, SECOND)
                .equals(new Answer.Refused("move of web to kvm2: unsafe migration")));

    assertThat(seen().guest(WEB).orElseThrow().on()).contains(FIRST);
  }

  @Test
  void aMoveThatNeverEndsIsToldSo() {
    first.latches.put("migrate", end);
    hypervisor.migrate(WEB, SECOND);
    now = now.plus(Duration.ofMinutes(31));

    assertThat(hypervisor.migrate(WEB, SECOND))
        .isInstanceOfSatisfying(
            Answer.Unknown.class,
            unknown -> assertThat(unknown.because()).contains("still under way"));
    assertThat(first.asked).containsOnlyOnce("migrate");
  }

  /// Lesson 11.
  @Test
  void nothingGoesWhereItFindsNoRoom() {
    second.put(new Domain(SECOND, "large", 2, 62_000, Power.ON, 0, true, Optional.empty()));

    assertThat(hypervisor.migrate(WEB, SECOND))
        .isEqualTo(
            new Answer.Refused("move of web to kvm2: it needs 4096 MiB and 3536 are free there"));
  }

  /// Lesson 4.
  @Test
  void aDeviceOfItsHostTiesAGuest() {
    first.put(new Domain(WEB, "web", 2, 4096, Power.ON, 0, true, Optional.of("a device")));

    assertThat(seen().guest(WEB).orElseThrow().pinned()).contains("a device");
    assertThat(hypervisor.migrate(WEB, SECOND)).isInstanceOf(Answer.Refused.class);
    assertThat(first.asked).doesNotContain("migrate");
  }

  @Test
  void whereTheyMoveNoneMovingIsNoCapability() {
    second.migrates = false;
    seen();

    assertThat(hypervisor.capabilities()).doesNotContain(Capability.MIGRATION);
    assertThat(hypervisor.migrate(WEB, SECOND)).isInstanceOf(Answer.Refused.class);
  }

  /// Lesson 8.
  @Test
  void aGuestThatDoesNotGoStaysOnAndIsSwitchedOffOnlyWhereThatWasDecided() {
    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isEqualTo(Answer.STILL_ASKED);
    now = now.plus(Duration.ofMinutes(5));
    assertThat(hypervisor.shutDown(WEB, LEAVES_IT_ON)).isInstanceOf(Answer.Refused.class);
    assertThat(first.asked).doesNotContain("switchOff").containsOnlyOnce("shutDown");

    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isEqualTo(Answer.STILL_ASKED);
    now = now.plus(Duration.ofMinutes(5));
    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isEqualTo(Answer.DONE);
    assertThat(first.asked).contains("switchOff");
  }

  @Test
  void anotherEveningItIsToldAgainBeforeItIsSwitchedOff() {
    hypervisor.shutDown(WEB, SWITCHES_IT_OFF);
    now = now.plus(Duration.ofDays(1));

    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isEqualTo(Answer.STILL_ASKED);

    assertThat(first.asked).doesNotContain("switchOff");
  }

  @Test
  void aGuestThatWouldBeGoneStaysOn() {
    first.put(new Domain(WEB, "web", 2, 4096, Power.ON, 0, false, Optional.empty()));

    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isInstanceOf(Answer.Refused.class);
    assertThat(hypervisor.save(WEB)).isInstanceOf(Answer.Refused.class);
    assertThat(first.asked).doesNotContain("shutDown", "save");
  }

  @Test
  void aGuestThatIsDefinedTwiceIsWhereItRunsAndOtherwiseNamed() {
    second.put(FakeVirt.domain(WEB, "web", Power.OFF));
    assertThat(seen().guest(WEB).orElseThrow().on()).contains(FIRST);

    second.put(FakeVirt.domain(WEB, "web", Power.ON));
    assertThat(seen().ambiguous()).containsExactly(WEB);
    assertThat(hypervisor.shutDown(WEB, SWITCHES_IT_OFF)).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void aGuestThatIsSeenElsewhereIsNotWhereItWasLast() {
    seen();
    first.troubles.put("look", SILENT);
    second.put(FakeVirt.domain(WEB, "web", Power.ON));

    assertThat(seen().guest(WEB).orElseThrow().on()).contains(SECOND);
    assertThat(seen().ambiguous()).isEmpty();
  }

  @Test
  void howBusyItWasIsReckonedBetweenLooksAndACounterThatWentBackTellsNothing() {
    for (long seconds : List.of(0L, 30L, 90L, 10L, 40L)) {
      first.put(
          new Domain(
              WEB, "web", 2, 4096, Power.ON, seconds * 1_000_000_000, true, Optional.empty()));
      seen();
      now = now.plusSeconds(60);
    }

    List<Sample> samples = hypervisor.usage(now.minusSeconds(600), now);

    assertThat(samples)
        .filteredOn(sample -> sample.member().equals("guest/" + WEB))
        .singleElement()
        .satisfies(sample -> {
          assertThat(sample.cpuMean()).isEqualTo((30 + 60 + 30) / 180.0);
          assertThat(sample.cpuPeak()).isEqualTo(1.0);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qemu+tcp://kvm1.example/system",
        "qemu+tls://a:geheim-4711@kvm1.example/system",
        "kvm1"
      })
  void anAddressInClearOrWithAPasswordIsRefused(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LibvirtHost(FIRST, "kvm1", URI.create(address)))
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("geheim-4711"));
  }
}
