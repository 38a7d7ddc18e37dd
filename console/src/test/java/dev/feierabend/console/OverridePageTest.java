package dev.feierabend.console;

import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.Journal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// "The council sits tonight until eleven", on the page.
@FreshConsole
class OverridePageTest {
  private static final String OVERRIDE = "/tenants/ahausen/override";

  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  private Browser anna;

  @BeforeAll
  void anAgreement() {
    new Story(journal, clock).agree(AHAUSEN);
  }

  @BeforeEach
  void annaLooks() {
    anna = browser("anna", "en");
  }

  @AfterEach
  void nothingIsLeft() throws Exception {
    anna.send(OVERRIDE + "/end");
    anna.send(OVERRIDE + "/end", "pools", "ahausen-office");
  }

  @Test
  void aTownKeepsAPoolAwakeForAnEveningAndEndsItSooner() throws Exception {
    var sent =
        anna.send(
            OVERRIDE, "pools", "ahausen-office", "until", "2026-11-23T23:00", "because", "council");

    assertThat(sent.getRedirectedUrl()).isEqualTo("/?kept");
    assertThat(anna.page())
        .contains("ahausen-office of ahausen", "until Mon 23 Nov 2026, 23:00", "council")
        .contains("action=\"/tenants/ahausen/override/end\"");
    assertThat(anna.send(OVERRIDE + "/end", "pools", "ahausen-office").getRedirectedUrl())
        .isEqualTo("/?ended");
    assertThat(anna.page()).doesNotContain("/override/end");
  }

  @Test
  void endingTheOneOfAllPoolsLeavesThoseOfSomePools() throws Exception {
    anna.send(OVERRIDE, "until", "2026-11-23T22:00", "because", "count");
    anna.send(
        OVERRIDE, "pools", "ahausen-office", "until", "2026-11-23T23:00", "because", "council");

    anna.send(OVERRIDE + "/end");

    assertThat(anna.page())
        .contains("name=\"pools\" value=\"ahausen-office\"><button")
        .doesNotContain("Everything of ahausen");
  }

  @Test
  void everyPartySeesItAndOnlyWhoMayIsOfferedToEndIt() throws Exception {
    anna.send(OVERRIDE, "until", "2026-11-23T22:00", "because", "by-election");

    for (String party : new String[] {"paula", "arne", "stefan"}) {
      assertThat(browser(party, "en").page())
          .contains("Everything of ahausen")
          .doesNotContain("/override");
    }
    assertThat(browser("bert", "en").page()).doesNotContain("by-election");
  }

  @Test
  void theAgreedLimitStandsBeforehandBesideTheFields() throws Exception {
    assertThat(anna.page())
        .contains("value=\"ahausen-office\"", "until Mon 7 Dec 2026, 12:00 at the latest</span>")
        .contains("All of it can be kept awake until Mon 7 Dec 2026, 12:00 at the latest")
        .contains("Times are those of Europe/Berlin.")
        .contains("min=\"2026-11-23T12:00\" max=\"2026-12-07T12:00\"")
        .doesNotContain("bdorf");
  }

  @Test
  void anEndLaterThanAgreedIsToldWhereItWasTypedAndWhatWasTypedIsKept() throws Exception {
    String[] typed = {
      "pools", "ahausen-office", "until", "2026-12-24T23:00", "because", "\"Mass\" at night"
    };
    MockHttpServletResponse refused = anna.send(OVERRIDE, typed);

    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(refused.getContentAsString())
        .contains("Expected an end that lies ahead and is not later than agreed.</p>")
        .contains("value=\"2026-12-24T23:00\"", "value=\"&quot;Mass&quot; at night\"")
        .contains("aria-describedby=\"override-ahausen-hint override-ahausen-until-wrong\"")
        .contains("id=\"override-ahausen-until-wrong\"")
        .containsPattern("value=\"ahausen-office\" checked");
    assertThat(browser("anna", "de").send(OVERRIDE, typed).getContentAsString())
        .contains("Erwartet wird ein Ende, das in der Zukunft und nicht später als vereinbart");
  }

  @Test
  void everythingThatCanNotBeReadIsToldAtOnce() throws Exception {
    MockHttpServletResponse refused = anna.send(OVERRIDE, "until", "noon", "because", " ");

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("Expected a day and a time such as 2026-11-23T23:00 but found “noon”.")
        .contains("Expected a text but found nothing.", "value=\"noon\"");
    assertThat(browser("anna", "de").send(OVERRIDE, "until", "").getContentAsString())
        .contains("Erwartet werden Tag und Uhrzeit, gefunden wurde nichts.")
        .contains("Erwartet wird ein Text, gefunden wurde nichts.");
  }

  @Test
  void aPoolThatIsNotTheTownsIsToldAtThePools() throws Exception {
    var refused =
        anna.send(OVERRIDE, "pools", "hosts", "until", "2026-11-23T23:00", "because", "council");

    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(refused.getContentAsString())
        .contains("Expected what is yours but found &quot;hosts&quot;.");
  }

  @Test
  void endingWhatDoesNotRunIsToldOnThePage() throws Exception {
    var refused = anna.send(OVERRIDE + "/end");

    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(refused.getContentAsString()).contains("Expected an override in force");
  }

  private Browser browser(String user, String language) {
    return new Browser(mvc, user, language);
  }
}
