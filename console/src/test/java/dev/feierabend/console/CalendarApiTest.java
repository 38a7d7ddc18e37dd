package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.journal.Journal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@FreshConsole
class CalendarApiTest {
  private static final String CALENDAR = "/api/v1/agreements/ahausen/rathaus/calendar.ics";

  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;

  @Test
  void whatIsInForceIsSubscribedToAndASubscriptionOutlivesTheAgreement() throws Exception {
    var story = new Story(journal, clock);
    story.propose(AHAUSEN);
    mvc.perform(as("anna", get(CALENDAR)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("VEVENT"))));

    story.agree(AHAUSEN);
    mvc.perform(as("anna", get(CALENDAR)))
        .andExpect(header().string("Content-Type", "text/calendar;charset=UTF-8"))
        .andExpect(content().string(containsString("SUMMARY:rathaus asleep")));
    mvc.perform(as("anna", get(CALENDAR).param("lang", "de")))
        .andExpect(content().string(containsString("SUMMARY:rathaus schläft")));

    mvc.perform(as("anna", delete("/api/v1/agreements/ahausen/rathaus").param("because", "move")));
    mvc.perform(as("anna", get(CALENDAR)))
        .andExpect(status().isOk())
        .andExpect(content().string(not(containsString("VEVENT"))));
  }

  @Test
  void anAgreementThatIsNoneHasNoCalendar() throws Exception {
    mvc.perform(as("anna", get("/api/v1/agreements/ahausen/nothing/calendar.ics")))
        .andExpect(status().isNotFound())
        .andExpect(header().string("Content-Type", "application/problem+json"));
  }
}
