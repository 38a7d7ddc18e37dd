package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.proving.Verification.Broken;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlawTextTest {
  @Test
  void aFlawIsToldInBothLanguages() {
    var broken = new Broken(38, Flaw.of(Kind.MISSING, 4_000));

    assertThat(FlawText.of(broken, Locale.ENGLISH))
        .isEqualTo("Commit 38: it is missing; 4000 were acknowledged");
    assertThat(FlawText.of(broken, Locale.GERMANY))
        .isEqualTo("Eintrag 38: er fehlt; bestätigt wurden 4000");
  }

  @ParameterizedTest
  @EnumSource
  void everyKindHasASentenceOfItsOwnThatNamesItsValues(Kind kind) {
    var broken = new Broken(7, Flaw.of(kind, "first", "second", "third"));

    String english = FlawText.of(broken, Locale.FRENCH);
    String german = FlawText.of(broken, Locale.GERMAN);
    assertThat(english).startsWith("Commit 7: ").doesNotContain("{", "''");
    assertThat(german).startsWith("Eintrag 7: ").doesNotContain("{", "''");
    assertThat(german.contains("first")).isEqualTo(english.contains("first"));
  }
}
