package dev.feierabend.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.feierabend.app.calendars.JollydayCalendar;
import dev.feierabend.bench.plan.Planned;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    assertThat(told.toString().lines().filter(line -> line.matches("MVStore commit( of 2)? {2}.*")))
        .hasSize(3)
        .allMatch(line -> line.contains("1.00 (1.00 to 1.00)"));
    assertThat(told.toString())
        .contains("EmbeddedCommitLog.append", "Journal.send", "append, 8 threads");
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void journalsOfThreeSizesAreVerifiedInProcessesOfTheirOwn() throws Exception {
    new Verified(800, 7, disk, out).measure();

    assertThat(told.toString())
        .contains("seed 7", "200 events", "400 events", "800 events", "its file hashed");
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void proofsFromTreesOfThreeSizesAreComparedWithATileRead() throws Exception {
    new Proofs(ONCE, 60_000, 3, disk, out).compare();

    assertThat(told.toString().lines().filter(line -> line.startsWith("A tile read")))
        .hasSize(3)
        .allMatch(line -> line.contains("1.00 (1.00 to 1.00)"));
    assertThat(told.toString()).contains("600 commits", "60,000 commits", "consistency");
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void appendsToMongoAreComparedWithInsertionsOneByOneAndInGroups() throws Exception {
    var server = new MongoServer(new MemoryBackend());
    try {
      new MongoAppend(ONCE, Script.of(9), server.bindAndGetConnectionString() + "/", out).compare();
    } finally {
      server.shutdownNow();
    }

    assertThat(told.toString().lines().filter(line -> line.startsWith("insertMany"))).hasSize(2);
    assertThat(told.toString()).contains("9 commits, 8 at a time", "MongoCommitLog.append");
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
  void theFirstCommandIsComparedWithASnapshotAndWithout() throws Exception {
    new FirstCommand(ONCE, 501, disk, out).compare();

    assertThat(told.toString()).contains("501 events", "All events read", "Snapshot and what");
    assertThat(disk).isEmptyDirectory();
  }

  @Test
  void theDemoIsComparedWithWorkForTheProcessor() throws Exception {
    new DemoWeek(ONCE, A_DAY, disk, out).compare();

    assertThat(told.toString()).contains("SHA-256", "The data centre alone", "hours a second");
  }

  @Test
  void askingEachMinuteFindsAsManySleepsAsTheEvaluation() {
    var calendar = new JollydayCalendar();
    Instant from = Instant.parse("2026-12-31T23:00:00Z");
    Instant to = from.plus(Duration.ofDays(60));
    for (SchedulePolicy policy : PolicyMix.of(6)) {
      assertThat(new NaiveMinutes(policy, calendar).sleeps(from, to))
          .as(policy.document().text())
          .isPositive()
          .isEqualTo(
              new Evaluation(calendar)
                  .between(policy, from, to).stream()
                      .filter(transition -> transition.verdict() instanceof Verdict.Asleep)
                      .count());
    }
  }

  @Test
  void policiesAreComparedWithAskingEachMinute() throws Exception {
    new Evaluations(ONCE, HolidayCalendar.NONE, 1, 6, out).compare();

    assertThat(told.toString())
        .contains("Each minute asked", "Evaluation.between", "6 policies at one instant");
  }

  @Test
  void fleetsOfThreeSizesArePlannedFromScratchAndAgain() {
    new Planned(1, 20, out).measure();

    assertThat(told.toString().lines().filter(line -> line.contains("from scratch"))).hasSize(6);
    assertThat(told.toString().lines().filter(line -> line.contains("after 1 % changed")))
        .hasSize(6)
        .allMatch(line -> line.contains("above the bound"));
  }

  @Test
  void badDocumentsAreComparedWithTheirHash() throws Exception {
    new BadInput(ONCE, 2_000, 2_000, out).compare();

    assertThat(told.toString())
        .contains(
            "policy: unknown keys", "fleet: one rack", "kube-green: tabs", "kube-downscaler:");
  }

  @Test
  void badDocumentsAreBadAndAsLargeAsWanted() {
    var parser = new ArrayList<>(new BadYaml(2_000).all());
    parser.addAll(new BadPolicies(2_000).all());

    assertThat(parser)
        .allSatisfy(document -> {
          assertThat(document.bytes().length).as(document.name()).isBetween(900, 6_100);
          assertThat(SchedulePolicyParser.parse("p", document.bytes()))
              .as(document.name())
              .isInstanceOf(Parsed.Invalid.class);
        });
  }

  @Test
  void aCommandThatFailsIsNoMeasurement() throws Exception {
    Path log = disk.resolve("log");
    Subject good = new Command("true", List.of("true")).subject(log);
    Subject bad = new Command("false", List.of("false")).subject(log);

    assertThat(ONCE.of(List.of(good)).all().getFirst().figures()).hasSize(1);
    assertThatThrownBy(() -> ONCE.of(List.of(bad))).hasMessageContaining("false to end well");
  }
}
