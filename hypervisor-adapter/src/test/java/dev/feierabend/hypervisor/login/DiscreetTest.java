package dev.feierabend.hypervisor.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.Answer;
import org.junit.jupiter.api.Test;

class DiscreetTest {
  private final Login login = new Login("feierabend", "geheim-4711");
  private final Discreet discreet = Discreet.about(login);

  @Test
  void aSecretIsHiddenHoweverItWasSent() {
    assertThat(discreet.line("You sent " + login.basic() + ", that is geheim-4711"))
        .isEqualTo("You sent Basic ***, that is ***");
  }

  @Test
  void whatIsSaidIsOneShortLine() {
    assertThat(discreet.line("one\r\ntwo\u001b[31m")).isEqualTo("one two [31m");
    assertThat(discreet.line("x".repeat(100_000))).hasSize(301);
  }

  @Test
  void answersKeepWhatTheyAre() {
    assertThat(discreet.answer(new Answer.Refused("geheim-4711")))
        .isEqualTo(new Answer.Refused("***"));
    assertThat(discreet.answer(new Answer.NotYet("geheim-4711")))
        .isEqualTo(new Answer.NotYet("***"));
    assertThat(discreet.answer(new Answer.Unknown("geheim-4711")))
        .isEqualTo(new Answer.Unknown("***"));
    assertThat(discreet.answer(Answer.DONE)).isEqualTo(Answer.DONE);
  }

  @Test
  void neitherShowsWhatItHides() {
    assertThat(login.toString() + discreet).doesNotContain("geheim");
  }
}
