package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Four guests that ask for little, on two hosts: three on one, one on the other.
class EmptyingTest {
  private static final int GUESTS = 4;
  private static final int FULLER = 1;
  private static final int EMPTIER = 3;

  @Test
  void theHostWithFewestGuestsIsEmptied() {
    Stacks stacks = stacks();

    new Emptying(stacks, 0.15, 1).oneHost();

    assertThat(stacks.moves()).containsExactly(new Move(GUESTS - 1, FULLER));
  }

  @Test
  void noHostIsEmptiedThatTakesMoreMigrationsThanThereAre() {
    Stacks stacks = stacks();

    new Emptying(stacks, 0.15, 0.9).oneHost();

    assertThat(stacks.moves()).isEmpty();
  }

  private static Stacks stacks() {
    var hosting = new Hosting(GUESTS);
    IntStream.range(0, GUESTS)
        .forEach(guest -> hosting.put(guest, guest < GUESTS - 1 ? FULLER : EMPTIER));
    var kinds = IntStream.range(0, GUESTS).mapToObj(it -> GuestKind.of(it, GUESTS)).toList();
    var seen = new Seen(kinds, hosting, false);
    seen.show(new double[] {0.1, 0.1, 0.1, 0.1});
    var belief = new Belief(seen);
    belief.learn(seen);
    return Stacks.standing(seen, belief, Toll.Prices.FIRST);
  }
}
