package dev.feierabend.console;

import static dev.feierabend.console.Asking.as;
import static dev.feierabend.console.TwoTowns.HOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.feierabend.core.drilling.DrillCommand;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Decision;
import java.util.regex.Pattern;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Which hosts are known to wake, on a page, for the platform team alone: of a host that nothing is
/// known of, and whose drill fails in the end.
@FreshConsole
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DrillsPageTest {
  private static final String APPROVAL = "/drills/" + HOST + "/approval";
  private static final String DEMAND = "/drills/" + HOST + "/demand";

  @Autowired MockMvc mvc;
  @Autowired Journal journal;
  @Autowired HandClock clock;

  @Order(1)
  @ParameterizedTest
  @CsvSource({
    "en, Wake drills, due: never drilled, Have host-1 drilled",
    "de, Weckproben, fällig: noch nie geprüft, host-1 prüfen lassen"
  })
  void everyHostIsToldWithItsStanding(String language, String title, String state, String open)
      throws Exception {
    assertThat(page(language))
        .contains("<html lang=\"%s\"".formatted(language))
        .contains(title, state, open, "aria-current=\"page\"")
        .doesNotContain("??", "th:")
        .endsWith("</html>\n");
  }

  @Order(Integer.MAX_VALUE)
  @Test
  void aFailedDrillIsWorkForATechnicianAndComesFirst() throws Exception {
    tell(new DrillCommand.FailDrill(HOST, "did not wake: power OFF", clock.instant()));

    assertThat(page("en"))
        .containsSubsequence(
            "Work for a technician", "host-1: did not wake: power OFF", "approve a drill")
        .contains(">failed<");
    assertThat(page("de")).contains("Arbeit für einen Techniker", ">misslungen<");
  }

  @Test
  void aDrillIsApprovedAndDemandedAndThePageSaysSo() throws Exception {
    var approved = send(APPROVAL, "from", "2026-11-24T10:00", "until", "2026-11-24T12:00");
    assertThat(approved.getRedirectedUrl()).isEqualTo("/drills?approved");
    assertThat(page("en")).contains("approved until Tue 24 Nov 2026, 12:00");

    var demanded = send(DEMAND, "because", "BIOS 2.4");
    assertThat(demanded.getRedirectedUrl()).isEqualTo("/drills?demanded");
    assertThat(page("en")).contains("BIOS 2.4");
  }

  @Test
  void whatIsWrongIsToldWhereItWasTyped() throws Exception {
    var past = send(APPROVAL, "from", "2026-11-24T10:00", "until", "2026-11-24T09:00");
    assertThat(past.getStatus()).isEqualTo(409);
    assertThat(past.getContentAsString())
        .contains("<details open", "id=\"drill-%s-until-wrong\"".formatted(HOST))
        .contains("Expected an end that lies ahead and after the beginning.")
        .contains("value=\"2026-11-24T09:00\"");

    var nothing = send(DEMAND, "because", " ");
    assertThat(nothing.getStatus()).isEqualTo(422);
    assertThat(nothing.getContentAsString())
        .contains("id=\"demand-%s-because-wrong\"".formatted(HOST));
  }

  @ParameterizedTest
  @CsvSource({"anna", "audrey", "stefan"})
  void othersFindNeitherThePageNorTheWayToIt(String user) throws Exception {
    mvc.perform(as(user, get("/drills"))).andExpect(status().isForbidden());
    assertThat(text(user, get("/"))).doesNotContain("/drills");
    assertThat(text("paula", get("/"))).contains("href=\"/drills\"");
  }

  /// Whoever hears or tabs through the page finds a name at every field, button and part.
  @Test
  void everyFieldHasItsLabelAndNothingRunsInline() throws Exception {
    String page = page("en");

    var ids = Pattern.compile("<input id=\"([^\"]+)\"").matcher(page).results().toList();
    assertThat(ids)
        .hasSize(3)
        .allSatisfy(id -> assertThat(page).contains("<label for=\"" + id.group(1) + "\""));
    var named = Pattern.compile("aria-(?:labelledby|describedby)=\"([^\"]+)\"").matcher(page);
    assertThat(named.results().toList())
        .isNotEmpty()
        .allSatisfy(each ->
            assertThat(each.group(1).split(" "))
                .allSatisfy(id -> assertThat(page).contains("id=\"" + id + "\"")));
    assertThat(page)
        .contains("<th scope=\"row\"", "<th scope=\"col\"")
        .doesNotContainPattern("<script(?![^>]* src=)")
        .doesNotContainPattern(" (on[a-z]+|style|hx-on[^=]*)=");
  }

  private MockHttpServletResponse send(String path, String... fields) throws Exception {
    return new Browser(mvc, "paula", "en").send(path, fields);
  }

  private String page(String language) throws Exception {
    return text("paula", get("/drills").header("Accept-Language", language));
  }

  private String text(String user, MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(as(user, request))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private void tell(DrillCommand command) {
    assertThat(journal.send(command)).isInstanceOf(Decision.Accepted.class);
  }
}
