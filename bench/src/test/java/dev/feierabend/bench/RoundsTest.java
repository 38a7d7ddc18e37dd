package dev.feierabend.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.bench.Comparison.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class RoundsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> ran = new ArrayList<>();

  private Subject takes(String name, long nanosAUnit) {
    return new Subject(
        name,
        "unit",
        () ->
            () -> {
              ran.add(name);
              nanos.addAndGet(10 * nanosAUnit);
              return 10;
            });
  }

  @Test
  void ratiosAreOfOneUnitAgainstTheFirstSubjects() throws Exception {
    Comparison comparison =
        new Rounds(1, 3, nanos::get).of(List.of(takes("one", 128), takes("other", 256)));

    assertThat(comparison.ratio(comparison.all().getFirst())).isEqualTo(new Spread(1, 1, 1));
    assertThat(comparison.ratio(comparison.all().getLast())).isEqualTo(new Spread(2, 2, 2));
    assertThat(comparison.all().getLast().figures()).hasSize(3);
  }

  @Test
  void subjectsTakeTurnsAndTheOrderTurnsToo() throws Exception {
    new Rounds(1, 1, nanos::get).of(List.of(takes("one", 1), takes("other", 1)));

    assertThat(ran).containsExactly("one", "other", "other", "one");
  }

  @Test
  void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1, 4));
  }
}
