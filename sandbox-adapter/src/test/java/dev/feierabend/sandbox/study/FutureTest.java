package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// Nobody knows what comes: where the future is another, all decisions up to now are the same.
class FutureTest {
  private static final long SEED = 11;
  private static final int GUESTS = 60;
  private static final int NOW = 150;

  private static final class Remembering implements Method {
    private final Method method;
    private final List<List<?>> decisions = new ArrayList<>();

    Remembering(Method method) {
      this.method = method;
    }

    @Override
    public List<Integer> place(Seen seen) {
      List<Integer> hosts = method.place(seen);
      decisions.add(hosts);
      return hosts;
    }

    @Override
    public List<Move> decide(Seen seen) {
      List<Move> moves = method.decide(seen);
      decisions.add(List.copyOf(moves));
      return moves;
    }

    @Override
    public boolean ofCloudSim() {
      return method.ofCloudSim();
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"BOUND", "NPA", "DVFS"},
      mode = Mode.EXCLUDE)
  void decisionsAreTheSameWhateverComes(MethodName name) {
    for (Rules rules : List.of(Rules.KEPT, Rules.LATE, Rules.HONEST)) {
      List<List<?>> decisions = decisions(name, rules, GeneratedDay.samples(SEED, GUESTS));
      List<List<?>> scrambled = decisions(name, rules, scrambledAfter(seenUntil(name, rules)));

      assertThat(scrambled.subList(0, NOW + 1))
          .as("seed %d, %s", SEED, rules)
          .isEqualTo(decisions.subList(0, NOW + 1));
      assertThat(scrambled).isNotEqualTo(decisions);
    }
  }

  /// CloudSim's see the load a tenth of a second after its beginning, and so a three thousandth of
  /// the way to the sample after it.
  private static int seenUntil(MethodName name, Rules rules) {
    return NOW - rules.delay() + (name.begin().ofCloudSim() ? 1 : 0);
  }

  private static double[][] scrambledAfter(int step) {
    var random = new Random(SEED);
    double[][] samples = GeneratedDay.samples(SEED, GUESTS);
    Arrays.stream(samples)
        .forEach(guest -> {
          for (int later = step + 1; later < Day.STEPS; later++) {
            guest[later] = random.nextInt(101) / 100.0;
          }
        });
    return samples;
  }

  private static List<List<?>> decisions(MethodName name, Rules rules, double[][] samples) {
    var method = new Remembering(name.begin());
    Simulation.run(new Day("day", samples), rules, method);
    return method.decisions;
  }
}
