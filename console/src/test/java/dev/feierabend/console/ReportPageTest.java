package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static dev.feierabend.console.TwoTowns.BDORF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.journal.Journal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;

/// A month's electricity on a page and for programs: the whole for who sees all, else the own part.
@FreshConsole
@TestPropertySource(properties = "feierabend.price=0.25")
class ReportPageTest {
  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  private Story story;

  @BeforeAll
  void anHourOfBoth() {
    story = new Story(journal, clock);
    story.recorded(Instant.parse("2026-10-05T10:00:00Z"));
    story.recorded(Instant.parse("2026-10-05T12:00:00Z"));
    story.agreeWithForecast(AHAUSEN);
    story.agree(BDORF);
    story.measured();
  }

  @ParameterizedTest
  @CsvSource({
    "paula, en, Electricity in November 2026, All hosts, the operator",
    "audrey, de, Strom im November 2026, Alle Hosts, der Betreiber"
  })
  void whoSeesEverythingIsToldTheWhole(
      String user, String language, String title, String total, String operator) throws Exception {
    assertThat(page(user, language, "/report?month=2026-11"))
        .contains(title, total, "ahausen", "bdorf", "ITEUsv", "SIEC")
        .containsPattern("[1-9][0-9]* kWh|[0-9][.,][1-9] kWh")
        .doesNotContain("??", "th:")
        .endsWith("</html>\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10 | en | median 3.1 %, mean 3.1 %, of 0.3 % of the hours; not conforming to EN 50600-4-5, which wants 90 %
          10 | de | Median 3,1 %, Mittel 3,1 %, aus 0,3 % der Stunden; nicht normkonform, EN 50600-4-5 verlangt 90 %
          """)
  void belowNineTenthsOfTheHoursUtilisationIsNotCalledTheStandards(
      String month, String language, String sentence) throws Exception {
    assertThat(page("paula", language, "/report?month=2026-" + month)).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource({"anna, ahausen, bdorf", "stefan, ahausen, bdorf", "bodo, bdorf, ahausen"})
  void othersAreToldTheirPartAlone(String user, String own, String other) throws Exception {
    assertThat(page(user, "en", "/report?month=2026-11"))
        .contains(own, "Saved by its sleep", "euro")
        .doesNotContain(other, "All hosts", "ITEUsv", "operator");
  }

  @ParameterizedTest
  @CsvSource({"en, Nothing is recorded of this month.", "de, Von diesem Monat ist nichts"})
  void ofAMonthWithoutAnythingThatIsSaid(String language, String sentence) throws Exception {
    assertThat(page("paula", language, "/report?month=2026-07")).contains(sentence);
  }

  @Test
  void withoutAMonthItIsThisOneAndSoItIsWhereWhatIsAskedForIsNone() throws Exception {
    assertThat(page("paula", "en", "/report")).contains("Electricity in November 2026");
    assertThat(page("paula", "en", "/report?month=May"))
        .contains("Electricity in November 2026", "Expected a month such as 2026-05");
  }

  @Test
  void programsGetTheSameFigures() throws Exception {
    mvc.perform(as("paula", get("/api/v1/report?month=2026-11")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total.kwh.value").isNumber())
        .andExpect(jsonPath("$.total.servers.hosts").value(1))
        .andExpect(jsonPath("$.agreements.length()").value(2))
        .andExpect(jsonPath("$.euroAKwh").value(0.25));
    mvc.perform(as("anna", get("/api/v1/report?month=2026-11")))
        .andExpect(jsonPath("$.total").doesNotExist())
        .andExpect(jsonPath("$.shares.length()").value(1))
        .andExpect(jsonPath("$.shares[0].owner").value("tenant:ahausen"));
  }

  @Test
  void spreadsheetsToo() throws Exception {
    assertThat(csv("paula").lines())
        .hasSize(5)
        .first()
        .asString()
        .startsWith("month,owner,kwh,kwh_uncertainty,saved_kwh,");
    assertThat(csv("anna").lines())
        .hasSize(2)
        .last()
        .asString()
        .startsWith("2026-11,tenant:ahausen,");
    assertThat(csv("paula").lines().toList()).last().asString().startsWith("2026-11,total,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/report", "/api/v1/report?month=May"})
  void aMonthThatIsNoneIsNotUnderstood(String path) throws Exception {
    mvc.perform(as("paula", get(path))).andExpect(status().isBadRequest());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-07", "2099-01", "+999999999-12"})
  void aMonthOfWhichNothingIsRecordedIsNotThere(String month) throws Exception {
    for (String path : List.of("/api/v1/report", "/api/v1/report.csv")) {
      mvc.perform(as("paula", get(path).param("month", month))).andExpect(status().isNotFound());
    }
  }

  @Test
  void theForecastOfWhatIsInForceStandsBesideWhatWasMeasuredSince() throws Exception {
    assertThat(page("anna", "en", "/agreements/ahausen/rathaus"))
        .contains("rathaus of ahausen", "In force: document ")
        .contains("nineteen of twenty months save 862 to 943 kWh.")
        .contains("At 0.25 euro a kWh that is about 226 euro a month")
        .contains("In 28 nights it would have been woken early twice, for 11 minutes.")
        .containsSubsequence("<caption>From ", "Forecast", "Measured", "1.2 kWh ± 0.0")
        .contains("0.0 kWh ± 0.0", "107.0 hours")
        .doesNotContain("??", "th:");
    assertThat(page("anna", "de", "/agreements/ahausen/rathaus"))
        .containsSubsequence("Vorhergesagt", "Gemessen", "1,2 kWh ± 0,0");
  }

  @Test
  void programsGetBothToo() throws Exception {
    mvc.perform(as("anna", get("/api/v1/agreements/ahausen/rathaus/saving")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].standing").value("active"))
        .andExpect(jsonPath("$[0].forecast.kilowattHoursAMonth").value(902.4))
        .andExpect(jsonPath("$[0].measured.forecastKwh.value").isNumber())
        .andExpect(jsonPath("$[0].measured.savedKwh.value").value(0.0));
  }

  @Test
  void withoutAForecastTheMeasuredStandsAlone() throws Exception {
    assertThat(page("bert", "en", "/agreements/bdorf/schule"))
        .contains("Too little is recorded to say what it would save.")
        .containsSubsequence("Measured", "<td>none</td>", "0.0 kWh ± 0.0");
  }

  @Test
  void theOthersAgreementIsNotThere() throws Exception {
    mvc.perform(as("bert", get("/agreements/ahausen/rathaus"))).andExpect(status().isNotFound());
  }

  @Test
  void aDraftIsToldWhereItMayBeSeenAndNothingIsForecastOfTooLittle() throws Exception {
    story.draft(AHAUSEN);

    assertThat(page("paula", "en", "/agreements/ahausen/rathaus")).contains("Draft: document ");
    assertThat(page("arne", "en", "/agreements/ahausen/rathaus"))
        .doesNotContain("Draft: document ");
  }

  private String csv(String user) throws Exception {
    var answer =
        mvc.perform(as(user, get("/api/v1/report.csv?month=2026-11")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse();
    assertThat(answer.getContentType()).startsWith("text/csv");
    return answer.getContentAsString();
  }

  private String page(String user, String language, String path) throws Exception {
    return mvc.perform(as(user, get(path).header("Accept-Language", language)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
