package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `demo --load` on small recordings of the two forms.
class RecordedLoadTest {
  private static final Instant BEGIN = Instant.parse("2013-08-12T13:40:46Z");

  @TempDir Path folder;

  @Test
  void aPlanetLabFolderIsReplayed() throws IOException {
    Path day = Files.createDirectory(folder.resolve("20110303"));
    for (int machine = 0; machine < 3; machine++) {
      Files.writeString(
          day.resolve("machine-" + machine), "%d\n40\n7\n".formatted(10 * machine).repeat(96));
    }
    assertThatItRunsAndDiffersFromGeneratedLoad(day);
  }

  @Test
  void aBitbrainsTableIsReplayed() throws IOException {
    var table = new StringBuilder("id,timestamp,duration,cpu_count,cpu_usage\n");
    for (int step = 0; step < 2 * 289; step++) {
      Instant at = BEGIN.plus(Duration.ofMinutes(5).multipliedBy(step / 2));
      table.append("vm-%d,%s,300000,4,%d.5\n".formatted(step % 2, at, 100 + 70 * (step % 7)));
    }
    assertThatItRunsAndDiffersFromGeneratedLoad(
        Files.writeString(folder.resolve("bitbrains.csv"), table));
  }

  private void assertThatItRunsAndDiffersFromGeneratedLoad(Path load) {
    Typed demo = Typed.demo(folder.resolve("out"), "--load", load);

    assertThat(demo.exit()).as(demo.err()).isZero();
    assertThat(Typed.of("verify", folder.resolve("out")).exit()).isZero();
    assertThat(demo.lastHash())
        .hasSize(64)
        .isNotEqualTo(Typed.demo(folder.resolve("generated")).lastHash());
  }

  @Test
  void recordingsOfAnotherFormAreRefusedWhereTheyAreWrong() throws IOException {
    Path day = Files.createDirectory(folder.resolve("day"));
    Files.writeString(day.resolve("machine"), "10\n140\n");
    Path table = Files.writeString(folder.resolve("t.csv"), "id,when\n1,2\n");

    refused(day, "machine:2: expected a percentage from 0 to 100, found \"140\"");
    refused(table, "t.csv:1: expected the columns [id, timestamp, cpu_usage]");
    refused(folder.resolve("nowhere"), "Expected a PlanetLab folder");
    refused(folder.resolve("nowhere.csv"), "nowhere.csv cannot be read");
  }

  private void refused(Path load, String sentence) {
    Typed demo = Typed.demo(folder.resolve("out"), "--load", load);

    assertThat(demo.exit()).isEqualTo(Exit.USAGE);
    assertThat(demo.err()).contains(sentence).hasLineCount(1);
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
