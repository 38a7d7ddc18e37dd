package dev.feierabend.core.planning.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OrderTest {
  private static final long SEED = 20261128;
  private static final int LISTS = 300;

  @Test
  void numbersComeByTheirKeysAndEqualsAsTheyCame() {
    for (long seed = SEED; seed < SEED + LISTS; seed++) {
      double[] keys = keys(seed);
      int[] mixed = IntStream.range(0, keys.length).map(i -> keys.length - 1 - i).toArray();

      assertThat(Order.descending(keys.length, mixed, number -> keys[number]))
          .as("seed %d", seed)
          .containsExactly(
              IntStream.of(mixed)
                  .boxed()
                  .sorted(Comparator.comparingDouble((Integer number) -> -keys[number]))
                  .mapToInt(Integer::intValue)
                  .toArray());
    }
  }

  @Test
  void aRankingTellsAsManyAsAreAskedForAndThenNone() {
    for (long seed = SEED; seed < SEED + LISTS; seed++) {
      double[] keys = keys(seed);
      var ranking = new Ranking(keys.length);
      IntStream.range(0, keys.length).forEach(unit -> ranking.add(unit, keys[unit]));
      ranking.rank();

      assertThat(IntStream.generate(ranking::next).limit(keys.length).toArray())
          .as("seed %d", seed)
          .containsExactly(
              IntStream.range(0, keys.length)
                  .boxed()
                  .sorted(
                      Comparator.comparingDouble((Integer unit) -> keys[unit])
                          .thenComparing(Comparator.naturalOrder()))
                  .mapToInt(Integer::intValue)
                  .toArray());
      assertThat(ranking.next()).isEqualTo(Ranking.NONE);
    }
  }

  /// Few different ones, so that many are equal.
  private static double[] keys(long seed) {
    var random = new SplittableRandom(seed);
    return random.ints(random.nextInt(100), 0, 20).asDoubleStream().toArray();
  }
}
