package dev.feierabend.policies.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.yaml.Place;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeftOutTextTest {
  private static LeftOut because(Reason reason) {
    return new LeftOut(
        "all.yaml", new Place(3, 5), "Deployment a/b", reason, List.of("ONE", "TWO"));
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasItsSentenceInBothLanguages(Reason reason) {
    String english = LeftOutText.sentence(because(reason), Locale.ENGLISH);
    String german = LeftOutText.sentence(because(reason), Locale.GERMAN);

    assertThat(english).isNotBlank().doesNotContain("{", "''").isNotEqualTo(german);
    assertThat(german).isNotBlank().doesNotContain("{", "''");
    assertThat(german.contains("ONE")).isEqualTo(english.contains("ONE"));
    assertThat(german.contains("TWO")).isEqualTo(english.contains("TWO"));
  }

  @Test
  void aLineSaysWhereWhoseAndWhy() {
    assertThat(LeftOutText.line(because(Reason.NO_POOL), Locale.FRENCH))
        .isEqualTo(
            "all.yaml:3:5: Deployment a/b: no policy: no pool of a customer in the fleet has the"
                + " namespace ONE");
  }
}
