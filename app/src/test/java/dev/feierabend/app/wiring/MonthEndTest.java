package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.ReadModels;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.reporting.closing.Books;
import dev.feierabend.core.reporting.closing.Months;
import dev.feierabend.core.reporting.closing.ReportingCommand.ClosePeriod;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Once a month is over its accounts are recorded, by whoever comes first, and stay.
class MonthEndTest {
  private static final Instant IN_OCTOBER = Instant.parse("2026-10-14T10:00:00Z");
  private static final Instant CLOSES = Instant.parse("2026-11-03T23:00:00Z");
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final String HOST = "00000000-0000-0000-0000-000000000001";
  private static final Owner AHAUSEN = Owner.of(new TenantId("ahausen"));
  private static final Owner BEDORF = Owner.of(new TenantId("bedorf"));

  private final AtomicReference<Instant> now = new AtomicReference<>(IN_OCTOBER);
  private final Journal journal =
      Slices.journal(EmbeddedCommitLog.inMemory(now::get), now::get, ReadModels.of(List.of()));

  @BeforeEach
  void aTownsHour() {
    record(Owner.OPERATOR, "machines", HOST, IN_OCTOBER);
    record(AHAUSEN, "office", "deployment/office/mail", IN_OCTOBER);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  @Test
  void threeDaysAfterItsEndAMonthIsClosedAsAWholeAndForEachCustomer() {
    look(monthEnd(journal), CLOSES.minus(HOUR));
    assertThat(closed()).isEmpty();

    look(monthEnd(journal), CLOSES);

    assertThat(closed()).extracting(PeriodClosed::owner).containsExactly(Owner.OPERATOR, AHAUSEN);
    PeriodClosed whole = closed().getFirst();
    assertThat(whole.month()).isEqualTo(OCTOBER);
    assertThat(whole.figures().kwh().value()).isPositive();
    assertThat(whole.figures().euroAKwh()).contains(0.3);
    assertThat(whole.inputs().history().number()).isEqualTo(2);
    assertThat(closed().getLast().figures()).isEqualTo(whole.figures().partOf(AHAUSEN));
  }

  @Test
  void nothingIsRecordedTwiceHoweverManyLookHoweverOften() {
    var first = monthEnd(journal);
    look(first, CLOSES);
    look(first, CLOSES.plus(HOUR));
    look(monthEnd(journal), CLOSES.plus(HOUR));

    assertThat(closed()).hasSize(2);
  }

  /// Both made the accounts before either recorded them.
  @Test
  void ofTwoAtOnceTheFirstCountsAndTheOthersPartsFollowFromIt() {
    Dispatch slower =
        command -> {
          look(monthEnd(journal), CLOSES);
          return journal.send(command);
        };
    var second = new MonthEnd(books(), slower);
    look(second, CLOSES);

    assertThat(closed()).hasSize(2);
  }

  @Test
  void whatAnOutageLeftHalfDoneIsDoneNextTimeFromWhatStands() {
    Dispatch failing = new FailingAfterOne();
    look(new MonthEnd(books(), failing), CLOSES);
    assertThat(closed()).extracting(PeriodClosed::owner).containsExactly(Owner.OPERATOR);
    record(AHAUSEN, "office", "deployment/office/mail", IN_OCTOBER.plus(HOUR));

    look(monthEnd(journal), CLOSES.plus(HOUR));

    assertThat(closed()).hasSize(2);
    assertThat(closed().getLast().figures())
        .isEqualTo(closed().getFirst().figures().partOf(AHAUSEN));
  }

  @Test
  void whatIsRecordedLateChangesNothing() {
    look(monthEnd(journal), CLOSES);
    PeriodClosed before = closed().getFirst();
    record(Owner.OPERATOR, "machines", HOST, IN_OCTOBER.plus(HOUR));

    look(monthEnd(journal), CLOSES.plus(HOUR));

    assertThat(books().closed(OCTOBER, Owner.OPERATOR)).contains(before);
  }

  @Test
  void monthsThatPassedMeanwhileAreClosedInTheirOrderAndEmptyOnesNot() {
    record(Owner.OPERATOR, "machines", HOST, Instant.parse("2026-12-24T10:00:00Z"));

    look(monthEnd(journal), Instant.parse("2027-01-20T10:00:00Z"));

    assertThat(closed())
        .filteredOn(it -> it.owner().equals(Owner.OPERATOR))
        .extracting(PeriodClosed::month)
        .containsExactly(OCTOBER, OCTOBER.plusMonths(2));
  }

  @Test
  void whereTheWorkEndsMeanwhileTheNextMonthWaits() {
    var ending = monthEnd(journal);
    ending.ending();
    look(ending, CLOSES);
    assertThat(closed()).isEmpty();

    ending.beginning();
    ending.began(CLOSES);
    assertThat(closed()).hasSize(2);
  }

  @Test
  void oneCustomersFaultKeepsNoOthersPartOpenAndIsMadeUpForLater() {
    record(BEDORF, "school", "deployment/school/web", IN_OCTOBER);
    Dispatch faulty =
        command -> {
          if (command instanceof ClosePeriod part && part.closed().owner().equals(AHAUSEN)) {
            throw new IllegalStateException("A figure that can't be written");
          }
          return journal.send(command);
        };
    look(new MonthEnd(books(), faulty), CLOSES);
    assertThat(closed()).extracting(PeriodClosed::owner).containsExactly(Owner.OPERATOR, BEDORF);

    look(monthEnd(journal), CLOSES.plus(HOUR));
    assertThat(closed())
        .extracting(PeriodClosed::owner)
        .containsExactly(Owner.OPERATOR, BEDORF, AHAUSEN);
  }

  private final class FailingAfterOne implements Dispatch {
    private boolean sent;

    @Override
    public Decision send(Command command) {
      if (sent) {
        throw new Outage("It is out");
      }
      sent = true;
      return journal.send(command);
    }
  }

  private MonthEnd monthEnd(Dispatch dispatch) {
    return new MonthEnd(books(), dispatch);
  }

  private Books books() {
    return new Books(journal, fleet(), new Months(ZoneId.of("Europe/Berlin")), Optional.of(0.3));
  }

  private void look(MonthEnd end, Instant at) {
    now.set(at);
    end.ended(at.minus(HOUR), at);
  }

  private List<PeriodClosed> closed() {
    try (var history = journal.history()) {
      return history
          .filter(recorded -> recorded.event() instanceof PeriodClosed)
          .map(recorded -> (PeriodClosed) recorded.event())
          .toList();
    }
  }

  private void record(Owner owner, String pool, String member, Instant from) {
    var sample = new Sample(member, 2, 2, 1024, Optional.empty());
    var load = new PoolLoad(new PoolId(pool), 1, List.of(sample));
    assertThat(journal.send(new RecordUtilisation(owner, load, from, from.plus(HOUR))))
        .isInstanceOf(Decision.Accepted.class);
  }

  private static Fleet fleet() {
    String document =
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: town}
        spec:
          tenants: [{id: ahausen, name: Ahausen}, {id: bedorf, name: Bedorf}]
          pools: [{id: machines}, {id: office, tenant: ahausen}, {id: school, tenant: bedorf}]
          controllers: [{name: play, kind: node-annotation}]
          hosts:
            - {uuid: %s, name: n1, pool: machines, cores: 10, memoryGiB: 16,
               watts: {idle: 100, peak: 300}, standbyWatts: 5, boot: PT5M, bootWatts: 200, controller: play}
        """
            .formatted(HOST);
    return switch (FleetParser.parse("fleet.yaml", document.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid<Fleet>(var fleet) -> fleet;
      case Parsed.Invalid<Fleet>(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
