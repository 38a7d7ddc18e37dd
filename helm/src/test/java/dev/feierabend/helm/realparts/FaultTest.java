package dev.feierabend.helm.realparts;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What is drawn for a campaign.
class FaultTest {
  private static final List<Kind> ALL = List.of(Kind.values());
  private static final long SEED = 20261128;

  @Test
  void aHundredFaultsAreFiveOfEachKindWhateverTheSeed() {
    assertThat(ALL).hasSize(20);
    for (long seed = SEED; seed < SEED + 50; seed++) {
      assertThat(drawn(seed).stream().collect(groupingBy(Fault::kind, counting())))
          .hasSize(20)
          .allSatisfy((_, count) -> assertThat(count).isEqualTo(5));
    }
  }

  @Test
  void theSameSeedDrawsTheSameFaultsAndNights() {
    assertThat(nights(SEED)).isEqualTo(nights(SEED)).isNotEqualTo(nights(SEED + 1));
  }

  @Test
  void eachBefallsWhomItMayAndBeginsWhenItMay() {
    assertThat(drawn(SEED))
        .allMatch(it -> it.kind().targets().contains(it.target()))
        .allMatch(it -> it.kind().parts().contains(it.part()));
  }

  @Test
  void allAreDealtAtMostEightANightAndOfThoseThatHaveANightForThemselvesOne() {
    for (long seed = SEED; seed < SEED + 50; seed++) {
      List<List<Fault>> nights = nights(seed);

      assertThat(nights).allMatch(it -> !it.isEmpty() && it.size() <= 8);
      assertThat(nights)
          .allMatch(it -> it.stream().filter(one -> one.kind().isOfTheWholeNight()).count() < 2);
      assertThat(nights.stream().flatMap(List::stream)).hasSize(100);
      assertThat(nights).hasSizeBetween(13, 20);
    }
  }

  private static List<Fault> drawn(long seed) {
    return Fault.drawn(100, ALL, Fault.Pace.USUAL, new Random(seed));
  }

  private static List<List<Fault>> nights(long seed) {
    return Fault.dealt(drawn(seed), 5, 8, new Random(seed));
  }
}
