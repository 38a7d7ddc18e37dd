package dev.feierabend.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/// On leave: somebody is named on the page, told so, and dismissed.
@FreshConsole
class DeputyPageTest {
  private static final String DEPUTIES = "/tenants/ahausen/deputies";

  @Autowired MockMvc mvc;

  @Test
  void aDeputyIsNamedToldSoAndDismissed() throws Exception {
    var sent = name("en", "stefan-1", "2026-11-23T12:00", "2026-11-30T08:00");

    assertThat(sent.getRedirectedUrl()).isEqualTo("/?named");
    for (String party : new String[] {"anna", "arne", "paula", "dora"}) {
      assertThat(browser(party, "en").page())
          .contains("stefan-1 stands in for anna-1 (ahausen)")
          .contains("from Mon 23 Nov 2026, 12:00", "until Mon 30 Nov 2026, 08:00");
    }
    assertThat(browser("bert", "en").page()).doesNotContain("stefan");
    assertThat(browser("stefan", "de").page())
        .contains("Sie vertreten anna-1 (ahausen) bis Mo. 30.11.2026, 08:00.")
        .contains("action=\"/tenants/ahausen/override\"")
        .doesNotContain("/deputies");

    var dismissed = browser("anna", "en").send(DEPUTIES + "/stefan-1/dismissal");
    assertThat(dismissed.getRedirectedUrl()).isEqualTo("/?dismissed");
    assertThat(browser("stefan", "de").page()).doesNotContain("Sie vertreten", "/override");
  }

  @Test
  void whoIsNotYetADeputyIsNotToldToBeOne() throws Exception {
    name("en", "dora-1", "2026-12-20T00:00", "2027-01-07T00:00");

    assertThat(browser("dora", "en").page())
        .contains("dora-1 stands in for anna-1")
        .doesNotContain("You stand in for");
    browser("anna", "en").send(DEPUTIES + "/dora-1/dismissal");
  }

  @Test
  void theTownsOwnPeopleAreOfferedAndOnlyToWhoMayName() throws Exception {
    assertThat(browser("anna", "en").page())
        .contains("<option value=\"stefan-1\">stefan (stefan-1), staff</option>")
        .contains("<option value=\"agnes-1\">agnes (agnes-1), customer</option>")
        .doesNotContain("value=\"anna-1\"", "steffi", "bert-1\">bert ", "paula");
    for (String other : new String[] {"paula", "arne", "stefan"}) {
      assertThat(browser(other, "en").page()).doesNotContain("Name a deputy");
    }
  }

  @Test
  void aTermThatIsNoneIsToldWhereItWasTyped() throws Exception {
    var refused = name("de", "stefan-1", "2026-12-24T08:00", "2026-12-23T08:00");

    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(refused.getContentAsString())
        .contains("Erwartet wird ein Ende, das in der Zukunft und nach dem Anfang liegt.")
        .contains("id=\"deputy-ahausen-until-wrong\"")
        .contains("value=\"2026-12-24T08:00\"", "value=\"2026-12-23T08:00\"")
        .contains("<option value=\"stefan-1\" selected=\"selected\">");
  }

  @Test
  void nobodyStandsInForThemselvesAndAPseudonymIsSpelledAsOne() throws Exception {
    assertThat(name("en", "anna-1", "2026-11-24T08:00", "2026-11-25T08:00").getContentAsString())
        .contains("Expected somebody other than yourself.");
    assertThat(name("en", "A. Nna", "", "2026-11-25T08:00").getContentAsString())
        .contains("lower-case letters, digits and ._/:- but found “A. Nna”.")
        .contains("Expected a day and a time but found nothing.");
  }

  private MockHttpServletResponse name(String language, String deputy, String from, String until)
      throws Exception {
    return browser("anna", language).send(DEPUTIES, "deputy", deputy, "from", from, "until", until);
  }

  private Browser browser(String user, String language) {
    return new Browser(mvc, user, language);
  }
}
