package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.Asking.json;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@FreshConsole
class LifeApiTest {
  private static final String STEFAN = "/api/v1/tenants/ahausen/deputies/stefan-1";
  private static final String OVERRIDE = "/api/v1/tenants/ahausen/override";
  private static final String FREEZE = "/api/v1/tenants/ahausen/freeze";
  private static final String WHY = "{\"because\": \"storm\"}";
  private static final String TERM =
      "{\"from\": \"2026-11-23T11:00:00Z\", \"until\": \"2026-11-30T11:00:00Z\"}";

  private static final AtomicInteger LIVES = new AtomicInteger();

  @Autowired MockMvc mvc;
  private String document;

  @BeforeEach
  void another() {
    document = TwoTowns.policyOf(AHAUSEN) + "# life " + LIVES.incrementAndGet() + "\n";
  }

  @Test
  void aDeputyApprovesInItsTimeAndIsRecordedAsOne() throws Exception {
    expect(204, as("anna", json(put(STEFAN), TERM)));
    mvc.perform(as("arne", get("/api/v1/tenants/ahausen/deputies")))
        .andExpect(jsonPath("$[?(@.deputy=='stefan-1')].namedBy").value("anna-1"));
    expect(201, as("paula", Asking.propose(document)));

    expect(204, as("stefan", post(version() + "/approval")));

    mvc.perform(as("anna", get("/api/v1/agreements/ahausen/rathaus")))
        .andExpect(jsonPath(of("approver")).value("stefan-1"))
        .andExpect(jsonPath(of("inPlaceOf")).value("anna-1"));
    expect(204, as("anna", delete(STEFAN)));
    expect(403, as("stefan", delete("/api/v1/agreements/ahausen/rathaus").param("because", "x")));
  }

  @Test
  void whoStandsInForTheAuthorDoesNotApprove() throws Exception {
    expect(204, as("anna", json(put(STEFAN), TERM)));
    expect(201, as("anna", Asking.propose(document)));

    mvc.perform(as("stefan", post(version() + "/approval")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("deputy-of-author"));
    expect(204, as("anna", delete(STEFAN)));
  }

  @Test
  void onlyItsAuthorTakesAProposalBack() throws Exception {
    expect(201, as("paula", Asking.propose(document)));

    mvc.perform(as("anna", delete(version())))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("not-author"));
    expect(204, as("paula", delete(version())));
    mvc.perform(as("anna", get("/api/v1/agreements/ahausen/rathaus")))
        .andExpect(jsonPath(of("standing")).value("taken-back"));
  }

  @Test
  void aDraftIsForThoseWhoMayProposeUntilItIsProposed() throws Exception {
    expect(201, as("stefan", Asking.draft(document)));
    for (String party : new String[] {"anna", "paula", "stefan"}) {
      mvc.perform(as(party, get("/api/v1/agreements/ahausen/rathaus")))
          .andExpect(jsonPath(of("standing")).value("draft"));
    }
    mvc.perform(as("audrey", get("/api/v1/agreements")))
        .andExpect(jsonPath(of("standing")).isEmpty());

    mvc.perform(as("anna", post(version() + "/approval")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("still-draft"));
    expect(201, as("anna", post(version() + "/proposal")));
    mvc.perform(as("audrey", get("/api/v1/agreements")))
        .andExpect(jsonPath(of("standing")).value("proposed"))
        .andExpect(jsonPath(of("author")).value("anna-1"))
        .andExpect(jsonPath(of("drafter")).value("stefan-1"));
    expect(409, as("anna", post(version() + "/approval")));
    expect(204, as("agnes", post(version() + "/approval")));
  }

  @Test
  void onlyItsAuthorDiscardsADraftAndThenNobodySeesIt() throws Exception {
    expect(201, as("paula", Asking.draft(document)));

    mvc.perform(as("anna", delete(version() + "/draft")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("not-author"));
    expect(204, as("paula", delete(version() + "/draft")));
    expect(404, as("paula", delete(version() + "/draft")));
  }

  @Test
  void whatWasRejectedIsProposedAgainUnchanged() throws Exception {
    expect(201, as("paula", Asking.propose(document)));
    expect(204, as("anna", json(post(version() + "/rejection"), WHY)));

    expect(201, as("paula", post(version() + "/proposal")));

    expect(204, as("anna", post(version() + "/approval")));
  }

  @Test
  void whatNeedsNoticeIsApprovedNowAndBeginsLater() throws Exception {
    document = document + "  notice: P7D\n";
    expect(201, as("paula", Asking.propose(document)));
    expect(204, as("anna", post(version() + "/approval")));

    mvc.perform(as("anna", get("/api/v1/agreements/ahausen/rathaus")))
        .andExpect(jsonPath(of("standing")).value("approved"))
        .andExpect(jsonPath(of("begins")).isNotEmpty());
    expect(204, as("anna", delete("/api/v1/agreements/ahausen/rathaus").param("because", "x")));
  }

  @Test
  void overridesOfDifferentPoolsStandSideBySideForAllPartiesToSee() throws Exception {
    expect(204, as("anna", json(post(OVERRIDE), until("[]"))));
    expect(204, as("anna", json(post(OVERRIDE), until("[\"ahausen-office\"]"))));
    for (String party : new String[] {"anna", "paula", "arne"}) {
      mvc.perform(as(party, get("/api/v1/overrides"))).andExpect(jsonPath("$.length()").value(2));
    }
    mvc.perform(as("bert", get("/api/v1/overrides"))).andExpect(jsonPath("$.length()").value(0));

    expect(204, as("anna", delete(OVERRIDE).param("pools", "ahausen-office")));
    mvc.perform(as("paula", get("/api/v1/overrides")))
        .andExpect(jsonPath("$.length()").value(1))
        .andExpect(jsonPath("$[0].pools.length()").value(0));
    expect(204, as("anna", delete(OVERRIDE)));
  }

  @Test
  void theLimitOfAnOverrideIsTheAgreements() throws Exception {
    document = document + "  overrides: {longest: PT1H}\n";
    expect(201, as("paula", Asking.propose(document)));
    expect(204, as("anna", post(version() + "/approval")));

    mvc.perform(as("anna", json(post(OVERRIDE), until("[]"))))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("bad-end"));
    expect(204, as("anna", delete("/api/v1/agreements/ahausen/rathaus").param("because", "x")));
  }

  @Test
  void neitherSideLiftsTheOthersFreeze() throws Exception {
    expect(204, as("paula", json(post(FREEZE), WHY)));
    expect(409, as("anna", delete(FREEZE)));
    expect(204, as("anna", json(post(FREEZE), WHY)));
    expect(204, as("paula", delete(FREEZE)));
    expect(409, as("paula", delete(FREEZE)));
    expect(204, as("anna", delete(FREEZE)));
  }

  private void expect(int answer, MockHttpServletRequestBuilder request) throws Exception {
    mvc.perform(request).andExpect(status().is(answer));
  }

  private String version() {
    return "/api/v1/agreements/ahausen/rathaus/" + TwoTowns.digest(document);
  }

  private String of(String field) {
    return "$[?(@.digest=='%s')].%s".formatted(TwoTowns.digest(document), field);
  }

  private static String until(String pools) {
    return "{\"pools\": %s, \"until\": \"2026-11-23T18:00:00Z\", \"because\": \"council\"}"
        .formatted(pools);
  }
}
