package dev.feierabend.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each benchmark runs, as small as it may be. Nothing is asserted about time.
final class BenchmarksTest {
  private static final Rounds ONCE = new Rounds(0, 1, System::nanoTime);
  private static final Week A_DAY = new Week(1, 4, Optional.empty());

  @TempDir Path disk;

  private final StringWriter told = new StringWriter();
  private final PrintWriter out = new PrintWriter(told);

  @Test
  void appendsAreComparedWithRawCommitsFlushedAndNot() throws Exception {
    new Append(ONCE, Script.of(3), disk, out).compare();

    assertThat(told.toString().lines().filter(line -> line.contains("1.00 (1.00 to 1.00)")))
        .hasSize(2)
        .allMatch(line -> line.startsWith("MVStore commit"));
    assertThat(told.toString()).contains("EmbeddedCommitLog.append", "Journal.send");
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void theScriptsBytesAreThoseOfItsCommits() {
    Script script = Script.of(2);

    assertThat(script.commits()).hasSize(2);
    assertThat(new String(script.records().getLast(), UTF_8))
        .contains(script.commits().getLast().hash())
        .endsWith(script.commits().getLast().body() + "\n");
  }

  @Test
  void aDayOfTheDemoIsReplayedTwiceOver() throws Exception {
    try (var once = Scratch.in(disk);
        var journal = Scratch.in(disk)) {
      A_DAY.live(once.path(), System::nanoTime);
      LongHistory single = LongHistory.write(once.path(), Scratch.in(disk).path(), 1);
      LongHistory twice = LongHistory.write(once.path(), journal.path(), (int) single.events() + 1);

      new Replay(ONCE, twice, journal.path(), out).compare();

      assertThat(twice.events()).isEqualTo(2 * single.events());
      assertThat(told.toString()).contains("Jackson alone", "Replay reads");
    }
  }

  @Test
  void theDemoIsComparedWithWorkForTheProcessor() throws Exception {
    new DemoWeek(ONCE, A_DAY, disk, out).compare();

    assertThat(told.toString()).contains("SHA-256", "The data centre alone", "hours a second");
  }
}
