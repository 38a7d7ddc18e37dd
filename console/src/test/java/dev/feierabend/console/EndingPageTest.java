package dev.feierabend.console;

import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.Journal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// Out of an agreement, and out of one's own proposal, on the page.
@FreshConsole
class EndingPageTest {
  private static final String RATHAUS = "/agreements/ahausen/rathaus";

  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;
  private Story story;

  @BeforeAll
  void towns() {
    story = new Story(journal, clock);
  }

  @Test
  void anAgreementIsWithdrawnWithAReason() throws Exception {
    story.agree(AHAUSEN);
    assertThat(browser("anna").page())
        .contains("Withdraw rathaus of ahausen")
        .doesNotContain("role=\"status\"");
    for (String other : new String[] {"paula", "arne", "stefan"}) {
      assertThat(browser(other).page()).doesNotContain("Withdraw", "/withdrawal");
    }

    var blank = browser("anna").send(RATHAUS + "/withdrawal", "because", " ");
    assertThat(blank.getStatus()).isEqualTo(422);
    assertThat(blank.getContentAsString())
        .contains("id=\"withdraw-ahausen/rathaus-because-wrong\"")
        .contains("Expected a text but found nothing.");

    var done = browser("anna").send(RATHAUS + "/withdrawal", "because", "we move");
    assertThat(done.getRedirectedUrl()).isEqualTo("/?withdrawn");
    assertThat(browser("anna").page()).contains("we move").doesNotContain("/withdrawal");
  }

  @Test
  void whatIsNoLongerAgreedCanNotBeWithdrawnAndTheFormSaysSo() throws Exception {
    story.propose(AHAUSEN);

    var refused = browser("anna").send(RATHAUS + "/withdrawal", "because", "we move");

    assertThat(refused.getStatus()).isEqualTo(409);
    assertThat(refused.getContentAsString())
        .contains("Expected an active policy but there is none");
  }

  @Test
  void onlyItsAuthorIsOfferedToTakeAProposalBack() throws Exception {
    String digest = story.propose(AHAUSEN);
    String path = RATHAUS + "/" + digest + "/retraction";
    assertThat(browser("anna").page()).doesNotContain("/retraction");
    assertThat(browser("paula").page()).contains("action=\"" + path + "\"");

    assertThat(browser("anna").send(path).getContentAsString()).contains("Expected the author");
    assertThat(browser("paula").send(path).getRedirectedUrl()).isEqualTo("/?retracted");
    assertThat(browser("anna").page()).doesNotContain("proposal-" + digest);
  }

  private Browser browser(String user) {
    return new Browser(mvc, user, "en");
  }
}
