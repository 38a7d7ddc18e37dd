package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// One guest of each kind on a G5 of 5,320 MIPS; together they are sold 6,000.
class OverloadTest {
  private static final int HOST = 1;

  @Test
  void aThresholdLooksAtTheNewestSampleAlone() {
    var overload = new Overload.Threshold(0.8);

    assertThat(seen(overload, 15, _ -> 0.70)).as("4,200 of 4,256").isFalse();
    assertThat(seen(overload, 15, back -> back == 0 ? 0.72 : 0)).as("4,320").isTrue();
  }

  @Test
  void regressionFollowsTheLineThroughTenSamplesOneStepAhead() {
    var overload = new Overload.LocalRegression(1.2);

    assertThat(seen(overload, 20, back -> 0.73 - 0.01 * back))
        .as("0.74 of 6,000 times 1.2 is 5,328")
        .isTrue();
    assertThat(seen(overload, 20, back -> 0.72 - 0.01 * back)).as("0.73: 5,256").isFalse();
    assertThat(seen(overload, 20, back -> 0.80 + 0.01 * back)).as("0.79 and falling").isTrue();
    assertThat(seen(overload, 20, back -> 0.74 + 0.01 * back)).as("0.73 and falling").isFalse();
  }

  @Test
  void withFewerThanTenSamplesRegressionIsAThreshold() {
    var overload = new Overload.LocalRegression(1.2);

    assertThat(seen(overload, 9, _ -> 0.63)).as("3,780 of 3,724").isTrue();
    assertThat(seen(overload, 10, _ -> 0.63)).as("times 1.2 it is 4,536 of 5,320").isFalse();
  }

  @Test
  void deviationLowersTheThresholdWhereThePastWasRestless() {
    var overload = new Overload.MedianDeviation(2.5);

    assertThat(seen(overload, 20, _ -> 0.8)).as("4,800 of all there is").isFalse();
    assertThat(seen(overload, 20, back -> back % 2 == 0 ? 0.8 : 0.4))
        .as("the median deviation is 0.2 of 6,000; so 2,320 are too much")
        .isTrue();
    assertThat(seen(overload, 11, _ -> 0.63)).as("too few samples: 0.7 of 5,320").isTrue();
  }

  @Test
  void aGuestThatWouldComeIsReckonedIn() {
    Seen seen = seen(20, _ -> 0.6);
    var empty = new HostTally(new Outlook(seen), 3);
    var full = new HostTally(new Outlook(seen), HOST);
    var overload = new Overload.Threshold(0.8);

    assertThat(overload.isSeen(empty, OptionalInt.of(0))).isFalse();
    assertThat(overload.isSeen(full, OptionalInt.empty())).isFalse();
    assertThat(overload.isSeen(full, OptionalInt.of(0))).isTrue();
  }

  private static boolean seen(Overload overload, int samples, IntToDoubleFunction share) {
    var host = new HostTally(new Outlook(seen(samples, share)), HOST);
    return overload.isSeen(host, OptionalInt.empty());
  }

  /// @param share of every guest, so many samples ago
  private static Seen seen(int samples, IntToDoubleFunction share) {
    var kinds = IntStream.range(0, 4).mapToObj(guest -> GuestKind.of(guest, 4)).toList();
    var hosting = new Hosting(4);
    var seen = new Seen(kinds, hosting, false);
    IntStream.range(0, 4).forEach(guest -> hosting.put(guest, HOST));
    for (int back = samples - 1; back >= 0; back--) {
      double value = share.applyAsDouble(back);
      seen.show(new double[] {value, value, value, value});
    }
    return seen;
  }
}
