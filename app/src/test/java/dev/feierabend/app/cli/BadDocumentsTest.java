package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.sandbox.town.ThreeTowns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Documents that somebody got wrong, and what `policy check` says.
class BadDocumentsTest {
  private static final String GOOD =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: rathaus, tenant: ahausen}
      spec:
        pools: [ahausen-office]
        zone: Europe/Berlin
        asleep:
          - {from: Mon 20:00, to: Tue 06:00}
          - {from: Fri 20:00, to: Mon 06:00}
      """;

  @TempDir Path folder;
  private Path fleet;

  @BeforeEach
  void writeAFleet() throws IOException {
    fleet = Files.writeString(folder.resolve("fleet.yaml"), new ThreeTowns(2, 1).fleet());
  }

  @Test
  void theDocumentThatTheyAreMadeFromIsGood() throws IOException {
    assertThat(check(GOOD).exit()).isZero();
  }

  @Test
  void sevenFaultsAreSevenLinesInTheOrderOfTheDocument() throws IOException {
    String seven =
        GOOD.replace("tenant: ahausen", "tenat: ahausen")
            .replace("[ahausen-office]", "ahausen-office")
            .replace("Europe/Berlin", "Europe/Berln")
            .replace("Mon 20:00", "Mo 20:00")
            .replace("Fri 20:00", "Fri 25:00")
            .concat("  flor: {hosts: 1}\n");
    Typed typed = check(seven);

    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.lines())
        .map(line -> line.replaceFirst(".*policy.yaml:(\\d+:\\d+): expected .*found ", "$1 "))
        .containsExactly(
            "3:11 no \"tenant\"",
            "3:27 \"tenat\"; did you mean \"tenant\"?",
            "5:10 \"ahausen-office\"",
            "6:9 \"Europe/Berln\"; did you mean \"Europe/Berlin\"?",
            "8:14 \"Mo 20:00\"; did you mean \"Mon 20:00\"?",
            "9:14 \"Fri 25:00\"",
            "10:3 \"flor\"; did you mean \"floor\"?");
  }

  @Test
  void brokenYaml() throws IOException {
    bad(GOOD, "office]", "office", "expected well-formed YAML");
  }

  @Test
  void anUnknownZone() throws IOException {
    bad(GOOD, "Europe/Berlin", "Europe/Bärlin", "expected a time zone of the IANA list");
  }

  @Test
  void anIntervalOfLengthZero() throws IOException {
    bad(GOOD, "Tue 06:00", "Mon 20:00", "an interval of length zero");
  }

  @Test
  void overlappingIntervals() throws IOException {
    bad(GOOD, "Tue 06:00", "Sat 06:00", "expected intervals that don't overlap");
  }

  @Test
  void anotherTenantsPool() throws IOException {
    bad(GOOD, "ahausen-office", "bergstadt-schools", "expected a pool of the tenant");
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, GOOD.replace("rathaus", "bürger").getBytes(StandardCharsets.ISO_8859_1));

    Typed typed = Typed.of("policy", "check", file);
    assertThat(typed.exit()).isEqualTo(Exit.NO);
    Troubleshooting.tellsWhatToDo(typed.out(), "expected UTF-8");
  }

  private void bad(String good, String old, String replacement, String sentence)
      throws IOException {
    assertThat(good).contains(old);
    Typed typed = check(good.replaceFirst(old, replacement));

    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out()).matches("(?s).*policy\\.yaml:\\d+:\\d+: expected .*, found .*");
    Troubleshooting.tellsWhatToDo(typed.out(), sentence);
  }

  private Typed check(String document) throws IOException {
    Path file = Files.writeString(folder.resolve("policy.yaml"), document);
    return Typed.of("policy", "check", file, "--fleet", fleet);
  }
}
