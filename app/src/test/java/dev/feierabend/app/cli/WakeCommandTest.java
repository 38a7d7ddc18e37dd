package dev.feierabend.app.cli;

import static dev.feierabend.app.cli.PlayedBoards.Manner.BUSY_TWICE;
import static dev.feierabend.app.cli.PlayedBoards.Manner.GOOD;
import static dev.feierabend.app.cli.PlayedBoards.Manner.HANGS;
import static dev.feierabend.app.cli.PlayedBoards.Manner.REFUSES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.app.wiring.SleepingFleet;
import dev.feierabend.policies.fleet.WakeListText;
import dev.feierabend.policies.terms.MachineId;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `wake` does where controllers don't as they should, and what it says.
class WakeCommandTest {
  @TempDir private Path folder;
  private final SleepingFleet fleet = new SleepingFleet();
  private PlayedBoards boards;
  private Path credentials;
  private Path list;

  @BeforeEach
  void boardsAndTheirLogin() throws IOException {
    boards = new PlayedBoards();
    credentials = Files.createDirectories(folder.resolve("credentials"));
    Files.writeString(
        credentials.resolve("bmc"), PlayedBoards.USER + "\n" + PlayedBoards.PASSWORD + "\n");
    list = folder.resolve("wake-list.yaml");
  }

  @AfterEach
  void end() {
    boards.close();
  }

  @Test
  void whoHangsRefusesOrIsBusyKeepsNobodyElseAndIsNamed() throws IOException {
    hosts(HANGS, BUSY_TWICE, GOOD, GOOD, REFUSES);
    write();

    Typed woken = Typed.of("wake", "--list", list, "--within", "PT12S", "--at-once", 2, "--json");

    assertThat(woken.exit()).isEqualTo(Exit.NO);
    assertThat(states(woken)).containsExactly("LEFT", "WOKEN", "WOKEN", "WOKEN", "LEFT");
    assertThat(host(woken, 4).get("because").asText()).contains("refuses the login of feierabend");
    assertThat(boards.logins.get("4")).hasValue(1);
    assertThat(boards.pressed).containsExactlyInAnyOrder("1", "2", "3");
    assertNoSecret(woken.out() + woken.err());
  }

  @Test
  void whoIsOnIsLeftAloneAndAllAreOnIsGood() throws IOException {
    hosts(GOOD, GOOD);
    write();

    assertThat(wake().exit()).isZero();
    Typed again = wake();

    assertThat(again.exit()).isZero();
    assertThat(again.out())
        .contains("ok    host-0", "was on already", "0 woken, 2 were on already");
    assertThat(boards.pressed).hasSize(2);
  }

  @Test
  void onlyTheHostsThatAreNamedAreWoken() throws IOException {
    hosts(GOOD, GOOD);
    write();

    assertThat(wake("--host", "host-1").exit()).isZero();
    assertThat(boards.pressed).containsExactly("1");
    assertThat(wake("--host", "host-7"))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed ->
            assertThat(typed.err())
                .contains("expected a host of the list, found \"host-7\"; did you mean \"host-"));
  }

  @Test
  void aDryRunAsksAndSwitchesNothing() throws IOException {
    hosts(GOOD, REFUSES);
    write();

    Typed looked = wake("--dry-run");

    assertThat(looked.exit()).isEqualTo(Exit.NO);
    assertThat(looked.out())
        .contains("ok    host-0                is off and can be woken", "LEFT  host-1");
    assertThat(boards.pressed).isEmpty();
    assertNoSecret(looked.out() + looked.err());
  }

  @Test
  void whereNoControllerAnswersItIsAnOutage() throws IOException {
    hosts(GOOD);
    write();
    Files.delete(credentials.resolve("bmc"));

    Typed woken = wake("--within", "PT3S");

    assertThat(woken.exit()).isEqualTo(Exit.OUTAGE);
    assertThat(woken.out()).contains("credentials/bmc cannot be read");
  }

  @Test
  void atAnotherSiteTheLoginsMayBeInAnotherFolder() throws IOException {
    hosts(GOOD);
    write();
    Path elsewhere = folder.resolve("elsewhere");
    Files.move(credentials, elsewhere);

    assertThat(wake("--credentials", elsewhere).exit()).isZero();
  }

  @Test
  void aHostThatOnlyWakesByLanIsSentItsPacketAndNobodyClaimsThatItIsOn() throws IOException {
    try (var segment = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      segment.setSoTimeout(10_000);
      fleet.controller(
          "lan",
          "kind: wake-on-lan, broadcast: \"127.0.0.1:%d\"".formatted(segment.getLocalPort()));
      fleet.host("host-0", machine(0), "controller: lan, system: \"52:54:00:12:34:56\"");
      write();

      Typed woken = wake();

      assertThat(woken.exit()).isEqualTo(Exit.NO);
      assertThat(woken.out()).contains("warn  host-0").contains("1 sent a packet");
      var packet = new DatagramPacket(new byte[200], 200);
      segment.receive(packet);
      assertThat(packet.getLength()).isEqualTo(102);
    }
  }

  @Test
  void aListThatIsHalfOrDamagedIsRefusedWithItsPlaceAndNobodyIsSwitched() throws IOException {
    hosts(GOOD, GOOD);
    write();
    String whole = Files.readString(list);
    Files.writeString(list, whole.substring(0, whole.indexOf("  hosts:") + 4));
    assertThat(wake())
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed ->
            assertThat(typed.err())
                .contains("wake-list.yaml:12:1: expected the digest of all lines above"));

    Files.writeString(list, whole.replace("system: \"1\"", "system: \"2\""));
    assertThat(wake())
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed ->
            assertThat(typed.err())
                .contains("expected lines above with the digest that stands here")
                .contains("write it anew with feierabend wake --export"));
    assertThat(boards.logins.get("0")).hasValue(0);
  }

  @Test
  void whileItWaitsThePasswordIsInNoProcessList() throws Exception {
    hosts(HANGS);
    write();
    var woken =
        CompletableFuture.supplyAsync(() -> {
          try {
            return WakeProcess.run(List.of(), "--list", list, "--within", "PT4S");
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    await().atMost(Duration.ofMinutes(1)).until(() -> boards.logins.get("0").get() > 0);

    assertThat(commandLines())
        .anyMatch(line -> line.contains(list.toString()))
        .noneMatch(line -> line.contains(PlayedBoards.PASSWORD));
    assertThat(woken.get().exit()).isEqualTo(Exit.OUTAGE);
    assertNoSecret(woken.get().said());
  }

  @Test
  void aListByHandNamesEveryHostThatCanBeWokenSoAndSaysWhichCannot() throws IOException {
    hosts(GOOD);
    fleet.controller("notes", "kind: node-annotation");
    fleet.host("host-1", machine(1), "controller: notes");
    Path document = Files.writeString(folder.resolve("fleet.yaml"), fleet.text());
    Path settings =
        Files.writeString(
            folder.resolve("feierabend.yaml"),
            "feierabend: {fleet: %s, credentials: %s}%n".formatted(document, credentials));

    Typed written = Typed.of("wake", "--export", list, "--config", settings);

    assertThat(written.exit()).isZero();
    assertThat(written.out()).contains("One host is on it", "can't speak to", "host-1");
    assertThat(wake().exit()).isZero();
    assertThat(boards.on).containsEntry("0", true);
  }

  @Test
  void theDoctorTellsWhetherTheServicesListIsWhole() throws IOException {
    hosts(GOOD);
    write();
    Path document = Files.writeString(folder.resolve("fleet.yaml"), fleet.text());
    Path settings =
        Files.writeString(
            folder.resolve("feierabend.yaml"),
            "feierabend: {fleet: %s, journal: %s, wake-list: %s}%n"
                .formatted(document, folder.resolve("journal"), list));

    assertThat(Typed.of("doctor", "--config", settings).out())
        .containsPattern("ok +wake-list.*one host");
    Files.writeString(list, "half");
    assertThat(Typed.of("doctor", "--config", settings).out())
        .containsPattern("BAD +wake-list.*expected the digest");
    Files.delete(list);
    assertThat(Typed.of("doctor", "--config", settings).out())
        .containsPattern("BAD +wake-list.*the service writes it at its start");
  }

  @Test
  void aListWithoutHostsIsGoodAndOneOfTheTwoMustBeNamed() throws IOException {
    write();
    assertThat(wake())
        .satisfies(typed -> assertThat(typed.exit()).isZero())
        .satisfies(typed -> assertThat(typed.out()).contains("nobody sleeps"));
    assertThat(Typed.of("wake").exit()).isEqualTo(Exit.USAGE);
    assertThat(Typed.of("wake", "--list", list, "--at-once", 0).exit()).isEqualTo(Exit.USAGE);
    assertThat(Typed.of("wake", "--list", list, "--lang", "de").out()).contains("niemand schläft");
  }

  private Typed wake(Object... more) {
    return Typed.of(Stream.concat(Stream.of("wake", "--list", list), Stream.of(more)).toArray());
  }

  private void hosts(PlayedBoards.Manner... manners) throws IOException {
    for (int i = 0; i < manners.length; i++) {
      board(i, manners[i]);
    }
  }

  /// Each has its own board; they share a file of logins.
  private void board(int number, PlayedBoards.Manner manner) throws IOException {
    String system = Integer.toString(number);
    String url = boards.board(system, machine(number).toString(), manner);
    String bmc = "bmc-" + number;
    fleet.controller(bmc, "kind: redfish, url: \"%s\", credentials: bmc".formatted(url));
    fleet.host(
        "host-" + number, machine(number), "controller: %s, system: \"%s\"".formatted(bmc, system));
  }

  private void write() throws IOException {
    String text = WakeListText.of(fleet.all(Optional.of(credentials)));
    assertNoSecret(text);
    Files.writeString(list, text);
  }

  private static MachineId machine(int number) {
    return new MachineId(new UUID(0x4000, 0x8000_0000_0000_0000L | number));
  }

  private static JsonNode host(Typed typed, int number) {
    return typed.json().at("/hosts/" + number);
  }

  private static List<String> states(Typed typed) {
    return StreamSupport.stream(typed.json().get("hosts").spliterator(), false)
        .map(host -> host.get("state").asText())
        .toList();
  }

  private static void assertNoSecret(String text) {
    assertThat(text)
        .doesNotContain(PlayedBoards.PASSWORD)
        .doesNotContain(
            Base64.getEncoder()
                .encodeToString((PlayedBoards.USER + ":" + PlayedBoards.PASSWORD).getBytes()));
  }

  private static List<String> commandLines() {
    return ProcessHandle.allProcesses()
        .map(ProcessHandle::info)
        .flatMap(info ->
            Stream.concat(
                info.commandLine().stream(), info.arguments().stream().flatMap(Stream::of)))
        .toList();
  }
}
