package dev.feierabend.policies.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NearestTest {
  private static final List<String> KEYS = List.of("asleep", "exceptions", "floor", "zone");

  @Test
  void oneSlipInThreeLettersIsBelieved() {
    assertThat(Nearest.to("Europe/Berln", ZoneId.getAvailableZoneIds())).contains("Europe/Berlin");
    assertThat(Nearest.to("aslep", KEYS)).contains("asleep");
    assertThat(Nearest.to("exeptoins", KEYS)).contains("exceptions");
  }

  @Test
  void lettersExchangedAreOneSlipAndTheirCaseIsNone() {
    assertThat(Nearest.to("zoen", KEYS)).contains("zone");
    assertThat(Nearest.to("ZONE", KEYS)).contains("zone");
  }

  @Test
  void whatIsFartherOffIsNotGuessed() {
    assertThat(Nearest.to("zebra", KEYS)).isEmpty();
    assertThat(Nearest.to("", KEYS)).isEmpty();
    assertThat(Nearest.to("zone", List.of())).isEmpty();
  }

  @Test
  void theNearerOfTwoAndAmongEqualsTheFirstOfTheAlphabet() {
    assertThat(Nearest.to("rack-22", List.of("rack-1", "rack-2"))).contains("rack-2");
    assertThat(Nearest.to("rack-3", List.of("rack-2", "rack-1"))).contains("rack-1");
  }

  @Test
  void aWordAsLongAsADocumentAndAVocabularyOfThousandsAreNotSearched() {
    assertThat(Nearest.to("z".repeat(101), List.of("z".repeat(101)))).isEmpty();
    assertThat(Nearest.to("zone", Collections.nCopies(2001, "zone"))).isEmpty();
  }

  @Test
  void afterTwentySlipsThePlacesAreToldWithoutGuesses() {
    var complaints = new Complaints();
    IntStream.rangeClosed(1, 150)
        .forEach(line ->
            complaints.add(new Place(line, 1), "zone", "\"zoen\"", () -> Nearest.to("zoen", KEYS)));

    assertThat(complaints.inOrder()).hasSize(150);
    assertThat(complaints.inOrder().stream().filter(c -> c.found().contains("did you mean")))
        .hasSize(20);
  }
}
