package dev.feierabend.core.reporting.closing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.closing.ReportingCommand.ClosePeriod;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.core.reporting.energy.EmissionFactor;
import dev.feierabend.core.reporting.energy.Estimate;
import dev.feierabend.core.reporting.energy.Figures;
import dev.feierabend.core.reporting.energy.Method;
import dev.feierabend.core.reporting.energy.Share;
import dev.feierabend.core.reporting.energy.Span;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A month is closed once, and stays as it is.
class ClosingTest {
  private static final Instant NOON = Instant.parse("2026-11-04T12:00:00Z");
  private static final Owner AHAUSEN = Owner.of(new TenantId("ahausen"));
  private static final Owner BEDORF = Owner.of(new TenantId("bedorf"));

  @Test
  void anOpenMonthIsClosed() {
    var command = new ClosePeriod(closed(700));

    assertThat(new ClosingState.Open().decide(command)).isEqualTo(Decision.of(closed(700)));
  }

  @Test
  void closedAgainWithTheSameFiguresNothingIsRecorded() {
    var state = new ClosingState.Open().evolve(closed(700));

    assertThat(state.decide(new ClosePeriod(closed(700)))).isEqualTo(Decision.nothing());
  }

  @Test
  void otherFiguresAreRefused() {
    var state = new ClosingState.Open().evolve(closed(700));

    assertThat(state.decide(new ClosePeriod(closed(701))))
        .isEqualTo(
            Decision.reject(
                "closed-already",
                "Expected a month that is open but the accounts of 2026-10 are closed with other figures"));
  }

  @Test
  void everyCustomerIsToldItsPartAndTheOperatorTheWhole() {
    List<ClosePeriod> parts = Closing.parts(closed(700));

    assertThat(parts)
        .extracting(ClosePeriod::target)
        .containsExactly("period/2026-10/tenant:ahausen", "period/2026-10/tenant:bedorf");
    assertThat(parts.getFirst().closed().figures().shares())
        .extracting(Share::owner)
        .containsExactly(AHAUSEN);
    assertThat(closed(700).aggregate()).isEqualTo("period/2026-10/operator");
  }

  @Test
  void aFigureThatComesOutOtherwiseIsNamed() {
    Figures closed = closed(700).figures();

    assertThat(Difference.between(closed, closed(700 * (1 + 1e-12)).figures())).isEmpty();
    assertThat(Difference.between(closed, closed(701).figures()))
        .contains(new Difference("kwh", 700, 701));
  }

  private static PeriodClosed closed(double kwh) {
    var figures =
        new Figures(
            new Span(NOON.minus(Duration.ofDays(30)), NOON.minus(Duration.ofDays(4))),
            Method.TODAY,
            new Estimate(kwh, 30),
            new Estimate(200, 10),
            List.of(share(AHAUSEN, 500), share(BEDORF, 200)),
            List.of(),
            Optional.empty(),
            EmissionFactor.of(2026),
            Optional.empty());
    return new PeriodClosed(
        Owner.OPERATOR,
        YearMonth.of(2026, 10),
        ZoneId.of("Europe/Berlin"),
        figures,
        new Inputs(new Head(7, "hash"), "fleet"),
        NOON);
  }

  private static Share share(Owner owner, double kwh) {
    return new Share(owner, new Estimate(kwh, 20), new Estimate(100, 5));
  }
}
