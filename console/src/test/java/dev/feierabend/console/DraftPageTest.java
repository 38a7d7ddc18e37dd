package dev.feierabend.console;

import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.Journal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Drafts on the page: seen by who may propose, proposed, discarded.
@FreshConsole
class DraftPageTest {
  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  private Story story;

  @BeforeAll
  void towns() {
    story = new Story(journal, clock);
  }

  @Test
  void aDraftIsShownToWhoMayProposeAndNobodyIsAskedToDecide() throws Exception {
    String path = path(story.draft(AHAUSEN));

    assertThat(browser("anna").page())
        .contains("Written by team-1", form(path + "/proposal"))
        .doesNotContain(path + "/discarding", path + "/approval", path + "/retraction");
    assertThat(browser("paula").page())
        .contains(form(path + "/proposal"), form(path + "/discarding"))
        .doesNotContain(path + "/retraction");
    for (String other : new String[] {"arne", "bert"}) {
      assertThat(browser(other).page()).doesNotContain(path, "Written by");
    }
  }

  @Test
  void whoProposesADraftTakesItBackAndWhoWroteItDoesNot() throws Exception {
    String path = path(story.draft(AHAUSEN));

    assertThat(browser("anna").send(path + "/proposal").getRedirectedUrl()).isEqualTo("/?proposed");

    assertThat(browser("anna").page())
        .contains(form(path + "/retraction"), "You wrote or proposed this")
        .doesNotContain(path + "/approval");
    assertThat(browser("paula").page())
        .contains("You wrote or proposed this")
        .doesNotContain(path + "/retraction");
    assertThat(browser("agnes").page()).contains(form(path + "/approval"));
  }

  @Test
  void onlyWhoWroteADraftDiscardsIt() throws Exception {
    String path = path(story.draft(AHAUSEN));

    assertThat(browser("anna").send(path + "/discarding").getContentAsString())
        .contains("Expected the author");
    assertThat(browser("paula").send(path + "/discarding").getRedirectedUrl())
        .isEqualTo("/?discarded");
    assertThat(browser("paula").page()).doesNotContain(path);
  }

  private static String path(String digest) {
    return "/agreements/ahausen/rathaus/" + digest;
  }

  private static String form(String path) {
    return "action=\"" + path + "\"";
  }

  private Browser browser(String user) {
    return new Browser(mvc, user, "en");
  }
}
