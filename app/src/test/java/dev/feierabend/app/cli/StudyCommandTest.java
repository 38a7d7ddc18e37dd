package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `study` on two small days.
class StudyCommandTest {
  private static final int MACHINES = 24;

  @TempDir Path folder;

  @BeforeEach
  void twoDays() throws IOException {
    for (String day : List.of("monday", "tuesday")) {
      Path machines = Files.createDirectory(folder.resolve(day));
      for (int i = 0; i < MACHINES; i++) {
        String lines = "%d\n%d\n12\n".formatted(i, 3 * i + day.length()).repeat(96);
        Files.writeString(machines.resolve("machine-%02d".formatted(i)), lines);
      }
    }
    Files.writeString(folder.resolve("README.md"), "about these days");
  }

  @Test
  void everyDayAndMethodIsAnObjectForPrograms() {
    Typed study = Typed.of("study", folder, "--rules", "memory", "--method", "all", "--json");

    assertThat(study.exit()).as(study.err()).isZero();
    assertThat(study.json()).hasSize(2 * 8);
    assertThat(study.json().findValuesAsText("day")).containsOnly("monday", "tuesday");
    assertThat(study.json())
        .allSatisfy(outcome -> {
          assertThat(names(outcome))
              .containsExactly(
                  "day",
                  "rules",
                  "method",
                  "kwh",
                  "boundKwh",
                  "migrations",
                  "slatah",
                  "pdm",
                  "slav",
                  "hostShutdowns",
                  "vmsAtEnd",
                  "seconds");
          assertThat(outcome.get("rules").asText()).isEqualTo("memory");
          assertThat(outcome.get("kwh").asDouble())
              .isGreaterThanOrEqualTo(outcome.get("boundKwh").asDouble());
        });
  }

  @Test
  void theBoundIsAMethodThatNeedsJustTheBound() {
    JsonNode bound =
        Typed.of("study", folder.resolve("monday"), "--method", "bound", "--json").json().get(0);

    assertThat(bound.get("rules").asText()).isEqualTo("kept");
    assertThat(bound.get("kwh").asDouble())
        .isPositive()
        .isCloseTo(bound.get("boundKwh").asDouble(), within(0.0));
    assertThat(bound.get("vmsAtEnd").asInt()).isZero();
  }

  @Test
  void peopleGetATableADayInTheirLanguage() {
    Object[] words = {"study", folder, "--method", "lr-mmt,feierabend,bound", "--lang", "en"};
    List<String> english = Typed.of(words).lines();
    words[5] = "de";
    List<String> german = Typed.of(words).lines();

    assertThat(english).hasSize(2 * 6);
    assertThat(english.get(0)).matches("monday, rules kept: 24 guests, at least \\d+\\.\\d kWh");
    assertThat(english.get(1)).startsWith("method").contains("x bound", "migrations");
    assertThat(english.get(2)).matches("lr-mmt +\\d+\\.\\d\\d +\\d\\.\\d{3} .*");
    assertThat(english.get(4)).matches("bound +\\d+\\.\\d\\d +1\\.000");
    assertThat(german.get(0)).matches("monday, Regeln kept: 24 Gäste, mindestens \\d+,\\d kWh");
    assertThat(german.get(2)).matches("lr-mmt +\\d+,\\d\\d +\\d,\\d{3} .*");
  }

  @Test
  void theFrontComesAfterTheMethodsForPeopleAndForPrograms() {
    Path monday = folder.resolve("monday");
    Typed told = Typed.of("study", monday, "--method", "bound", "--front", "--lang", "en");
    Typed json = Typed.of("study", monday, "--method", "bound", "--front", "--json");

    assertThat(told.lines()).hasSize(2 + 1 + 7 + 1);
    assertThat(told.lines().get(3)).matches("feierabend@1/80 +\\d+\\.\\d\\d +\\d\\.\\d{3} .*");
    assertThat(json.json().findValuesAsText("method"))
        .startsWith("bound", "feierabend@1/80")
        .contains("feierabend@1/20")
        .endsWith("feierabend@1/5");
  }

  @Test
  void whereSamplesComeLateATableEndsWithWhatThatCostsOurs() {
    Path monday = folder.resolve("monday");
    Typed honest = Typed.of("study", monday, "--rules", "honest", "--lang", "en");
    Typed late = Typed.of("study", monday, "--rules", "late", "--lang", "en");
    Typed ours = Typed.of("study", monday, "--rules", "kept", "--method", "feierabend", "--json");
    Typed theirs = Typed.of("study", monday, "--rules", "late", "--method", "lr-mmt");

    String kwh = String.format(Locale.ROOT, "%.2f", ours.json().get(0).get("kwh").asDouble());
    assertThat(honest.lines()).hasSize(2 + 8 + 1 + 1);
    assertThat(honest.lines().get(10))
        .startsWith("With memory free feierabend needs " + kwh + " kWh, and ")
        .matches(".* a step late: [+-]\\d+\\.\\d %; SLATAH \\d+\\.\\d\\d % and \\d+\\.\\d\\d %");
    assertThat(late.lines().get(10)).isEqualTo(honest.lines().get(10));
    assertThat(theirs.lines()).hasSize(2 + 1 + 1);
  }

  @Test
  void whatIsNoDayNoRuleOrNoMethodIsWrongUsageInASentence() throws IOException {
    refused("Expected a folder of days", "study", folder.resolve("nowhere"));
    refused("Expected all or methods of npa, dvfs", "study", folder, "--method", "iqr-mmt");
    refused("--rules", "study", folder, "--rules", "none");
    Files.writeString(folder.resolve("monday/machine-07"), "1\nNaN\n" + "1\n".repeat(286));
    refused("machine-07:2: expected a percentage from 0 to 100, found \"NaN\"", "study", folder);
    refused("Expected a file a machine", "study", Files.createDirectory(folder.resolve("an")));
  }

  private static void refused(String sentence, Object... words) {
    Typed typed = Typed.of(words);

    assertThat(typed.exit()).isEqualTo(Exit.USAGE);
    assertThat(typed.err()).contains(sentence).doesNotContain("\tat ");
    assertThat(typed.out()).isEmpty();
  }

  private static List<String> names(JsonNode object) {
    var names = new ArrayList<String>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
