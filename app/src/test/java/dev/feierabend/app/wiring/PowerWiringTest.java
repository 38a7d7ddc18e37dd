package dev.feierabend.app.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.acting.PowerCapability;
import dev.feierabend.core.acting.PowerOffer;
import dev.feierabend.core.acting.PowerReading;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.hypervisor.ipmi.IpmiTool;
import dev.feierabend.hypervisor.login.Login;
import dev.feierabend.hypervisor.redfish.RedfishClient;
import dev.feierabend.hypervisor.switching.Deadlines;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which controller the fleet document gives to which host, and with whose login.
final class PowerWiringTest {
  private static final MachineId BY_IPMI = machine(1);
  private static final MachineId BY_LAN = machine(2);
  private static final MachineId BY_NOBODY = machine(3);

  @TempDir private Path folder;

  @Test
  void aHostOfKindIpmiIsSwitchedByTheToolThatTheSettingsNameWithTheLoginInTheFile()
      throws IOException {
    Files.writeString(folder.resolve("boards"), "anna\nfirst\n");
    Path tool = program("echo \"$*\" >> $0.told; echo \"$IPMI_PASSWORD\" >> $0.told");
    try (RoutedPower power = wired(tool, 9)) {
      assertThat(power.state(BY_IPMI)).isEqualTo(Power.UNKNOWN);
      Files.writeString(folder.resolve("boards"), "anna\nsecond\n");
      power.state(BY_IPMI);
    }

    assertThat(Path.of(tool + ".told"))
        .content()
        .contains("-H bmc-1.example -p 6230 -U anna -E")
        .containsSubsequence("first\n", "second\n");
  }

  @Test
  void withoutItsFileAHostIsUnknownAndTheSentenceSaysWhichIsMissing() throws IOException {
    try (RoutedPower power = wired(program("exit 0"), 9)) {
      assertThat(power.state(BY_IPMI)).isEqualTo(Power.UNKNOWN);
      assertThat(power.on(BY_IPMI))
          .isEqualTo(
              new Answer.Unknown(
                  "The credentials %s cannot be read".formatted(folder.resolve("boards"))));
    }
  }

  @Test
  void aHostOfKindWakeOnLanIsWokenInItsSegment() throws IOException {
    try (var segment = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        RoutedPower power = wired(program("exit 0"), segment.getLocalPort())) {
      segment.setSoTimeout(10_000);
      assertThat(power.offer(BY_LAN)).isEqualTo(new PowerOffer.Known(Set.of(PowerCapability.ON)));
      assertThat(power.on(BY_LAN)).isEqualTo(Answer.DONE);

      var packet = new DatagramPacket(new byte[200], 200);
      segment.receive(packet);
      assertThat(packet.getLength()).isEqualTo(102);
    }
  }

  @Test
  void aHostWithoutAControllerIsOfferedNothing() throws IOException {
    try (RoutedPower power = wired(program("exit 0"), 9)) {
      assertThat(power.offer(BY_NOBODY)).isEqualTo(PowerOffer.NOTHING);
      assertThat(power.on(BY_NOBODY)).isInstanceOf(Answer.Refused.class);
      assertThat(power.reading(BY_NOBODY)).isInstanceOf(PowerReading.NotOffered.class);
    }
  }

  @Test
  void aFileOfCredentialsHasTwoLinesAndShowsNeither() throws IOException {
    Path file = Files.writeString(folder.resolve("login"), "anna\ngeheim\n");
    assertThat(new LoginFile(file).login()).isEqualTo(new Login("anna", "geheim"));
    assertThat(new LoginFile(file).login().toString()).doesNotContain("geheim");

    Files.writeString(file, "geheim");
    assertThatThrownBy(() -> new LoginFile(file).login())
        .isInstanceOf(Outage.class)
        .hasMessage("Expected a user and a password, a line each, in " + file);
  }

  private RoutedPower wired(Path tool, int port) {
    var gear =
        new Switchgear(
            RedfishClient.standard(),
            new IpmiTool(tool, OptionalInt.empty(), Duration.ofSeconds(20), 1),
            Deadlines.USUAL);
    return new PowerWiring(
            fleet(port), new Credentials(Optional.of(folder)), gear, Clock.systemUTC())
        .with(Map.of());
  }

  private Path program(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("tool"), "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }

  private static Fleet fleet(int port) {
    String document =
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: two}
        spec:
          pools: [{id: hosts}]
          controllers:
            - {name: boards, kind: ipmi, credentials: boards}
            - {name: segment, kind: wake-on-lan, broadcast: "127.0.0.1:%d"}
          hosts:
        """
                .formatted(port)
            + host(BY_IPMI, ", controller: boards, system: \"bmc-1.example:6230\"")
            + host(BY_LAN, ", controller: segment, system: \"52:54:00:12:34:56\"")
            + host(BY_NOBODY, "");
    return switch (FleetParser.parse("fleet", document.getBytes(UTF_8))) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults);
    };
  }

  private static String host(MachineId id, String control) {
    String last = id.toString().substring(35);
    return """
        - {uuid: %s, name: host-%s, pool: hosts, cores: 8, memoryGiB: 64,
           watts: {idle: 100, peak: 200}, standbyWatts: 8, boot: PT4M, bootWatts: 150%s}
    """
        .formatted(id, last, control);
  }

  private static MachineId machine(int number) {
    return MachineId.of("00000000-0000-0000-0000-00000000000" + number);
  }
}
