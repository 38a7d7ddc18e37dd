package dev.feierabend.app.cli;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.app.wiring.SleepingFleet;
import dev.feierabend.core.acting.Answer;
import dev.feierabend.core.planning.FleetPort.Power;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.RedfishEmulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A night's hosts are off and everything of Feierabend's is gone but the list; `wake`, a process
/// of its own, brings all of them back: OpenStack's Redfish emulator and OpenIPMI's simulator.
class WakeOnTheEmulatorsTest {
  private static final List<UUID> BY_REDFISH =
      IntStream.range(0, 4).mapToObj(i -> new UUID(0x9000, 0x8000_0000_0000_0000L | i)).toList();
  private static final UUID BY_IPMI = UUID.fromString("4c4c4544-0042-3510-8051-b4c04f4d4b31");
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void allHostsOfTheNightAreBackWithServiceAndStoreGone() throws IOException {
    Path credentials = Files.createDirectories(folder.resolve("credentials"));
    Files.writeString(
        credentials.resolve("boards"), IpmiSimulator.USER + "\n" + IpmiSimulator.PASSWORD + "\n");
    Path list = folder.resolve("wake-list.yaml");
    var on = new TreeMap<>(BY_REDFISH.stream().collect(toMap(id -> id, _ -> true)));
    try (var redfish = RedfishEmulator.start(on);
        var ipmi = IpmiSimulator.of(BY_IPMI)) {
      SleepingFleet fleet = fleet(redfish, ipmi);
      assertThat(fleet.sleeps(list, Optional.of(credentials)).values())
          .hasSize(5)
          .containsOnly(Answer.DONE);
      await().atMost(PATIENCE).until(() -> on(fleet, credentials) == 0);
      assertThat(ipmi.on()).isFalse();

      Path loaded = folder.resolve("loaded.log");
      WakeProcess woken =
          WakeProcess.run(
              List.of("-Xlog:class+load:file=" + loaded), "--list", list, "--within", "PT2M");

      assertThat(woken.said()).contains("5 woken, 0 were on already, 0 sent a packet, 0 left.");
      assertThat(woken.exit()).isZero();
      assertThat(on(fleet, credentials)).isEqualTo(5);
      assertThat(ipmi.on()).isTrue();
      assertThat(woken.said() + Files.readString(list)).doesNotContain(IpmiSimulator.PASSWORD);
      assertThat(Files.readString(loaded))
          .contains("dev.feierabend.app.waking.RollCall")
          .doesNotContain("org.springframework.context", "org.springframework.boot.SpringApp")
          .doesNotContain("org.axonframework", "io.fabric8");

      WakeProcess again = WakeProcess.run(List.of(), "--list", list);
      assertThat(again.said()).contains("0 woken, 5 were on already");
      assertThat(again.exit()).isZero();
    }
  }

  @Test
  void aBoardThatRefusesItsLoginIsAskedOnceAndTheOthersAreBack() throws IOException {
    Path credentials = Files.createDirectories(folder.resolve("credentials"));
    Path login = credentials.resolve("boards");
    Files.writeString(login, IpmiSimulator.USER + "\n" + IpmiSimulator.PASSWORD + "\n");
    Path list = folder.resolve("wake-list.yaml");
    UUID second = BY_REDFISH.getFirst();
    try (var redfish = RedfishEmulator.start(new TreeMap<>(Map.of(second, true)));
        var ipmi = IpmiSimulator.of(BY_IPMI)) {
      Path calls = folder.resolve("calls");
      SleepingFleet fleet =
          new SleepingFleet()
              .ipmi(counted(ipmi.tool(), calls), 3)
              .controller("bmc", "kind: redfish, url: \"%s\"".formatted(redfish.uri()))
              .controller("boards", "kind: ipmi, credentials: boards")
              .host("host-0", new MachineId(second), "controller: bmc, system: \"" + second + "\"")
              .host(
                  "host-ipmi",
                  new MachineId(BY_IPMI),
                  "controller: boards, system: \"" + ipmi.address() + "\"");
      fleet.sleeps(list, Optional.of(credentials));
      await().atMost(PATIENCE).until(() -> on(fleet, credentials) == 0);
      Files.writeString(login, IpmiSimulator.USER + "\nWrong-1f2e-Secret\n");
      Files.delete(calls);

      WakeProcess woken = WakeProcess.run(List.of(), "--list", list, "--within", "PT30S", "--json");

      JsonNode told = Typed.json(woken.said());
      assertThat(told.at("/hosts/0/state").asText()).isEqualTo("WOKEN");
      assertThat(told.at("/hosts/1/state").asText()).isEqualTo("LEFT");
      assertThat(told.at("/hosts/1/because").asText())
          .contains("refuses the login of " + IpmiSimulator.USER);
      assertThat(woken.said()).doesNotContain("Wrong-1f2e-Secret");
      assertThat(woken.exit()).isEqualTo(Exit.NO);
      assertThat(Files.readAllLines(calls)).hasSize(1);
      assertThat(ipmi.on()).isFalse();
    }
  }

  /// The tool, which notes how often it is run.
  private Path counted(Path tool, Path calls) throws IOException {
    Path counting =
        Files.writeString(
            folder.resolve("tool"),
            "#!/bin/sh\necho \"$*\" >>%s\nexec %s \"$@\"\n".formatted(calls, tool));
    assertThat(counting.toFile().setExecutable(true)).isTrue();
    return counting;
  }

  private static SleepingFleet fleet(RedfishEmulator redfish, IpmiSimulator ipmi) {
    SleepingFleet fleet =
        new SleepingFleet()
            .ipmi(ipmi.tool(), 3)
            .controller("bmc", "kind: redfish, url: \"%s\"".formatted(redfish.uri()))
            .controller("boards", "kind: ipmi, credentials: boards");
    for (int i = 0; i < BY_REDFISH.size(); i++) {
      UUID id = BY_REDFISH.get(i);
      fleet.host("host-" + i, new MachineId(id), "controller: bmc, system: \"" + id + "\"");
    }
    return fleet.host(
        "host-ipmi",
        new MachineId(BY_IPMI),
        "controller: boards, system: \"" + ipmi.address() + "\"");
  }

  private static long on(SleepingFleet fleet, Path credentials) {
    return fleet.fleet().hosts().stream()
        .filter(host -> fleet.power(host.id(), Optional.of(credentials)) == Power.ON)
        .count();
  }
}
