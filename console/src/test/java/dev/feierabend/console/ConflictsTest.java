package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// What a hypervisor decides by itself is told to those who see hosts, and to nobody else.
@FreshConsole
class ConflictsTest {
  @Autowired MockMvc mvc;

  @ParameterizedTest
  @CsvSource({
    "en, The cluster &lt;Nord&gt; moves guests by itself",
    "de, Der Cluster &lt;Nord&gt; verschiebt Gäste von sich aus"
  })
  void theTeamReadsThemOnThePage(String language, String sentence) throws Exception {
    assertThat(page("paula", language)).containsSubsequence("<strong>halle</strong>", sentence);
    assertThat(page("anna", language)).doesNotContain("halle");
  }

  @Test
  void theTeamIsToldThemOverRestInItsLanguage() throws Exception {
    mvc.perform(as("paula", get("/api/v1/fleet").header("Accept-Language", "de")))
        .andExpect(jsonPath("$.conflicts[*].hypervisor", contains("halle")))
        .andExpect(jsonPath("$.conflicts[0].kind").value("second-balancer"))
        .andExpect(jsonPath("$.conflicts[0].subject").value("<Nord>"))
        .andExpect(
            jsonPath("$.conflicts[0].sentence")
                .value(
                    "Der Cluster <Nord> verschiebt Gäste von sich aus und würde die nächtliche Zusammenlegung rückgängig machen. Lassen Sie seinen Lastausgleich nur empfehlen."));
    mvc.perform(as("anna", get("/api/v1/fleet"))).andExpect(jsonPath("$.conflicts", empty()));
  }

  private String page(String user, String language) throws Exception {
    return mvc.perform(as(user, get("/now").header("Accept-Language", language)))
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
