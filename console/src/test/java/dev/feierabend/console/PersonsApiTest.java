package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.naming.NamingEvent.PersonErased;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@FreshConsole
class PersonsApiTest {
  private static final String PERSONS = "/api/v1/persons";

  @Autowired MockMvc mvc;
  @Autowired Journal journal;

  @Test
  void thePlatformTeamSeesWhoIsWhoAndForgetsWhoLeft() throws Exception {
    mvc.perform(as("paula", get(PERSONS)))
        .andExpect(jsonPath("$[0].actor").value("gone-1"))
        .andExpect(jsonPath("$[0].name").value("Gerda Gone"));

    mvc.perform(as("paula", delete(PERSONS + "/gone-1"))).andExpect(status().isNoContent());

    mvc.perform(as("paula", get(PERSONS))).andExpect(jsonPath("$").isEmpty());
    try (var history = journal.history()) {
      assertThat(history.filter(one -> one.event() instanceof PersonErased)).hasSize(1);
    }
  }

  @Test
  void whoMayStillLogInIsNotForgotten() throws Exception {
    mvc.perform(as("paula", delete(PERSONS + "/anna-1")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("still-user"));
  }

  @Test
  void whoNeverHadANameCannotBeForgotten() throws Exception {
    mvc.perform(as("paula", delete(PERSONS + "/nobody-7")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("no-person"));
  }
}
