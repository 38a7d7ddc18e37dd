package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.ReadModels;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.reporting.closing.Books;
import dev.feierabend.core.reporting.closing.Inputs;
import dev.feierabend.core.reporting.closing.Months;
import dev.feierabend.core.reporting.closing.ReportingCommand.ClosePeriod;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.core.reporting.energy.Estimate;
import dev.feierabend.core.reporting.energy.Figures;
import dev.feierabend.core.reporting.energy.ShareTable;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.PoolId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of a month whose accounts are closed: what was recorded, and that it comes out so.
class ClosedMonthTest {
  private static final YearMonth MAY = YearMonth.of(2026, 5);
  private static final Instant IN_JUNE = Instant.parse("2026-06-04T00:00:00Z");

  @TempDir Path journal;

  @BeforeEach
  void live() {
    assertThat(Typed.demo(journal, "--seed", 7).exit()).isZero();
    toJune();
  }

  @Test
  void itsFiguresAreThoseOfTheOpenMonthAndMadeOnceMore() {
    var open = report("--json").json();

    close(closed -> closed);
    Typed lines = report();
    var closed = report("--json").json();

    assertThat(lines.exit()).as(lines.err()).isZero();
    assertThat(lines.out())
        .contains(
            "closed on Jun 4, 2026, 2:00",
            "made once more from the journal, the same figures come out");
    assertThat(closed.at("/closed/recheck/type").asText()).isEqualTo("Same");
    assertThat(closed.path("account")).isEqualTo(open.path("account"));
    assertThat(closed.path("shares")).isEqualTo(open.path("shares"));
    assertThat(closed.path("agreements")).isEqualTo(open.path("agreements"));
    assertThat(closed.path("agreements")).isNotEmpty();
    assertThat(report("--csv", "--hosts").out().lines()).hasSize(7);
  }

  /// As the service answers at `/api/v1/report.csv`, whose test has the same sentence.
  @Test
  void asCsvItIsTheTableOfWhatWasClosed() {
    close(closed -> closed);

    assertThat(report("--csv").out()).isEqualTo(ShareTable.of(MAY, List.of(figures())));
  }

  private Figures figures() {
    try (Journal opened = opened();
        var history = opened.history()) {
      return history
          .flatMap(
              it -> it.event() instanceof PeriodClosed closed ? Stream.of(closed) : Stream.empty())
          .map(PeriodClosed::figures)
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void inGermanToo() {
    close(closed -> closed);

    assertThat(report("--lang", "de").out()).contains("abgeschlossen am ", "kommt dasselbe heraus");
  }

  @Test
  void thePriceItWasClosedWithCountsUnlessAnotherIsNamed() {
    close(closed -> closed);

    assertThat(report("--json").json().path("euroAKwh").asDouble()).isEqualTo(0.25);
    assertThat(report("--json", "--price", "0.5").json().path("euroAKwh").asDouble())
        .isEqualTo(0.5);
  }

  @Test
  void otherFiguresThanThoseThatComeOutAreOneAndNamed() {
    close(closed -> with(closed, more(closed.figures()), closed.inputs()));

    Typed typed = report();

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.err())
        .startsWith("Expected the accounts to come out as they were closed but kwh was ");
    assertThat(typed.out()).contains("other figures come out");
    assertThat(report("--lang", "de").err()).startsWith("Erwartet war, dass die Abrechnung");
  }

  @Test
  void anotherHistoryThanTheOneItWasClosedByIsOneAndNamed() {
    close(closed ->
        with(
            closed,
            closed.figures(),
            new Inputs(
                new Head(closed.inputs().history().number(), "0".repeat(64)),
                closed.inputs().fleet())));

    Typed typed = report();

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.err()).startsWith("Expected the journal by which the accounts were closed");
  }

  @Test
  void withAnotherFleetTheClosedFiguresAreToldAndNoHosts() throws IOException {
    close(closed -> closed);
    Path fleet = journal.resolve("fleet.yaml");
    Files.writeString(fleet, Files.readString(fleet) + "# one comment more\n");

    Typed typed = report();

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).contains("not made once more, for the fleet's document is another");
    assertThat(typed.out()).containsPattern("hours of hosts: [1-9]");
    assertThat(report("--csv", "--hosts").exit()).isEqualTo(2);
    assertThat(report("--csv").out()).contains("2026-05,total,");
  }

  private static PeriodClosed with(PeriodClosed closed, Figures figures, Inputs inputs) {
    return new PeriodClosed(
        closed.owner(), closed.month(), closed.zone(), figures, inputs, closed.at());
  }

  private static Figures more(Figures figures) {
    return new Figures(
        figures.recorded(),
        figures.method(),
        new Estimate(figures.kwh().value() + 1, figures.kwh().uncertainty()),
        figures.savedKwh(),
        figures.shares(),
        figures.agreements(),
        figures.servers(),
        figures.co2(),
        figures.euroAKwh());
  }

  /// Something is recorded in June, so that May is over by any clock.
  private void toJune() {
    var load = new PoolLoad(new PoolId("idle"), 1, List.of());
    try (Journal opened = opened()) {
      assertThat(
              opened.send(
                  new RecordUtilisation(
                      Owner.OPERATOR, load, IN_JUNE.minus(Duration.ofHours(1)), IN_JUNE)))
          .isInstanceOf(Decision.Accepted.class);
    }
  }

  private Journal opened() {
    return Slices.journal(
        EmbeddedCommitLog.open(journal, () -> IN_JUNE), () -> IN_JUNE, ReadModels.of(List.of()));
  }

  private void close(UnaryOperator<PeriodClosed> as) {
    Fleet fleet = new Beside(Optional.of(journal)).fleet().orElseThrow();
    try (Journal opened = opened()) {
      var books =
          new Books(opened, fleet, new Months(ZoneId.of("Europe/Berlin")), Optional.of(0.25));
      PeriodClosed whole = books.whole(MAY, IN_JUNE).orElseThrow();
      assertThat(opened.send(new ClosePeriod(as.apply(whole))))
          .isInstanceOf(Decision.Accepted.class);
    }
  }

  private Typed report(Object... more) {
    var words = new ArrayList<Object>(List.of("report", "--journal", journal, "--month", MAY));
    words.addAll(List.of(more));
    return Typed.of(words.toArray());
  }
}
