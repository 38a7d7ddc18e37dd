package dev.feierabend.app.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.app.token.TokenOut;
import dev.feierabend.app.words.Phrases;
import java.util.Locale;

/// Whether the key in a token signs.
record TokenExamination(OfToken asked, Locale locale) {
  private static final String WHAT = "token";

  /// What is signed can't be taken for a checkpoint or a hand-over.
  private static final String PROBE = "feierabend doctor\n";

  Finding finding() {
    try {
      asked.key().sign(PROBE.getBytes(UTF_8));
      var sentence = Phrases.ofCommands(locale).of("token-signs", asked.token, asked.label);
      return new Finding(true, WHAT, sentence);
    } catch (TokenOut out) {
      return new Finding(false, WHAT, String.valueOf(out.getMessage()));
    }
  }
}
