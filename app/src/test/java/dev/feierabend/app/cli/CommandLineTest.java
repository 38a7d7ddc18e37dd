package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds for every command.
class CommandLineTest {
  @TempDir Path folder;

  @Test
  void withoutACommandItTellsWhatThereIs() {
    assertThat(Typed.of())
        .satisfies(typed -> assertThat(typed.exit()).isZero())
        .satisfies(typed -> assertThat(typed.out()).contains("demo", "policy", "verify"));
    assertThat(Typed.of("--version").out()).startsWith("Feierabend ");
  }

  @Test
  void everyCommandHasHelpAndTakesALanguage() {
    for (String command :
        new String[] {
          "demo", "history", "why", "verify", "doctor", "policy", "agreement", "study", "wake"
        }) {
      Typed typed = Typed.of(command, "--help");
      assertThat(typed.exit()).isZero();
      assertThat(typed.out()).startsWith("Usage: feierabend " + command).contains("--lang=de|en");
    }
  }

  @Test
  void outsideATerminalNothingIsColoured() {
    assertThat(Typed.of("--help").out()).doesNotContain("\u001b");
    assertThat(Typed.of("nonsense").err()).doesNotContain("\u001b");
  }

  @Test
  void whatIsNotThereIsWrongUsage() {
    assertThat(Typed.of("nonsense"))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("'nonsense'"));
    assertThat(Typed.of("doctor", "--lang", "fr"))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("--lang", "fr"));
  }

  @Test
  void aStackTraceIsOnlyShownToWhoAsksForIt() {
    Object[] words = {"verify", folder.resolve("nothing")};

    assertThat(Typed.of(words).err()).hasLineCount(1);
    assertThat(Typed.of(words[0], words[1], "--debug"))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("\tat dev.feierabend.app.cli"));
  }

  @Test
  void theDoctorSaysOkOrWhatToDo() throws IOException {
    Typed well = Typed.of("doctor", "--journal", folder.resolve("new"));
    assertThat(well.exit()).isZero();
    assertThat(well.lines()).hasSize(9).allMatch(line -> line.matches("(ok|warn) .*"));

    Path fleet = Files.writeString(folder.resolve("fleet.yaml"), "kind: Fleet\n");
    Object[] words = {"doctor", "--journal", fleet.resolve("below"), "--fleet", fleet};
    Typed ill = Typed.of(words);
    assertThat(ill.exit()).isEqualTo(Exit.NO);
    assertThat(ill.out()).contains("BAD   journal", "choose another directory", "fleet.yaml:1:");

    Typed json = Typed.of(words[0], words[1], words[2], words[3], words[4], "--json");
    assertThat(json.exit()).isEqualTo(Exit.NO);
    assertThat(json.json()).hasSize(10);
    assertThat(json.json().at("/0/good").asBoolean()).isTrue();
    assertThat(json.json().at("/1/good").asBoolean()).isFalse();
  }

  @Test
  void aClusterThatCannotBeReachedIsNamed() throws IOException {
    Path kubeconfig =
        Files.writeString(
            folder.resolve("kubeconfig"),
            """
            apiVersion: v1
            kind: Config
            clusters: [{name: c, cluster: {server: "http://127.0.0.1:1"}}]
            contexts: [{name: c, context: {cluster: c, user: u}}]
            users: [{name: u, user: {}}]
            current-context: c
            """);
    Typed typed = Typed.of("doctor", "--journal", folder.resolve("x"), "--kubeconfig", kubeconfig);

    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out()).contains("BAD   kubernetes");
  }
}
