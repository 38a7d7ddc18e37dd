package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.TwoTowns.AHAUSEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.journal.Journal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/// The week as a picture, with the same in words beside it.
@FreshConsole
class WeekPageTest {
  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;

  @BeforeAll
  void somethingInForceAndSomethingProposed() throws Exception {
    var story = new Story(journal, clock);
    story.agree(AHAUSEN);
    String longer =
        story.version(AHAUSEN).replace("Mon 20:00", "Mon 19:00")
            + "  exceptions: [{date: 2026-11-24, awake: true}]\n";
    mvc.perform(as("paula", Asking.propose(longer))).andExpect(status().isCreated());
  }

  @Test
  void thisWeeksDatesAndHoursStandInWordsBesideTheirPicture() throws Exception {
    assertThat(page("anna", "en"))
        .contains("What may sleep this week", "<caption>ahausen/rathaus</caption>")
        .contains("<time datetime=\"2026-11-23\">Mon 23 Nov</time>")
        .contains("<rect class=\"asleep\" y=\"0\" height=\"22\" x=\"1200\" width=\"240\"")
        .contains("20:00–24:00 </span><span>asleep</span>")
        .contains("Asleep by the rule “Mon 20:00 → Tue 06:00” in line 8.")
        .contains("<rect class=\"waking\" y=\"0\" height=\"22\" x=\"330\" width=\"30\"");
  }

  @Test
  void aProposalStandsBesideWhatIsInForceWithWhatItChanges() throws Exception {
    assertThat(page("anna", "en"))
        .containsSubsequence("<caption>In force</caption>", "<caption>Proposed</caption>")
        .contains("<rect class=\"more\" y=\"25\" height=\"5\" x=\"1140\" width=\"60\"")
        .contains("19:00–20:00 </strong><strong>asleep under the proposal only")
        .contains("<rect class=\"less\" y=\"25\" height=\"5\" x=\"0\" width=\"330\"")
        .contains("stays awake</span> <span class=\"hint\">Stays awake by the exception for")
        .contains("<li>exceptions: nothing → 2026-11-24 awake</li>")
        .contains("Mon 2026-11-23 19:00 – Mon 2026-11-23 20:00  1 h now asleep.")
        .contains("Within a year: In all 53 h more asleep and 6 h more awake.");
  }

  @Test
  void bothTextsStandSideBySideAndTheirChangesAreInWords() throws Exception {
    assertThat(page("anna", "en"))
        .contains("<caption>The two texts, line by line</caption>")
        .containsSubsequence(
            "<strong>changed</strong>",
            "<del>    - {from: Mon 20:00, to: Tue 06:00}</del>",
            "<ins>    - {from: Mon 19:00, to: Tue 06:00}</ins>")
        .containsSubsequence(
            "<strong>new</strong>", "<ins>  exceptions: [{date: 2026-11-24, awake: true}]</ins>")
        .contains("<td class=\"line\">  zone: Europe/Berlin</td>");
    assertThat(page("anna", "de")).contains("<strong>geändert</strong>", "<strong>neu</strong>");
  }

  @Test
  void textsOfVeryManyLinesAreNotComparedHere() throws Exception {
    var story = new Story(journal, clock);
    String endless = story.version(AHAUSEN) + "#\n".repeat(500);
    mvc.perform(as("paula", Asking.propose(endless))).andExpect(status().isCreated());

    assertThat(page("anna", "en")).contains("too many lines to stand side by side");
  }

  @Test
  void inGermanToo() throws Exception {
    assertThat(page("anna", "de"))
        .contains("Was diese Woche schlafen darf", ">Mo. 23.11.</time>", "Vorgeschlagen")
        .contains("schläft nur nach dem Vorschlag");
  }

  @Test
  void whereNothingIsInForceTheProposalStandsAlone() throws Exception {
    new Story(journal, clock).propose(TwoTowns.BDORF);

    assertThat(page("bert", "en"))
        .contains("Nothing is in force yet; everything in it is new.")
        .doesNotContain("<caption>In force", "ahausen");
  }

  private String page(String user, String language) throws Exception {
    return mvc.perform(as(user, get("/").header("Accept-Language", language)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }
}
