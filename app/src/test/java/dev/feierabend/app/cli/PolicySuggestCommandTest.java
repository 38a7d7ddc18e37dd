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
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Four weeks of an office and its backup of each Wednesday night, and three days of another pool.
class PolicySuggestCommandTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant MONDAY = Instant.parse("2026-09-06T22:00:00Z");
  private static final Duration INTERVAL = Duration.ofHours(2);
  private static final int INTERVALS = 4 * 7 * 12;

  @TempDir static Path folder;

  @BeforeAll
  static void live() throws IOException {
    Files.writeString(
        folder.resolve("fleet.yaml"),
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: one-town}
        spec:
          tenants: [{id: ahausen, name: Ahausen}]
          pools: [{id: machines}, {id: office, tenant: ahausen}, {id: fresh, tenant: ahausen}]
          controllers: [{name: play, kind: node-annotation}]
          hosts:
            - {uuid: 00000000-0000-0000-0000-000000000001, name: n1, pool: machines, cores: 10, memoryGiB: 16,
               watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT5M, bootWatts: 200, controller: play}
            - {uuid: 00000000-0000-0000-0000-000000000002, name: n2, pool: machines, cores: 10, memoryGiB: 16,
               watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT5M, bootWatts: 200, controller: play}
        """);
    try (var store = Store.of(folder.toString(), MongoLogin.NONE);
        var journal = Slices.journal(store.log(() -> MONDAY), () -> MONDAY, List.of())) {
      for (int interval = 0; interval < INTERVALS; interval++) {
        Instant from = MONDAY.plus(INTERVAL.multipliedBy(interval));
        assertThat(journal.send(recorded("office", from, cores(from.atZone(BERLIN)))))
            .isInstanceOf(Decision.Accepted.class);
        if (interval >= INTERVALS - 36) {
          journal.send(recorded("fresh", from, 0.1));
        }
      }
    }
  }

  private static double cores(ZonedDateTime at) {
    int day = at.getDayOfWeek().getValue();
    boolean open = day < 6 && at.getHour() >= 8 && at.getHour() < 18;
    return open ? 8 : day == 3 && at.getHour() == 2 ? 6 : 0.5;
  }

  private static RecordUtilisation recorded(String pool, Instant from, double cores) {
    var sample = new Sample("guest/" + pool, cores, cores, 1024, Optional.empty());
    return new RecordUtilisation(
        Owner.of(new TenantId("ahausen")),
        new PoolLoad(new PoolId(pool), 1, List.of(sample)),
        from,
        from.plus(INTERVAL));
  }

  @Test
  void aPolicyIsProposedWithItsSavingAndItsRisk() {
    Typed typed = suggest("--pool", "office", "--price", "0.30");

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out())
        .contains("# office: 672 of 672 hours are recorded.")
        .containsPattern("# It would sleep 113.0 hours a week and save about [0-9]+ kWh a month")
        .containsPattern("# At 0.30 euro a kilowatt hour these are about [0-9.]+ euro a month")
        .contains("# In 28 nights it would not have been woken early.")
        .contains(
            "Wednesday 02:00 to Wednesday 04:00 it always stays awake: there was work in 4 of 4")
        .contains("{from: Wed 02:00, to: Wed 04:00, because: \"work in 4 of 4 weeks\"}");
  }

  @Test
  void inGermanToo() {
    assertThat(suggest("--pool", "office", "--lang", "de").out())
        .contains("In 28 Nächten wäre er nicht vorzeitig geweckt worden.")
        .contains("because: \"Arbeit in 4 von 4 Wochen\"");
  }

  @Test
  void whatIsPrintedAndWhatIsWrittenPassTheCheck() throws IOException {
    Path written = folder.resolve("office.yaml");
    Typed typed = suggest("--pool", "office", "--name", "rathaus", "--out", written);
    Path printed = Files.writeString(folder.resolve("printed.yaml"), typed.out());

    for (Path policy : List.of(written, printed)) {
      Typed check = Typed.of("policy", "check", policy, "--fleet", folder.resolve("fleet.yaml"));
      assertThat(check.exit()).as(check.err()).isZero();
    }
    assertThat(Files.readString(written)).contains("name: \"rathaus\"");
  }

  @Test
  void forProgramsFiguresStandBesideTheDocumentOrWhyThereIsNone() {
    JsonNode all = suggest("--json").json();

    assertThat(all).hasSize(2);
    assertThat(all.at("/0/figures/nights").asInt()).isEqualTo(28);
    assertThat(all.at("/0/figures/kwh").asDouble())
        .isBetween(
            all.at("/0/figures/leastKwh").asDouble(), all.at("/0/figures/mostKwh").asDouble());
    assertThat(all.at("/0/never/0/from").asText()).isEqualTo("Wed 02:00");
    assertThat(all.at("/1/declined").asText()).isEqualTo("too-little");
    assertThat(all.at("/1").has("document")).isFalse();
  }

  @Test
  void withTooLittleRecordedNothingIsProposedAndItEndsOne() {
    Typed typed = suggest("--pool", "fresh");

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out())
        .contains(
            "# fresh: nothing is proposed. Of 672 hours 72 are recorded; a tenth may be missing.");
  }

  @Test
  void whatIsProposedCarriesTheForecastOfExactlyThatDocument() {
    Path policy = folder.resolve("proposed.yaml");
    JsonNode suggested =
        suggest("--pool", "office", "--name", "offices", "--out", policy, "--json").json();
    Typed proposed =
        Typed.of("agreement", "propose", policy, "--journal", folder, "--as", "actor-1", "--json");

    assertThat(proposed.exit()).as(proposed.err()).isZero();
    JsonNode forecast = proposed.json().at("/0/forecast");
    assertThat(forecast.path("kilowattHoursAMonth")).isEqualTo(suggested.at("/0/figures/kwh"));
    assertThat(forecast.path("recordedHours").asInt()).isEqualTo(672);
    assertThat(
            Typed.of("agreement", "show", "ahausen/offices", "--journal", folder, "--lang", "de")
                .out())
        .contains("Vorhersage")
        .contains("In 28 Nächten wäre er nicht vorzeitig geweckt worden.");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(suggest("--pool", "machines").exit()).isEqualTo(2);
    assertThat(suggest("--name", "rathaus").exit()).isEqualTo(2);
    assertThat(suggest("--pool", "fresh", "--out", folder.resolve("none.yaml")).err())
        .contains("Expected one policy to write");
    assertThat(suggest("--price", "-1").err()).contains("--price: Expected at least 0");
  }

  private static Typed suggest(Object... more) {
    var words = new ArrayList<Object>(List.of("policy", "suggest", "--journal", folder));
    words.addAll(List.of(more));
    return Typed.of(words.toArray());
  }
}
