package dev.feierabend.app.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.console.api.AgreementView;
import dev.feierabend.core.agreeing.AgreementId;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentsTest {
  private static final AgreementId RATHAUS = new AgreementId("ahausen/rathaus");
  private static final AgreementView OLD = view("rathaus", "aaaa11", "ended", 1);
  private static final AgreementView OPEN = view("rathaus", "aaaa22", "proposed", 2);
  private static final AgreementView OVER = view("schule", "aaaa11", "rejected", 3);
  private static final AgreementView LATER = view("schule", "bbbb33", "ended", 4);
  private static final Documents DOCUMENTS = new Documents(List.of(OLD, OPEN, OVER, LATER));

  @Test
  void theBeginningOfADigestDoesWhereNoOtherBeginsSo() {
    assertThat(DOCUMENTS.only(RATHAUS, "aaaa2")).isEqualTo(new Answer.Given<>(OPEN));
    assertThat(DOCUMENTS.only(RATHAUS, "aaaa11")).isEqualTo(new Answer.Given<>(OLD));
  }

  @Test
  void anEndedDocumentOfTheSameBeginningLeavesDoubt() {
    assertThat(sentence(DOCUMENTS.only(RATHAUS, "aaaa"))).contains("aaaa11 and aaaa22");
  }

  @Test
  void tooLittleOfADigestOrAnothersIsNone() {
    assertThat(sentence(DOCUMENTS.only(RATHAUS, "aaa"))).contains("at least 4 characters");
    assertThat(sentence(DOCUMENTS.only(RATHAUS, "bbbb33"))).contains("none begins with");
  }

  @Test
  void anAgreementThatIsNotThereIsToldWithTheNearestThatIs() {
    assertThat(sentence(DOCUMENTS.of(new AgreementId("ahausen/ratshaus"))))
        .endsWith("found \"ahausen/ratshaus\"; did you mean \"ahausen/rathaus\"?");
  }

  @Test
  void currentIsWhatIsNotOverAndWhereAllIsTheLatest() {
    assertThat(DOCUMENTS.current(RATHAUS)).isEqualTo(new Answer.Given<>(List.of(OPEN)));
    assertThat(DOCUMENTS.current(new AgreementId("ahausen/schule")))
        .isEqualTo(new Answer.Given<>(List.of(LATER)));
  }

  private static String sentence(Answer<?> answer) {
    return switch (answer) {
      case Answer.Unusable<?>(var sentence) -> sentence;
      case Answer<?> other -> throw new AssertionError(other.toString());
    };
  }

  private static AgreementView view(String policy, String digest, String standing, int day) {
    Instant proposed = Instant.EPOCH.plusSeconds(86_400L * day);
    return new AgreementView(
        "ahausen", policy, digest, standing, "actor-1", null, proposed, null, null, null, null,
        false, null, "");
  }
}
