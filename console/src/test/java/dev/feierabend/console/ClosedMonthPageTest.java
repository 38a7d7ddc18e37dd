package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static dev.feierabend.console.TwoTowns.BDORF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.closing.Books;
import dev.feierabend.core.reporting.closing.Closing;
import dev.feierabend.core.reporting.closing.ReportingCommand.ClosePeriod;
import dev.feierabend.core.reporting.closing.ReportingEvent.PeriodClosed;
import dev.feierabend.core.reporting.energy.ShareTable;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// A closed month stands, and everybody is told so of what is theirs.
@FreshConsole
class ClosedMonthPageTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  @Autowired Books books;
  private String open = "";

  @BeforeAll
  void closedAndThenAnotherHour() throws Exception {
    var story = new Story(journal, clock);
    story.agree(AHAUSEN);
    story.agree(BDORF);
    story.measured();
    open = told("paula", "en", "/api/v1/report.csv?month=2026-11");
    PeriodClosed whole = books.whole(NOVEMBER, clock.instant()).orElseThrow();
    record(new ClosePeriod(whole));
    Closing.parts(whole).forEach(this::record);
    story.measured();
  }

  @Test
  void itSaysSoAndItsFiguresStandThoughMoreIsRecorded() throws Exception {
    assertThat(told("anna", "en", "/report?month=2026-11")).contains("Closed on Mon 23 Nov 2026");
    assertThat(told("anna", "de", "/report?month=2026-11")).contains("Abgeschlossen am Mo");
    assertThat(told("paula", "en", "/api/v1/report.csv?month=2026-11")).isEqualTo(open);
  }

  /// As the command line answers to `report --csv`, whose test has the same sentence.
  @Test
  void asCsvItIsTheTableOfWhatWasClosed() throws Exception {
    PeriodClosed whole = books.closed(NOVEMBER, Owner.OPERATOR).orElseThrow();

    assertThat(open).isEqualTo(ShareTable.of(NOVEMBER, List.of(whole.figures())));
  }

  @Test
  void theHistoryTellsEverybodyTheirPart() throws Exception {
    assertThat(told("anna", "en", "/"))
        .contains("Of the accounts of 2026-11, the part of ahausen is closed: ")
        .doesNotContain("The accounts of 2026-11 are closed");
    assertThat(told("paula", "de", "/")).contains("Die Abrechnung für 2026-11 ist abgeschlossen: ");
  }

  private void record(ClosePeriod command) {
    assertThat(journal.send(command)).isInstanceOf(Decision.Accepted.class);
  }

  private String told(String user, String language, String path) throws Exception {
    return mvc.perform(as(user, get(path).header("Accept-Language", language)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
