package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.journal.Journal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@FreshConsole
class PageTest {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  private Story story;

  @BeforeAll
  void something() {
    story = new Story(journal, clock).everyday();
  }

  @ParameterizedTest
  @CsvSource({
    "anna, en, What sleeps now",
    "anna, de, Was gerade schläft",
    "paula, en, Open proposals",
    "paula, de, Offene Vorschläge",
    "audrey, de, Verlauf",
    "arne, fr, History"
  })
  void thePageIsWholeInBothLanguages(String user, String language, String heading)
      throws Exception {
    String page = page(user, get("/").header("Accept-Language", language));

    assertThat(page)
        .contains("<html lang=\"%s\"".formatted(language.equals("de") ? "de" : "en"))
        .contains(heading)
        .doesNotContain("??")
        .doesNotContain("th:")
        .endsWith("</html>\n");
  }

  @ParameterizedTest
  @CsvSource({
    "en, '1 on; 0 is the least possible.'",
    "de, '1 an; weniger als 0 sind nicht möglich.'"
  })
  void theTeamIsToldHowManyHostsAreOnAndHowFewWouldDo(String language, String sentence)
      throws Exception {
    story.hostStaysOn();

    assertThat(page("paula", get("/").header("Accept-Language", language))).contains(sentence);
    assertThat(page("anna", get("/").header("Accept-Language", language)))
        .doesNotContain(sentence.substring(3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/now", "/past"})
  void itsPartsAreFetchedAnewByThemselves(String part) throws Exception {
    assertThat(page("anna", get(part))).isNotBlank().doesNotContain("<html", "<main", "??");
  }

  @Test
  void onlyWhoMayApproveIsOfferedTo() throws Exception {
    assertThat(page("anna", get("/"))).contains("action=\"/agreements/ahausen/rathaus/");
    assertThat(page("bert", get("/")))
        .contains("action=\"/agreements/bdorf/schule/")
        .doesNotContain("ahausen");
    for (String reader : new String[] {"paula", "audrey", "arne"}) {
      assertThat(page(reader, get("/"))).doesNotContain("/approval").contains("rathaus");
    }
  }

  @Test
  void approvingLeadsBackToThePage() throws Exception {
    String digest = story.propose(AHAUSEN);
    mvc.perform(as("anna", approval(digest)))
        .andExpect(status().isSeeOther())
        .andExpect(redirectedUrl("/?approved"));

    assertThat(page("anna", get("/").queryParam("approved", "")))
        .contains("Approved. The policy is in force from its first day on, and after its notice.")
        .doesNotContain("approve-" + digest);
  }

  @Test
  void aRefusalIsToldOnThePage() throws Exception {
    String digest = story.agree(AHAUSEN);
    var refused =
        mvc.perform(as("anna", approval(digest).header("Accept-Language", "de")))
            .andExpect(status().isConflict())
            .andReturn();

    assertThat(refused.getResponse().getContentAsString())
        .contains("Über diesen Vorschlag ist schon entschieden.");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() throws Exception {
    String digest = story.propose(AHAUSEN);

    mvc.perform(as("anna", post("/agreements/ahausen/rathaus/" + digest + "/approval")))
        .andExpect(status().isForbidden());
  }

  @Test
  void aTownFreezesItselfOnThePageAndLiftsItAgain() throws Exception {
    assertThat(page("anna", get("/"))).contains("Freeze ahausen").doesNotContain("everything");
    assertThat(page("paula", get("/"))).contains("Freeze everything", "Freeze ahausen");
    assertThat(page("arne", get("/"))).doesNotContain("name=\"because\"");

    mvc.perform(as("anna", form("/tenants/ahausen/freeze").param("because", "storm")))
        .andExpect(redirectedUrl("/?frozen"));
    assertThat(page("anna", get("/")))
        .contains("A freeze is in force for ahausen.", "Lift the freeze of ahausen")
        .contains("anna-1 declared a freeze for ahausen: storm.");

    mvc.perform(as("anna", form("/tenants/ahausen/thaw"))).andExpect(redirectedUrl("/?thawed"));
    mvc.perform(as("anna", form("/tenants/ahausen/thaw"))).andExpect(status().isConflict());
    mvc.perform(as("anna", form("/tenants/ahausen/freeze").param("because", " ")))
        .andExpect(status().isBadRequest());
  }

  @Test
  void aProposalIsRejectedWithAReasonOnThePage() throws Exception {
    String digest = story.propose(AHAUSEN);
    String path = "/agreements/ahausen/rathaus/" + digest + "/rejection";

    mvc.perform(as("anna", form(path).param("because", " "))).andExpect(status().isBadRequest());
    mvc.perform(as("anna", form(path).param("because", "too early")))
        .andExpect(redirectedUrl("/?rejected"));
    assertThat(page("anna", get("/").queryParam("rejected", "")))
        .contains("Rejected. The reason is in the history.", "rathaus: too early.")
        .doesNotContain("approve-" + digest);
  }

  @Test
  void aHalfTypedReasonOutlivesALookAtWhatIsNew() throws Exception {
    String digest = story.propose(AHAUSEN);

    assertThat(page("anna", get("/now")))
        .containsPattern("<input id=\"because-%s\"[^>]* hx-preserve".formatted(digest));
  }

  @Test
  void runningOverridesAreOnThePageOfAllParties() throws Exception {
    story.override(AHAUSEN);

    assertThat(page("paula", get("/"))).contains("Everything of ahausen", "election");
    assertThat(page("bert", get("/"))).doesNotContain("Everything of ahausen");
  }

  @Test
  void theHistoryIsFilteredByLocalTimesAndSubject() throws Exception {
    assertThat(page("anna", get("/past").param("about", "pool/")))
        .contains("The pool ahausen-office has 1 members.")
        .doesNotContain("approved the policy");
    assertThat(page("anna", get("/past").param("from", "2026-11-23T12:00")))
        .contains("approved the policy");
    assertThat(page("anna", get("/past").param("from", "2026-11-23T12:01")))
        .contains("Nothing was recorded that fits.");
    assertThat(page("anna", get("/past").param("from", "noon").param("to", "2026-11-23T12:00")))
        .contains("Expected times such as", "Nothing was recorded that fits.");
  }

  @Test
  void whatSomebodyWroteIsShownAndNotRun() throws Exception {
    assertThat(page("anna", get("/").param("about", "\"><script>x</script>")))
        .doesNotContain("<script>x");
  }

  @Test
  void nothingOnThePageRunsInlineAndNoSessionIsKept() throws Exception {
    var answer =
        mvc.perform(as("anna", get("/")))
            .andExpect(cookie().doesNotExist("JSESSIONID"))
            .andReturn()
            .getResponse();

    assertThat(answer.getHeader("Content-Security-Policy"))
        .contains("default-src 'self'")
        .doesNotContain("unsafe");
    assertThat(answer.getContentAsString())
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern(" (on[a-z]+|style|hx-on[^=]*)=");
  }

  @Test
  void everyScriptStyleAndLinkOfThePageIsThere() throws Exception {
    Matcher links = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"").matcher(page("anna", get("/")));
    int found = 0;
    while (links.find()) {
      mvc.perform(as("anna", get(links.group(1)))).andExpect(status().isOk());
      found++;
    }
    assertThat(found).isEqualTo(5);
  }

  private String page(String user, MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(as(user, request))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private MockHttpServletRequestBuilder approval(String digest) throws Exception {
    return form("/agreements/ahausen/rathaus/" + digest + "/approval");
  }

  /// The way anna's browser sends it: the form's token and the page's cookie.
  private MockHttpServletRequestBuilder form(String path) throws Exception {
    var page = mvc.perform(as("anna", get("/"))).andReturn().getResponse();
    Matcher token = TOKEN.matcher(page.getContentAsString());
    assertThat(token.find()).isTrue();
    return post(path).param("_csrf", token.group(1)).cookie(page.getCookies());
  }
}
