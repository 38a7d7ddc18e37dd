package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.Store;
import dev.feierabend.core.Slices;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `simulate` on four hosts with a guest each, two nights long; one guest backs up on Monday from
/// seven to eleven.
class SimulateCommandTest {
  private static final Instant MONDAY = Instant.parse("2026-05-11T12:00:00Z");
  private static final int SLOTS = 2 * 288;

  @TempDir Path folder;
  private Path fleet = Path.of("");
  private Path policy = Path.of("");
  private Path load = Path.of("");

  @BeforeEach
  void twoNights() throws IOException {
    fleet = fleet("PT4M");
    policy =
        written(
            "nights.yaml",
            """
            apiVersion: feierabend.dev/v1
            kind: SchedulePolicy
            metadata: {name: nights, tenant: hosting}
            spec:
              pools: [vms]
              zone: UTC
              asleep:
                - {every: Mon-Sun, from: "20:00", to: "06:00"}
              readyBy: {lead: PT30M}
              floor: {hosts: 1}
            """);
    load = written("load.json", recorded("0.1"));
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path fleet(String boot) throws IOException {
    var text =
        new StringBuilder(
            """
            apiVersion: feierabend.dev/v1
            kind: Fleet
            metadata: {name: hosting}
            spec:
              tenants:
                - {id: hosting, name: Hosting}
              pools:
                - {id: hosts}
                - {id: vms, tenant: hosting}
              controllers:
                - {name: sandbox, kind: sandbox}
              hosts:
            """);
    for (int host = 0; host < 4; host++) {
      text.append(
          """
              - uuid: 00000000-0000-0000-0000-00000000000%d
                name: host-%d
                pool: hosts
                cores: 16
                memoryGiB: 64
                watts: {idle: 100, peak: 300}
                standbyWatts: 8
                boot: %s
                bootWatts: 200
                controller: sandbox
                guests:
                  - uuid: 10000000-0000-0000-0000-00000000000%d
                    name: vm-%d
                    pool: vms
                    cores: 4
                    memoryGiB: 16
                    movable: true
          """
              .formatted(host, host, boot, host, host));
    }
    return written("fleet-" + boot + ".yaml", text.toString());
  }

  /// As Prometheus answers; a line a guest.
  private static String recorded(String first) {
    var series = new StringJoiner(",\n");
    for (int guest = 0; guest < 4; guest++) {
      var values = new StringJoiner(", ");
      for (int slot = 0; slot < SLOTS; slot++) {
        boolean backup = guest == 2 && slot >= 7 * 12 && slot < 11 * 12;
        String cores = slot == 0 ? first : backup ? "3.4" : "0.2";
        values.add("[%d, \"%s\"]".formatted(MONDAY.getEpochSecond() + 300L * slot, cores));
      }
      series.add("{\"metric\": {\"vm\": \"vm-%d\"}, \"values\": [%s]}".formatted(guest, values));
    }
    return "{\"status\": \"success\", \"data\": {\"resultType\": \"matrix\", \"result\": [\n"
        + series
        + "]}}";
  }

  private Typed simulate(Path machines, Object... more) {
    Object[] words = new Object[more.length + 7];
    Object[] first = {"simulate", "--fleet", machines, "--policy", policy, "--load", load};
    System.arraycopy(first, 0, words, 0, first.length);
    System.arraycopy(more, 0, words, first.length, more.length);
    return Typed.of(words);
  }

  @Test
  void theBusyNightIsToldWithItsReasonAndWhatWasSaved() {
    Typed typed = simulate(fleet, "--lang", "en");

    assertThat(typed.exit()).as(typed.err() + typed.out()).isZero();
    List<String> lines = typed.lines();
    assertThat(lines.getFirst())
        .isEqualTo("4 hosts with 4 guests, Mon 2026-05-11 12:00 to Wed 2026-05-13 12:00");
    assertThat(lines)
        .contains(
            "Mon 2026-05-11 20:00  3 guests asleep, 2 hosts off, 1 kept up by their load (agreed)")
        .anyMatch(
            line -> line.matches("Mon 2026-05-11 23:\\d\\d  4 guests asleep, .*quiet again.*"))
        .anyMatch(line -> line.startsWith("Busy night Mon 2026-05-11: 1 guests busy and 0 unknown"))
        .noneMatch(line -> line.startsWith("Busy night Tue"))
        .anyMatch(
            line -> line.matches(" *vm-2, 3\\.\\d h: vm-2 was asked for 85 % of its size, .*"))
        .contains("Nights that load contradicted: 1");
    assertThat(lines.getLast()).matches("Every law held: [\\d,]+ checks, \\d+ plans");
  }

  @Test
  void whatOurOwnJournalRecordedIsReplayedAsTheSameLoadFromElsewhere() throws IOException {
    load = written("load.json", recorded("0.2"));
    JsonNode elsewhere = simulate(fleet, "--json").json();

    load = journal("whole", SLOTS / 12);
    Typed ours = simulate(fleet, "--json");

    assertThat(ours.exit()).as(ours.err() + ours.out()).isZero();
    assertThat(ours.json()).isEqualTo(elsewhere);
  }

  @Test
  void whatOurOwnJournalDoesNotRecordIsUnknown() throws IOException {
    load = journal("gap", 9);
    Typed typed = simulate(fleet, "--lang", "en");

    assertThat(typed.exit()).as(typed.err() + typed.out()).isZero();
    assertThat(typed.lines())
        .anyMatch(line -> line.startsWith("Quiet night Tue 2026-05-12: 1 guests unknown, "))
        .anyMatch(line -> line.matches(" *vm-0, 9\\.5 h: its state is in doubt: vm-0, .*"));
  }

  /// An hour after the other; of the first guest `known` of them.
  private Path journal(String name, int known) throws IOException {
    Path directory = Files.createDirectory(folder.resolve(name));
    try (var store = Store.of(directory.toString(), MongoLogin.NONE);
        var journal = Slices.journal(store.log(() -> MONDAY), () -> MONDAY, List.of())) {
      for (int hour = 0; hour < SLOTS / 12; hour++) {
        Instant from = MONDAY.plus(Duration.ofHours(hour));
        assertThat(journal.send(hour(from, hour, hour < known ? 0 : 1)))
            .isInstanceOf(Decision.Accepted.class);
      }
    }
    return directory;
  }

  private static RecordUtilisation hour(Instant from, int hour, int first) {
    List<Sample> samples =
        IntStream.range(first, 4)
            .mapToObj(guest -> {
              double cores = guest == 2 && hour >= 7 && hour < 11 ? 3.4 : 0.2;
              String member = "guest/10000000-0000-0000-0000-00000000000" + guest;
              return new Sample(member, cores, cores, 1024, Optional.empty());
            })
            .toList();
    return new RecordUtilisation(
        Owner.of(new TenantId("hosting")),
        new PoolLoad(new PoolId("vms"), samples.size(), samples),
        from,
        from.plus(Duration.ofHours(1)));
  }

  @Test
  void germanPeopleReadItInGerman() {
    List<String> lines = simulate(fleet, "--lang", "de").lines();

    assertThat(lines.getFirst()).startsWith("4 Hosts mit 4 Gästen, Mo");
    assertThat(lines)
        .anyMatch(line -> line.contains("vm-2 war zu 85 % ausgelastet und bleibt ab 50 % wach"));
    assertThat(lines.getLast()).startsWith("Alle Gesetze gehalten: ");
  }

  @Test
  void programsReadItAsOneObject() {
    JsonNode json = simulate(fleet, "--json").json();

    assertThat(json.at("/energy/kwh").asDouble())
        .isLessThan(json.at("/energy/awakeKwh").asDouble());
    assertThat(json.at("/nights/0/date").asText()).isEqualTo("2026-05-11");
    assertThat(json.at("/nights/0/vetoes/0/guest").asText()).isEqualTo("vm-2");
    assertThat(json.at("/nights/0/vetoes/0/reason/type").asText()).isEqualTo("Busy");
    assertThat(json.at("/missed/busyMinutes").asInt()).isZero();
    assertThat(json.at("/laws/violated").asInt()).isZero();
    assertThat(json.at("/laws/checked/READY_BY").asInt()).isPositive();
  }

  @Test
  void anotherLimitLetsItSleepAndTellsWhatIsMissed() {
    JsonNode json = simulate(fleet, "--busy", "0.9", "--json").json();

    assertThat(json.get("nights")).isEmpty();
    assertThat(json.at("/missed/coreHours").asDouble()).isGreaterThan(3 * 3.4);
  }

  /// By order it would be the second guest's, and the first file every other's.
  @Test
  void aFileOfAPlanetLabDayIsTheGuestsOfItsName() throws IOException {
    load = Files.createDirectory(folder.resolve("20110303"));
    Files.writeString(load.resolve("another"), "5\n".repeat(288));
    Files.writeString(load.resolve("vm-2"), "85\n".repeat(288));

    Typed typed = simulate(fleet, "--from", "2026-05-11", "--to", "2026-05-12", "--lang", "en");

    assertThat(typed.exit()).as(typed.err() + typed.out()).isZero();
    assertThat(typed.lines())
        .contains("Of 3 guests nothing is recorded; they count as never measured.")
        .anyMatch(line -> line.matches(" *vm-2, [\\d.]+ h: vm-2 was asked for 85 % .*"))
        .noneMatch(line -> line.matches(" *vm-[013], .* was asked for .*"));
  }

  @Test
  void aViolatedLawIsTheAnswerNo() throws IOException {
    Typed typed = simulate(fleet("PT50M"), "--lang", "en");

    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out())
        .contains("READY_BY: vm-", "agreed was 2026-05-12T06:00:00Z", "Laws violated: ");
  }

  /// As a Kubernetes cluster's: what runs there is in no document.
  @Test
  void aFleetWithoutGuestsIsSaidToHaveNothingToReplay() throws IOException {
    String text = Files.readString(fleet).replaceAll("(?m)^ +guests:\\n(?: {8,}.*\\n)+", "");
    Path bare = written("bare.yaml", text);

    Typed typed = simulate(bare, "--lang", "en");

    assertThat(typed.exit()).as(typed.err() + typed.out()).isZero();
    assertThat(typed.lines().get(1))
        .startsWith(
            "The fleet's document names no guests (hosts[].guests), so no load was replayed");
    assertThat(simulate(bare, "--lang", "de").lines().get(1))
        .startsWith("Das Flottendokument nennt keine Gäste (hosts[].guests)");
    assertThat(simulate(bare, "--json").json().path("guests").asInt()).isZero();
    assertThat(simulate(bare, "--json").err()).contains("hosts[].guests");
    assertThat(simulate(fleet, "--json").err()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsOneSentence() throws IOException {
    refused("nowhere.yaml", simulate(folder.resolve("nowhere.yaml")));
    refused("fleet.yaml:1:1: expected", simulate(written("fleet.yaml", "kind: Fleet\n")));
    refused("expected one policy of each name", simulate(fleet, "--policy", policy));
    refused("shares above 0", simulate(fleet, "--busy", "0"));
    refused("a last day after the first", simulate(fleet, "--to", "2026-05-01"));
    written("load.json", recorded("NaN"));
    refused("load.json:2: expected cores of at least 0, found \"NaN\"", simulate(fleet));
    load = folder.resolve("load.txt");
    refused("Expected a PlanetLab folder", simulate(fleet));
  }

  private static void refused(String sentence, Typed typed) {
    assertThat(typed.exit()).as(typed.out()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(typed.out()).isEmpty();
  }
}
