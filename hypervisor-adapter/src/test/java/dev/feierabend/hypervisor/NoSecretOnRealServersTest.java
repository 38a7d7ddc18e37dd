package dev.feierabend.hypervisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.PowerController;
import dev.feierabend.core.hosting.HypervisorPort;
import dev.feierabend.core.hosting.Patience;
import dev.feierabend.hypervisor.libvirt.LibvirtHost;
import dev.feierabend.hypervisor.libvirt.LibvirtHypervisor;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.EchoingServer;
import dev.feierabend.testservers.LibvirtDriver;
import dev.feierabend.testservers.PlantedSecret;
import dev.feierabend.testservers.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Planted passwords, of every adapter on its real emulator: let in, turned away, repeated by the
/// server in whatever it answers, behind a certificate that nobody vouches for, where nobody is,
/// and where the server dies. They are looked for in answers, sights, readings, exceptions with
/// their causes, and the log.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NoSecretOnRealServersTest {
  /// As long as IPMI lets it be.
  private static final String WRONG = "Planted-wrong&7c11";

  @TempDir private static Path folder;
  private static RealParties parties;
  private Overheard log;

  @BeforeAll
  static void start() {
    parties = new RealParties();
  }

  @AfterAll
  static void stop() {
    if (parties != null) {
      parties.close();
    }
  }

  @BeforeEach
  void listen() {
    log = new Overheard();
  }

  @AfterEach
  void leave() {
    log.close();
  }

  @ParameterizedTest
  @EnumSource(Party.class)
  void whoIsLetInTellsNobody(Party party) {
    Login login = parties.login(party);

    assertUntold(login, asked(() -> parties.real(party, login)));
  }

  @ParameterizedTest
  @EnumSource(Party.class)
  void aWrongPasswordIsToldToNobody(Party party) {
    var wrong = new Login(parties.login(party).user(), WRONG);

    assertThat(assertUntold(wrong, asked(() -> parties.real(party, wrong))))
        .contains(party.refusal());
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 401, 409, 500})
  void aServerThatRepeatsWhatItWasToldTellsNobody(int status) throws Exception {
    for (Party party : Party.OVER_HTTP) {
      try (var echo = new EchoingServer(status)) {
        Login login = parties.login(party);

        assertUntold(login, asked(() -> parties.at(party, echo.uri(), login)));

        var planted = new PlantedSecret(login.password());
        assertThat(echo.said())
            .as("%s repeats", party)
            .anyMatch(it -> planted.toldBy(it).isPresent());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = "IPMI", mode = EnumSource.Mode.EXCLUDE)
  void aCertificateThatNobodyVouchesForTellsNobody(Party party) {
    Login login = parties.login(party);

    assertThat(assertUntold(login, asked(() -> parties.untrusting(party, login))))
        .containsIgnoringCase("certif");
  }

  /// At the end, for nobody comes back: sessions and tickets are there already.
  @Test
  @Order(Integer.MAX_VALUE)
  void aServerThatDiesTellsNobody() {
    var asked = new EnumMap<Party, RealParties.Asked>(Party.class);
    for (Party party : Party.values()) {
      asked.put(party, parties.real(party, parties.login(party)));
      said(asked.get(party));
    }
    parties.close();
    asked.forEach((party, open) -> {
      try (open) {
        assertUntold(parties.login(party), said(open));
      }
    });
  }

  @ParameterizedTest
  @EnumSource(Party.class)
  void whereNobodyIsNobodyIsTold(Party party) {
    Login login = parties.login(party);

    assertUntold(login, asked(() -> parties.at(party, Ports.nobody(), login)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "qemu+tls://feierabend:Planted-wrong&7c11@kvm1.example/system",
        "qemu+tcp://feierabend:Planted-wrong&7c11@kvm1.example/system",
        "//feierabend:Planted-wrong&7c11@kvm1.example/system"
      })
  void anAddressWithAPasswordIsRefusedWithoutSayingIt(String address) {
    var login = new Login("feierabend", WRONG);
    var uri = URI.create(address.replace("&", "%26"));
    var said = new ArrayList<String>();

    for (Supplier<Object> made : parties.of(uri)) {
      try {
        said.add(made.get().toString());
      } catch (IllegalArgumentException refused) {
        said.add(Overheard.of(refused));
      }
    }

    assertThat(said).hasSizeGreaterThan(2).noneMatch(it -> it.contains("7c11"));
    assertUntold(login, said);
  }

  @Test
  void libvirtHasNoPasswordToTell() {
    var host = new MachineId(new UUID(7, 1));
    var guest = new LibvirtDriver.Guest("guest", UUID.randomUUID());
    URI there = LibvirtDriver.host(folder, "kvm1", List.of(guest));
    try (var hypervisor =
        LibvirtHypervisor.of(
            "kvm", List.of(new LibvirtHost(host, "kvm1", there)), Clock.systemUTC())) {
      assertThat(String.join("", hypervisor(hypervisor, host))).contains("kvm1");
    }
  }

  /// The search itself: what an adapter would say if it told.
  @Test
  void whatIsToldIsFound() {
    Login login = parties.login(Party.VSPHERE);
    var planted = new PlantedSecret(login.password());
    System.err.println("refused: " + login.basic());
    java.util.logging.Logger.getLogger("jdk").fine("sent " + login.password());

    assertThat(planted.toldBy(log.text().replace(login.password(), ""))).isPresent();
    assertThat(planted.toldBy(log.text().replace(login.basic(), ""))).isPresent();
    var thrown = new IllegalStateException("outer", new IllegalStateException(login.password()));
    assertThat(planted.toldBy(Overheard.of(thrown))).isPresent();
  }

  private String assertUntold(Login login, List<String> said) {
    String all = String.join("\n", said) + log.text();
    var planted = new PlantedSecret(login.password());
    assertThat(planted.toldBy(all)).isEmpty();
    assertThat(all).doesNotContain(login.basic().substring("Basic ".length()));
    return all;
  }

  /// Everything that it can be asked and says.
  private static List<String> asked(Supplier<RealParties.Asked> party) {
    try (var asked = party.get()) {
      return said(asked);
    }
  }

  private static List<String> said(RealParties.Asked asked) {
    var said = new ArrayList<String>();
    asked.power().ifPresent(power -> said.addAll(power(power, asked.machine())));
    asked.hypervisor().ifPresent(it -> said.addAll(hypervisor(it, asked.machine())));
    return said;
  }

  private static List<String> power(PowerController power, MachineId machine) {
    return said(
        power::toString,
        () -> power.offer(machine),
        () -> power.state(machine),
        () -> power.on(machine),
        () -> power.softOff(machine),
        () -> power.reading(machine));
  }

  private static List<String> hypervisor(HypervisorPort hypervisor, MachineId machine) {
    Instant now = Instant.now();
    return said(
        hypervisor::toString,
        hypervisor::look,
        hypervisor::capabilities,
        () -> hypervisor.usage(now.minusSeconds(600), now),
        () -> hypervisor.migrate(machine, machine),
        () -> hypervisor.enterMaintenance(machine),
        () -> hypervisor.leaveMaintenance(machine),
        () -> hypervisor.start(machine),
        () -> hypervisor.shutDown(machine, Patience.of(Duration.ofMinutes(1))));
  }

  @SafeVarargs
  private static List<String> said(Supplier<Object>... questions) {
    var said = new ArrayList<String>();
    for (Supplier<Object> question : questions) {
      try {
        said.add(String.valueOf(question.get()));
      } catch (RuntimeException thrown) {
        said.add(Overheard.of(thrown));
      }
    }
    return said;
  }
}
