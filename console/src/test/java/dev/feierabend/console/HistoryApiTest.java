package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static dev.feierabend.console.TwoTowns.NOON;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Owner;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@FreshConsole
class HistoryApiTest {
  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  private Story story;

  @BeforeAll
  void something() {
    story = new Story(journal, clock).everyday();
  }

  @Test
  void aCustomerReadsItsOwnEventsAsSentencesWithTheirCommits() throws Exception {
    history("anna", get("/api/v1/history"))
        .andExpect(jsonPath("$.entries[*].owner").value(everyItem(is("tenant:ahausen"))))
        .andExpect(jsonPath("$.entries[0].commit").value(1))
        .andExpect(jsonPath("$.entries[0].time").value(NOON.toString()))
        .andExpect(jsonPath("$.entries[0].type").value("PoolRegistered"))
        .andExpect(
            jsonPath("$.entries[*].sentence")
                .value(hasItem(containsString("approved the policy ahausen/rathaus"))))
        .andExpect(jsonPath("$.next").doesNotExist());
  }

  @Test
  void inGermanTheSentencesAreGerman() throws Exception {
    history("anna", get("/api/v1/history").header("Accept-Language", "de"))
        .andExpect(
            jsonPath("$.entries[*].sentence")
                .value(hasItem(containsString("hat den Zeitplan ahausen/rathaus genehmigt"))));
  }

  @Test
  void theOperatorsEventsAreForTheTeamAndForAuditorsOfEverything() throws Exception {
    for (String user : new String[] {"paula", "audrey"}) {
      history(user, get("/api/v1/history").param("about", "HostQuarantined"))
          .andExpect(jsonPath("$.entries[*].sentence", contains("host-1 is quarantined: it hums.")))
          .andExpect(jsonPath("$.entries[0].owner").value("operator"));
    }
    for (String user : new String[] {"anna", "arne"}) {
      history(user, get("/api/v1/history").param("about", "HostQuarantined"))
          .andExpect(jsonPath("$.entries", hasSize(0)));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | Planned (active): 0 of 1 hosts stay on, 0 is the least possible.
          de | Geplant (aktiv): 0 von 1 Hosts bleiben an, weniger als 0 sind nicht möglich.
          """)
  void aPlanTellsTheTeamItsHostsAndTheLeastPossible(String language, String sentence)
      throws Exception {
    history(
            "paula",
            get("/api/v1/history").param("about", "hosts").header("Accept-Language", language))
        .andExpect(jsonPath("$.entries[*].sentence").value(hasItem(sentence)));
  }

  @Test
  void pagesFollowEachOtherWithoutGapAndWithoutSplittingACommit() throws Exception {
    history("paula", get("/api/v1/history").param("limit", "3"))
        .andExpect(jsonPath("$.entries[*].commit", contains(1, 2, 3, 3)))
        .andExpect(jsonPath("$.next").value(3));
    history("paula", get("/api/v1/history").param("limit", "1").param("after", "3"))
        .andExpect(jsonPath("$.entries[*].commit", contains(4)));
  }

  @Test
  void fromIsIncludedAndToIsNot() throws Exception {
    clock.pass(Duration.ofHours(1));
    story.override(AHAUSEN);
    clock.pass(Duration.ofHours(1));
    story.freeze(Owner.of(AHAUSEN));

    history(
            "anna",
            get("/api/v1/history")
                .param("from", NOON.plus(Duration.ofHours(1)).toString())
                .param("to", NOON.plus(Duration.ofHours(2)).toString()))
        .andExpect(jsonPath("$.entries[*].type", contains("OverrideGranted")));
    history("anna", get("/api/v1/history").param("from", "2030-01-01T00:00:00Z"))
        .andExpect(jsonPath("$.entries", hasSize(0)));
  }

  @Test
  void aboutLooksIntoSentenceTypeAndSubjectWhateverTheCase() throws Exception {
    history("paula", get("/api/v1/history").param("about", "RATHAUS (document"))
        .andExpect(jsonPath("$.entries[*].owner").value(everyItem(is("tenant:ahausen"))))
        .andExpect(jsonPath("$.entries", hasSize(3)));
    history("paula", get("/api/v1/history").param("about", "pool/bdorf-school"))
        .andExpect(jsonPath("$.entries[*].type", contains("PoolRegistered")));
  }

  @Test
  void whatIsNoInstantOrTooMuchIsToldWithItsPlace() throws Exception {
    mvc.perform(as("anna", get("/api/v1/history").param("from", "yesterday")))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.faults[0].where").value("from"))
        .andExpect(jsonPath("$.faults[0].expected").value(containsString("an instant")))
        .andExpect(jsonPath("$.faults[0].found").value("\"yesterday\""));
    mvc.perform(as("anna", get("/api/v1/history").param("limit", "5000")))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.faults[0].where").value("limit"));
  }

  private ResultActions history(String user, MockHttpServletRequestBuilder request)
      throws Exception {
    return mvc.perform(as(user, request)).andExpect(status().isOk());
  }
}
