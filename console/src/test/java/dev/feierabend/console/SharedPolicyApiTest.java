package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// One document for two towns is two agreements.
@FreshConsole
class SharedPolicyApiTest {
  private static final String DOCUMENT =
      TwoTowns.policy("gemeinsam", TwoTowns.AHAUSEN, "ahausen-office, bdorf-school")
          .replace("tenant: ahausen", "tenants: [ahausen, bdorf]");

  @Autowired MockMvc mvc;

  @Test
  void eachTownApprovesForItselfAndOnlyThere() throws Exception {
    mvc.perform(as("anna", Asking.propose(DOCUMENT))).andExpect(status().isNotFound());
    mvc.perform(as("paula", Asking.propose(DOCUMENT))).andExpect(status().isCreated());
    mvc.perform(as("paula", Asking.propose(DOCUMENT)))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("already-proposed"));

    mvc.perform(as("anna", post(of("bdorf") + "/approval"))).andExpect(status().isNotFound());
    mvc.perform(as("anna", post(of("ahausen") + "/approval"))).andExpect(status().isNoContent());

    standing("anna", "ahausen", "active");
    standing("bert", "bdorf", "proposed");
  }

  @Test
  void onThePageTheSameProposalStandsBesideWhatIsInForceInEachTown() throws Exception {
    String older = DOCUMENT.replace("gemeinsam", "zusammen");
    String newer = older.replace("Mon 20:00", "Mon 19:00");
    mvc.perform(as("paula", Asking.propose(older))).andExpect(status().isCreated());
    String approval = "/zusammen/" + TwoTowns.digest(older) + "/approval";
    mvc.perform(as("anna", post("/api/v1/agreements/ahausen" + approval)))
        .andExpect(status().isNoContent());
    mvc.perform(as("paula", Asking.propose(newer))).andExpect(status().isCreated());

    String page = new Browser(mvc, "paula", "en").page();

    assertThat(page.split("<article"))
        .filteredOn(card -> card.contains("proposal-" + TwoTowns.digest(newer)))
        .satisfiesExactlyInAnyOrder(
            card -> assertThat(card).contains("zusammen of ahausen", "now asleep"),
            card -> assertThat(card).contains("zusammen of bdorf", "Nothing is in force yet"));
  }

  private void standing(String user, String town, String expected) throws Exception {
    mvc.perform(as(user, get("/api/v1/agreements/" + town + "/gemeinsam")))
        .andExpect(jsonPath("$.length()").value(1))
        .andExpect(jsonPath("$[0].tenant").value(town))
        .andExpect(jsonPath("$[0].standing").value(expected));
  }

  private static String of(String town) {
    return "/api/v1/agreements/" + town + "/gemeinsam/" + TwoTowns.digest(DOCUMENT);
  }
}
