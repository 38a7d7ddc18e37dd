package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One guest of each kind on a G5 of 5,320 MIPS; together they are sold 6,000.
class TollTest {
  private static final int FROM = 1;
  private static final int TO = 3;
  private static final int LARGE = 0;
  private static final int SLOW = 1;

  @Test
  void guestsThatComeTogetherMakeAHostShortTogether() {
    Toll toll = toll(0.5);
    double alone = toll.coming(SLOW, TO);

    toll.came(LARGE, TO);

    assertThat(toll.coming(LARGE, TO)).isZero();
    assertThat(toll.coming(SLOW, TO))
        .as("it takes twice as long")
        .isCloseTo(alone / 2, within(1e-12));
  }

  @Test
  void whoeverAsksForNothingDisturbsNobody() {
    Toll toll = toll(0);

    toll.came(SLOW, TO);

    assertThat(toll.coming(SLOW, TO)).isZero();
    assertThat(toll.leaving(SLOW, FROM)).as("a migration").isEqualTo(1);
  }

  @Test
  void anOverloadedHostIsShortUntilTheLastHasLeft() {
    Toll toll = toll(0.9);
    double before = toll.overloaded(FROM, toll.seconds(LARGE));

    toll.wasOverloaded(FROM, toll.seconds(SLOW));

    assertThat(before).isPositive();
    assertThat(toll.overloaded(FROM, toll.seconds(LARGE))).isZero();
  }

  @Test
  void moreIsLostOnTheWayFromAHostThatGivesLess() {
    double well = toll(0.8).leaving(LARGE, FROM) - 1;
    double overloaded = toll(1).leaving(LARGE, FROM) - 1;

    assertThat(overloaded).isGreaterThan(well / 0.8);
  }

  @Test
  void whatWasSpentIsKnown() {
    Toll toll = toll(0.5);

    toll.left(LARGE, FROM);
    toll.came(LARGE, TO);
    toll.wasOverloaded(FROM, 300);

    assertThat(toll.shortSeconds()).isCloseTo(300 + 870 / 62.5, within(1e-9));
    assertThat(toll.lostMips()).as("a tenth").isCloseTo(125 * 870 / 62.5, within(1e-9));
  }

  @Test
  void nothingIsFree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Toll.Prices(0.02, 0))
        .withMessage("Expected prices above 0 but found 0.02 and 0.0");
    assertThatIllegalArgumentException().isThrownBy(() -> new Toll.Prices(Double.NaN, 1));
  }

  private static Toll toll(double share) {
    List<GuestKind> kinds =
        IntStream.range(0, 4).mapToObj(guest -> GuestKind.of(guest, 4)).toList();
    var hosting = new Hosting(4);
    IntStream.range(0, 4).forEach(guest -> hosting.put(guest, FROM));
    var seen = new Seen(kinds, hosting, false);
    seen.show(new double[] {share, share, share, share});
    return new Toll(seen, new Toll.Prices(0.02, 8e-4));
  }
}
