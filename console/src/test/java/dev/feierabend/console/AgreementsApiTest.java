package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static dev.feierabend.console.TwoTowns.BDORF;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.journal.Journal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@FreshConsole
class AgreementsApiTest {
  @Autowired MockMvc mvc;
  @Autowired FullableLog log;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  private Story story;
  private String document;

  @BeforeAll
  void towns() {
    story = new Story(journal, clock);
  }

  @BeforeEach
  void anotherVersion() {
    document = story.version(AHAUSEN);
  }

  @Test
  void aPolicyIsProposedByTheTeamApprovedByTheCustomerAndWithdrawnAgain() throws Exception {
    mvc.perform(as("paula", Asking.propose(document)))
        .andExpect(status().isCreated())
        .andExpect(header().string("Location", "/api/v1/agreements/ahausen/rathaus"))
        .andExpect(jsonPath("$.standing").value("proposed"))
        .andExpect(jsonPath("$.author").value("team-1"))
        .andExpect(jsonPath("$.document").value(document));

    mvc.perform(as("anna", post(version() + "/approval"))).andExpect(status().isNoContent());
    mvc.perform(as("anna", get("/api/v1/agreements/ahausen/rathaus")))
        .andExpect(jsonPath(standing()).value("active"));

    mvc.perform(as("anna", delete("/api/v1/agreements/ahausen/rathaus").param("because", "move")))
        .andExpect(status().isNoContent());
    mvc.perform(as("anna", get("/api/v1/agreements")))
        .andExpect(jsonPath(standing()).value("ended"));
  }

  @Test
  void aRejectionNeedsAReasonAndEndsTheProposal() throws Exception {
    mvc.perform(as("paula", Asking.propose(document)));

    mvc.perform(as("anna", Asking.json(post(version() + "/rejection"), "{\"because\": \" \"}")))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.faults[0].where").value("because"));
    mvc.perform(as("anna", Asking.json(post(version() + "/rejection"), "{\"because\": \"no\"}")))
        .andExpect(status().isNoContent());
    mvc.perform(as("anna", post(version() + "/approval")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("already-decided"));
  }

  @Test
  void whoProposedDoesNotApproveAndIsToldSoInBothLanguages() throws Exception {
    mvc.perform(as("anna", Asking.propose(document))).andExpect(status().isCreated());

    mvc.perform(as("anna", post(version() + "/approval")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("own-policy"))
        .andExpect(jsonPath("$.detail").value(startsWith("Expected an approver other than")));
    mvc.perform(as("anna", post(version() + "/approval").header("Accept-Language", "de-DE")))
        .andExpect(jsonPath("$.detail").value(startsWith("Genehmigen muss jemand anderes")))
        .andExpect(jsonPath("$.title").value("Abgelehnt"));
    mvc.perform(as("agnes", post(version() + "/approval"))).andExpect(status().isNoContent());
  }

  @Test
  void everyFaultOfADocumentIsToldWithItsPlace() throws Exception {
    mvc.perform(as("anna", Asking.propose(document.replace("Mon 20:00", "Moon 20:00"))))
        .andExpect(status().isUnprocessableContent())
        .andExpect(header().string("Content-Type", "application/problem+json"))
        .andExpect(jsonPath("$.faults[0].line").value(8))
        .andExpect(jsonPath("$.faults[0].column").isNumber())
        .andExpect(jsonPath("$.faults[0].found").value(containsString("Moon")));
  }

  @Test
  void aForeignPoolIsAFaultAndAForeignTenantIsNotThere() throws Exception {
    mvc.perform(as("anna", Asking.propose(TwoTowns.policy("rathaus", AHAUSEN, "bdorf-school"))))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.faults[0].line").value(5));
    mvc.perform(as("anna", Asking.propose(TwoTowns.policyOf(BDORF))))
        .andExpect(status().isNotFound());
  }

  @Test
  void aListOfDaysThatNoCalendarHasIsAFault() throws Exception {
    mvc.perform(
            as(
                "anna",
                Asking.propose(
                    document.stripTrailing() + "\n  holidays: {land: BY, lists: [x]}\n")))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.faults[0].column").value(32))
        .andExpect(jsonPath("$.faults[0].expected").value(containsString("a list of days")));
  }

  @Test
  void aTestOfAHostThatTheOperatorDoesNotAllowIsAFaultThatNamesTheSetting() throws Exception {
    mvc.perform(as("anna", Asking.propose(testing("https://elsewhere.example/health"))))
        .andExpect(status().isUnprocessableContent())
        .andExpect(jsonPath("$.faults[0].line").value(9))
        .andExpect(
            jsonPath("$.faults[0].expected").value(containsString("feierabend.readiness.allowed")))
        .andExpect(jsonPath("$.faults[0].found").value(containsString("elsewhere.example")));
    mvc.perform(as("anna", Asking.propose(testing("https://permits.ahausen.example/health"))))
        .andExpect(status().isCreated());
  }

  private String testing(String target) {
    return document.replace("{lead: PT30M}", "{lead: PT30M, test: " + target + "}");
  }

  @Test
  void whatWasNeverProposedIsNotThere() throws Exception {
    mvc.perform(as("anna", post(version() + "/approval"))).andExpect(status().isNotFound());
    mvc.perform(as("anna", get("/api/v1/agreements/ahausen/nothing")))
        .andExpect(status().isNotFound());
  }

  @Test
  void anEndlessDocumentIsNotRead() throws Exception {
    mvc.perform(as("anna", Asking.propose("# ".repeat(200_000))))
        .andExpect(status().isContentTooLarge());
  }

  @Test
  void aWithdrawalSaysWhy() throws Exception {
    mvc.perform(as("anna", delete("/api/v1/agreements/ahausen/rathaus")))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.faults[0].where").value("because"));
  }

  @Test
  void whereTheStoreIsFullTheAnswerIsAnOutage() throws Exception {
    log.full = true;
    try {
      mvc.perform(as("anna", Asking.propose(document)))
          .andExpect(status().isServiceUnavailable())
          .andExpect(header().exists("Retry-After"))
          .andExpect(jsonPath("$.title").value("Out of order"));
    } finally {
      log.full = false;
    }
    mvc.perform(as("anna", Asking.propose(document))).andExpect(status().isCreated());
  }

  @Test
  void anotherFormThanYamlIsRefused() throws Exception {
    mvc.perform(
            as("anna", post("/api/v1/agreements").contentType(MediaType.TEXT_PLAIN).content("x")))
        .andExpect(status().isUnsupportedMediaType())
        .andExpect(header().string("Content-Type", "application/problem+json"));
  }

  private String version() {
    return "/api/v1/agreements/ahausen/rathaus/" + TwoTowns.digest(document);
  }

  private String standing() {
    return "$[?(@.digest=='%s')].standing".formatted(TwoTowns.digest(document));
  }
}
