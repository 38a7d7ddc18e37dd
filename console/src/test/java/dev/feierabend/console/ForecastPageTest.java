package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static dev.feierabend.console.TwoTowns.BDORF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.agreeing.SavingForecast.Risk;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.policies.terms.ActorId;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What a proposal is expected to come to stands where it is decided on.
@FreshConsole
class ForecastPageTest {
  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;

  @BeforeAll
  void oneWithAForecastAndOneWithout() {
    var story = new Story(journal, clock);
    var forecast = new SavingForecast(902.4, 20.2, 107, 671, new Risk(28, 2, 11));
    var proposal =
        new ProposePolicy(
            AgreementId.of(AHAUSEN, TwoTowns.nameOf(AHAUSEN)),
            story.version(AHAUSEN),
            new ActorId("team-1"),
            clock.instant(),
            Optional.of(forecast));
    assertThat(journal.send(proposal)).isInstanceOf(Decision.Accepted.class);
    story.propose(BDORF);
  }

  @Test
  void savingIntervalAndRiskStandBesideTheProposal() throws Exception {
    assertThat(page("anna", "en"))
        .contains(
            "By 671 recorded hours it would sleep 107.0 hours a week and save about 902 kWh a month; nineteen of twenty months save 862 to 943 kWh.")
        .contains("In 28 nights it would have been woken early twice, for 11 minutes.");
  }

  @Test
  void inGermanToo() throws Exception {
    assertThat(page("anna", "de"))
        .contains("neunzehn von zwanzig Monaten sparen 862 bis 943 kWh.")
        .contains("In 28 Nächten wäre es zweimal vorzeitig geweckt worden, für 11 Minuten.");
  }

  @Test
  void whereTooLittleIsRecordedItSaysSo() throws Exception {
    assertThat(page("bert", "en"))
        .contains("Too little is recorded to say what it would save.")
        .doesNotContain("woken early");
  }

  @Test
  void programsGetTheFigures() throws Exception {
    mvc.perform(as("anna", get("/api/v1/agreements")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].forecast.kilowattHoursAMonth").value(902.4))
        .andExpect(jsonPath("$[0].forecast.earlyWakes").value(2))
        .andExpect(jsonPath("$[0].forecast.minutes").value(11));
    mvc.perform(as("bert", get("/api/v1/agreements")))
        .andExpect(jsonPath("$[0].forecast").doesNotExist());
  }

  private String page(String user, String language) throws Exception {
    return mvc.perform(as(user, get("/").header("Accept-Language", language)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
