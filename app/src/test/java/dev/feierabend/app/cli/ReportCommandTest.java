package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandTest {
  private static final String MONTH = "2026-05";

  @TempDir static Path journal;

  private static double simulatedKwh;

  @BeforeAll
  static void live() {
    Typed demo = Typed.demo(journal, "--seed", 7);
    assertThat(demo.exit()).isZero();
    simulatedKwh =
        Double.parseDouble(demo.out().replaceAll("(?s).*Energy +([0-9.]+) kWh used.*", "$1"));
  }

  @Test
  void aMonthIsToldInLines() {
    Typed typed = report("--price", "0.30", "--pue", "1.5");

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out().lines())
        .anySatisfy(line -> assertThat(line).startsWith("2026-05: recorded from May 11, 2026"))
        .anySatisfy(line -> assertThat(line).matches("saved by sleep: [1-9][0-9.]* kWh ± .*"))
        .anySatisfy(line -> assertThat(line).matches("saved: [0-9.]+ euro ± .*"))
        .anySatisfy(
            line -> assertThat(line).contains("363 g/kWh (Umweltbundesamt, 2024, estimated"))
        .anySatisfy(
            line -> assertThat(line).matches("ITEUsv: median [0-9.]+ %, mean .*: not conforming.*"))
        .anySatisfy(line -> assertThat(line).startsWith("PUE: 1.50; without any sleep "));
  }

  @Test
  void inGermanToo() {
    assertThat(report("--lang", "de").out())
        .contains("durch Schlaf gespart: ")
        .containsPattern("Strom: [0-9.]+,[0-9] kWh");
  }

  /// It lives by its own hosts' watts, minute by minute, and tells that at its end.
  @Test
  void whatWasTakenIsWhatTheSimulatedHostsTook() {
    JsonNode account = report("--json").json().path("account");
    double taken = account.at("/kwh/value").asDouble();

    assertThat(taken).isCloseTo(simulatedKwh, within(0.03 * taken));
  }

  @Test
  void forProgramsSharesAddUpAndEveryHostIsThere() {
    JsonNode account = report("--json").json().path("account");

    double shares = account.path("sharesKwh").valueStream().mapToDouble(JsonNode::asDouble).sum();
    assertThat(shares).isCloseTo(account.at("/kwh/value").asDouble(), within(1e-9));
    assertThat(account.path("hosts")).hasSize(6);
    assertThat(account.at("/method/edition").asText()).isEqualTo("feierabend-energy/2");
  }

  @Test
  void forSpreadsheetsEveryHostIsALine() {
    List<String> lines = report("--csv", "--hosts").out().lines().toList();

    assertThat(lines).hasSize(7);
    assertThat(lines.getFirst()).startsWith("host,name,kwh,kwh_uncertainty,saved_kwh,");
  }

  @Test
  void forSpreadsheetsEveryCustomerIsALineAndTheTotalTheLast() {
    List<String> lines = report("--csv", "--price", "0.30").out().lines().toList();
    JsonNode told = report("--json").json();

    assertThat(lines).hasSize(told.path("shares").size() + 2);
    assertThat(lines.getFirst()).startsWith("month,owner,kwh,kwh_uncertainty,saved_kwh,");
    String kwh = told.at("/account/kwh/value").asText();
    assertThat(lines.getLast()).startsWith("2026-05,total," + kwh + ",");
    double sum =
        lines.subList(1, lines.size() - 1).stream()
            .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[2]))
            .sum();
    assertThat(sum).isCloseTo(Double.parseDouble(kwh), within(1e-9));
    assertThat(lines).noneMatch(line -> line.endsWith(","));
  }

  @Test
  void aMonthOfWhichNothingIsRecordedIsTwoAndSaysSo() {
    Typed typed = Typed.of("report", "--journal", journal, "--month", "2026-06");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).startsWith("Expected utilisation of 2026-06 in the journal ");
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThat(report("--pue", "0.9").err()).contains("--pue: Expected at least 1 but found 0.9");
    assertThat(report("--price", "-1").err()).contains("--price: Expected at least 0");
    assertThat(report("--csv", "--json").err()).contains("Expected --csv or --json");
    assertThat(report("--hosts").err()).contains("Expected --csv with --hosts");
    assertThat(Typed.of("report", "--journal", journal, "--month", "May").exit()).isEqualTo(2);
  }

  @Test
  void aFleetElsewhereIsNamed(@TempDir Path elsewhere) throws IOException {
    Path fleet = Files.copy(journal.resolve("fleet.yaml"), elsewhere.resolve("hosts.yaml"));

    assertThat(report("--fleet", fleet, "--json").json()).isEqualTo(report("--json").json());
    assertThat(report("--fleet", elsewhere.resolve("none.yaml")).exit()).isEqualTo(2);
  }

  @Test
  void belowNineTenthsOfTheHoursUtilisationIsNotCalledTheStandards(@TempDir Path towns)
      throws IOException {
    RecordedTowns.in(towns);

    assertThat(of(towns, "2026-05", "en").out())
        .contains(
            "ITEUsv: median 50.0 %, mean 50.0 %, of 0.3 % of the hours: not conforming to EN 50600-4-5, which wants 90 %");
    assertThat(of(towns, "2026-05", "de").out())
        .contains(
            "ITEUsv: Median 50,0 %, Mittel 50,0 %, aus 0,3 % der Stunden: nicht normkonform, EN 50600-4-5 verlangt 90 %");
    assertThat(of(towns, "2026-07", "en").out())
        .contains(
            "ITEUsv: median 50.0 %, mean 50.0 %, of 100.0 % of the hours (EN 50600-4-5 wants a year)");
    assertThat(of(towns, "2026-07", "de").out())
        .contains(
            "ITEUsv: Median 50,0 %, Mittel 50,0 %, aus 100,0 % der Stunden (EN 50600-4-5 verlangt ein Jahr)");
  }

  /// 902.4 kWh a month are 1.2 an hour and 0.31 euro.
  @Test
  void eachAgreementIsToldItsForecastBesideWhatWasMeasuredOrThatThereIsNone(@TempDir Path towns)
      throws IOException {
    RecordedTowns.in(towns);

    assertThat(of(towns, "2026-06", "en").out())
        .containsPattern(
            "(?m)^ahausen/rathaus: forecast 1\\.2 kWh ± 0\\.0, saved 0\\.0 kWh ± 0\\.0; asleep 0\\.0 hours a week$")
        .containsPattern("(?m)^  that is 0\\.00 euro saved, where 0\\.31 were forecast$")
        .containsPattern(
            "(?m)^bdorf/schule: saved 0\\.0 kWh ± 0\\.0, without a forecast; asleep 0\\.0 hours a week$")
        .containsPattern("(?m)^  that is 0\\.00 euro saved$");
    assertThat(of(towns, "2026-06", "de").out())
        .containsPattern(
            "(?m)^ahausen/rathaus: vorhergesagt 1,2 kWh ± 0,0, gespart 0,0 kWh ± 0,0; 0,0 Stunden Schlaf in der Woche$")
        .containsPattern("(?m)^  das sind 0,00 Euro gespart, vorhergesagt waren 0,31$")
        .containsPattern(
            "(?m)^bdorf/schule: gespart 0,0 kWh ± 0,0, ohne Vorhersage; 0,0 Stunden Schlaf in der Woche$")
        .containsPattern("(?m)^  das sind 0,00 Euro gespart$");
  }

  private static Typed of(Path towns, String month, String language) {
    Typed typed =
        Typed.of(
            "report", "--journal", towns, "--month", month, "--lang", language, "--price", "0.25");
    assertThat(typed.exit()).as(typed.err()).isZero();
    return typed;
  }

  private static Typed report(Object... more) {
    var words = new ArrayList<Object>(List.of("report", "--journal", journal, "--month", MONTH));
    words.addAll(List.of(more));
    return Typed.of(words.toArray());
  }
}
