package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
  @TempDir Path folder;
  private Path out;

  @BeforeEach
  void nameTheDirectory() {
    out = folder.resolve("out");
  }

  @Test
  void livesItsDaysTellsThemAndLeavesAJournalThatVerifies() {
    Typed demo = Typed.demo(out, "--seed", 7);

    assertThat(demo.exit()).as(demo.err()).isZero();
    assertThat(demo.err()).isEmpty();
    assertThat(demo.out())
        .contains("Monday 11 May", "Tuesday 12 May", "Hosts on by hour", "Energy ", "Punctuality ")
        .contains("Verification   intact, last hash ")
        .doesNotContain("Wednesday");
    Typed verify = Typed.of("verify", out);
    assertThat(verify.exit()).isZero();
    assertThat(verify.lastHash()).hasSize(64).isEqualTo(demo.lastHash());
  }

  @Test
  void theSameSeedGivesTheSameLastHashAnotherSeedAnother() {
    String hash = Typed.demo(out, "--seed", 7).lastHash();

    assertThat(Typed.demo(folder.resolve("again"), "--seed", 7).lastHash()).isEqualTo(hash);
    assertThat(Typed.demo(folder.resolve("other"), "--seed", 8).lastHash())
        .hasSize(64)
        .isNotEqualTo(hash);
  }

  @Test
  void inGermanItIsTheSameWeekInOtherWords() {
    Typed german = Typed.demo(out, "--lang", "de");

    assertThat(german.out()).contains("Montag 11 Mai", "Gäste schlafen", "kWh gespart");
    assertThat(german.out().replaceAll("(?s).*letzter Hash ([0-9a-f]{64}).*", "$1"))
        .isEqualTo(Typed.demo(folder.resolve("english")).lastHash());
  }

  @Test
  void anEarlierDemonstrationIsReplaced() {
    String first = Typed.demo(out, "--seed", 7).lastHash();

    assertThat(Typed.demo(out, "--seed", 8).exit()).isZero();
    assertThat(Typed.of("verify", out).lastHash()).hasSize(64).isNotEqualTo(first);
  }

  @Test
  void anythingElseIsLeftAlone() throws IOException {
    Files.createDirectories(out);
    Files.writeString(out.resolve("thesis.txt"), "years of work");

    Typed demo = Typed.demo(out);

    assertThat(demo.exit()).isEqualTo(Exit.USAGE);
    assertThat(demo.err()).contains("thesis.txt", "choose another with --out").hasLineCount(1);
    assertThat(out.resolve("thesis.txt")).hasContent("years of work");
  }

  @Test
  void aRealJournalIsLeftAloneThoughItsFilesHaveTheSameNames() throws IOException {
    Typed.demo(out);
    Files.delete(out.resolve(DemoDirectory.MARK));

    assertThat(Typed.demo(out).exit()).isEqualTo(Exit.USAGE);
    assertThat(Typed.of("verify", out).exit()).isZero();
  }

  @Test
  void sizesOutOfRangeAreRefusedBeforeAnythingIsWritten() {
    for (String[] wrong :
        new String[][] {{"--days", "0"}, {"--days", "366"}, {"--hosts", "1"}, {"--hosts", "x"}}) {
      Typed demo = Typed.of("demo", "--out", out, wrong[0], wrong[1]);
      assertThat(demo.exit()).isEqualTo(Exit.USAGE);
      assertThat(demo.err()).contains(wrong[0], wrong[1], "See `feierabend demo --help`.");
      assertThat(out).doesNotExist();
    }
  }
}
