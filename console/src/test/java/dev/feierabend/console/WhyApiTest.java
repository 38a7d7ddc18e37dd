package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static dev.feierabend.console.TwoTowns.NOON;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.journal.Journal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@FreshConsole
class WhyApiTest {
  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;

  @BeforeAll
  void something() {
    new Story(journal, clock).everyday();
  }

  @Test
  void whatWasPlannedAndNotYetDoneWasAwakeBecauseItsTurnHadNotCome() throws Exception {
    why("anna", TwoTowns.poolOf(AHAUSEN).value(), NOON)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("awake"))
        .andExpect(jsonPath("$.sentence").value(containsString("its turn had not come")));
  }

  @Test
  void whatWasRecordedLaterCountsForNothing() throws Exception {
    why("anna", TwoTowns.poolOf(AHAUSEN).value(), NOON.minusSeconds(1))
        .andExpect(jsonPath("$.sentence").value(containsString("no agreement in force")));
  }

  @Test
  void ofAWorkloadItIsToldByWhatItsNeedIsPlanned() throws Exception {
    why("anna", "vm-akte", NOON)
        .andExpect(
            jsonPath("$.need")
                .value(
                    "It is planned with what it asks for: too little was measured of its pool in the last seven days."));
    why("anna", TwoTowns.poolOf(AHAUSEN).value(), NOON)
        .andExpect(jsonPath("$.need").doesNotExist());
  }

  @Test
  void hostsAreForThoseWhoSeeEverything() throws Exception {
    why("paula", "host-1", NOON)
        .andExpect(jsonPath("$.sentence").value(containsString("host-1 was on at")));
    why("anna", "host-1", NOON).andExpect(status().isNotFound());
    why("anna", "nothing", NOON).andExpect(status().isNotFound());
  }

  private ResultActions why(String user, String subject, Instant at) throws Exception {
    return mvc.perform(
        as(user, get("/api/v1/why").param("subject", subject).param("at", at.toString())));
  }
}
