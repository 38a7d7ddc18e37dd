package dev.feierabend.app.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.console.api.OverrideView;
import dev.feierabend.core.kernel.Outage;
import org.junit.jupiter.api.Test;

class RepliesTest {
  private static final Replies REPLIES = new Replies("https://town");

  @Test
  void whatANewerServiceTellsBesidesIsLeftUnread() {
    String list =
        """
        [{"tenant": "a", "pools": [], "until": "2026-11-26T22:00:00Z", "by": "x",
          "because": "y", "colour": "blue"}]
        """;

    assertThat(REPLIES.list(new Reply(200, list), OverrideView.class))
        .isInstanceOfSatisfying(
            Answer.Given.class, given -> assertThat(given.value()).asString().contains("2026"));
  }

  @Test
  void somebodyElseAtTheAddressIsSaidToBeSomebodyElse() {
    for (Reply reply :
        new Reply[] {
          new Reply(200, "<html>"),
          new Reply(404, "<html>"),
          new Reply(302, ""),
          new Reply(404, "{}")
        }) {
      assertThat(REPLIES.list(reply, OverrideView.class))
          .as(reply.toString())
          .isInstanceOfSatisfying(
              Answer.Unusable.class,
              no -> assertThat(no.sentence()).contains("something else answers"));
    }
  }

  @Test
  void whatIsBrokenIsAnOutageWithItsReason() {
    String problem = "{\"detail\": \"the disk is full\"}";

    assertThatThrownBy(() -> REPLIES.done(new Reply(503, problem), "x", ""))
        .isInstanceOf(Outage.class)
        .hasMessage("https://town can't answer now (503): the disk is full");
    assertThatThrownBy(() -> REPLIES.done(new Reply(502, "<html>"), "x", ""))
        .isInstanceOf(Outage.class)
        .hasMessage("https://town can't answer now (502): no reason");
  }
}
