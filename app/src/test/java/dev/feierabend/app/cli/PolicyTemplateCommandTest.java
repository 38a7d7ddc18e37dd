package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.templates.PolicyTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyTemplateCommandTest {
  @TempDir Path folder;

  @Test
  void eachIsListedInBothLanguages() {
    assertThat(Typed.of("policy", "template").lines())
        .hasSameSizeAs(PolicyTemplate.NAMES)
        .first()
        .asString()
        .startsWith("town-hall             Town hall: asleep on weekday nights");
    assertThat(Typed.of("policy", "template", "--lang", "de").out())
        .contains("Rathaus, Bürgerbüro:");
  }

  @Test
  void eachIsPrintedCheckedAndExplained() throws IOException {
    for (String name : PolicyTemplate.NAMES) {
      Typed printed =
          Typed.of(
              "policy", "template", name, "--tenant", "ahausen", "--pools", "a,b", "--land", "NW");
      Path file = Files.writeString(folder.resolve(name + ".yaml"), printed.out());

      assertThat(Typed.of("policy", "check", file).out()).isEqualTo(file + ": good\n");
      assertThat(
              Typed.of("policy", "explain", file, "--from", "2026-01-01", "--to", "2027-01-01")
                  .lines())
          .hasSizeGreaterThan(300);
    }
  }

  @Test
  void wrongUsageIsTwoWithASentence() {
    Typed unknown = Typed.of("policy", "template", "scool", "--tenant", "a", "--pools", "b");
    assertThat(unknown.exit()).isEqualTo(Exit.USAGE);
    assertThat(unknown.err()).contains("found \"scool\"; did you mean \"school\"?");
    assertThat(Typed.of("policy", "template", "school").err())
        .contains("Expected --tenant and --pools");
  }
}
