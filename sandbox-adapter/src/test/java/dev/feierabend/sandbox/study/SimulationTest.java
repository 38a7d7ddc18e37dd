package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One guest of each kind (2,500, 2,000, 1,000 and 500 MIPS at full load), reckoned by hand.
class SimulationTest {
  private static final double KWH = 3.6e6;
  private static final double A_DAY = 86_400;
  private static final List<Integer> TOGETHER_ON_A_G5 = List.of(1, 1, 1, 1);
  private static final double HALF = (2_500 + 2_000 + 1_000 + 500) * 0.5;

  @Test
  void whoeverNeverMovesCostsTheCurvesWatts() {
    Figures figures = run(Rules.KEPT, constant(0.5), Map.of());

    assertThat(figures.kwh()).isCloseTo(HostModel.G5.watts(HALF) * A_DAY / KWH, within(1e-9));
    assertThat(figures).isEqualTo(new Figures(figures.kwh(), 0, 0, 0, 0, 4));
  }

  @Test
  void whoeverMovesLoadsTheOldHostWhollyAndTheNewWithATenthUntilItHasArrived() {
    double seconds = 870 / 62.5;
    double mips = 1_250;

    Figures figures = run(Rules.KEPT, constant(0.5), Map.of(4, List.of(new Move(0, 3))));

    double before = 4 * 300 * HostModel.G5.watts(HALF);
    double during = seconds * (HostModel.G5.watts(HALF) + HostModel.G5.watts(mips / 10));
    double after =
        (A_DAY - 1_200 - seconds) * (HostModel.G5.watts(HALF - mips) + HostModel.G5.watts(mips));
    double loaded = 1_200 + 2 * (A_DAY - 1_200);
    assertThat(figures.kwh()).isCloseTo((before + during + after) / KWH, within(1e-9));
    assertThat(figures.migrations()).isEqualTo(1);
    assertThat(figures.slatah()).isCloseTo(seconds / loaded, within(1e-12));
    assertThat(figures.pdm()).isCloseTo(mips / 10 * seconds / (HALF * A_DAY), within(1e-12));
    assertThat(figures.slav()).isEqualTo(figures.slatah() * figures.pdm());
  }

  @Test
  void aGuestThatIsToldTwiceCountsTwiceAndStaysWhereItWasToldLast() {
    List<Move> twice = List.of(new Move(0, 3), new Move(0, 5));

    Figures told = run(Rules.KEPT, constant(0.5), Map.of(4, twice));
    Figures back = run(Rules.KEPT, constant(0.5), Map.of(4, twice, 5, List.of(new Move(0, 5))));

    assertThat(told.migrations()).isEqualTo(2);
    assertThat(told.hostShutdowns()).as("host 3 had a tenth of it meanwhile").isEqualTo(1);
    assertThat(back.hostShutdowns()).as("it was on host 5").isEqualTo(1);
  }

  @Test
  void nobodyGetsMoreThanACoreAndAllTogetherNotMoreThanThereIs() {
    Figures alone = run(Rules.KEPT, constant(1), List.of(0, 3, 5, 7), Map.of());
    Figures together = run(Rules.KEPT, constant(1), Map.of());

    assertThat(alone.slatah()).as("2,500 of a core's 1,860").isCloseTo(0.25, within(1e-12));
    assertThat(together.slatah()).as("6,000 of 5,320").isEqualTo(1);
    assertThat(together.kwh()).isCloseTo(135 * A_DAY / KWH, within(1e-9));
  }

  @Test
  void asPublishedWhoeverIdlesForAStepAndTheNextIsGoneAndIdleHostsBurnNothing() {
    double[][] samples = constant(0.5);
    Arrays.fill(samples[0], 100, 102, 0);
    Arrays.fill(samples[1], 100, 101, 0);

    Figures published = run(Rules.PUBLISHED, samples, List.of(1, 3, 5, 7), Map.of());
    Figures kept = run(Rules.KEPT, samples, List.of(1, 3, 5, 7), Map.of());

    assertThat(published.guestsAtEnd()).isEqualTo(3);
    assertThat(kept.guestsAtEnd()).isEqualTo(4);
    assertThat(published.hostShutdowns()).isEqualTo(1);
    assertThat(kept.kwh() - published.kwh())
        .as("the first step of all, and of the first guest all from step 100 on")
        .isCloseTo(
            (300 * (HostModel.G5.watts(1_250) + HostModel.G5.watts(1_000))
                    + 300 * (HostModel.G5.watts(500) + HostModel.G5.watts(250))
                    + 2 * 300 * 93.7
                    + 186 * 300 * HostModel.G5.watts(1_250))
                / KWH,
            within(1e-4));
  }

  @Test
  void memoryIsNotOverfilledWhereItIsEnforced() {
    Map<Integer, List<Move>> overfull = Map.of(3, List.of(new Move(2, 1)));
    List<Integer> apart = List.of(1, 1, 3, 1);

    assertThat(run(Rules.KEPT, constant(0.1), apart, overfull).migrations()).isEqualTo(1);
    assertThatIllegalStateException()
        .isThrownBy(() -> run(Rules.MEMORY, constant(0.1), apart, overfull))
        .withMessage("Expected at most 4096 MB on host 1 but found 4963");
  }

  @ParameterizedTest
  @EnumSource(names = {"LATE", "HONEST"})
  void lateAndHonestlyASampleIsSeenAStepLate(Rules late) {
    double[][] samples = constant(0);
    for (int step = 0; step < Day.STEPS; step++) {
      samples[0][step] = step / 1_000.0;
    }
    var kept = new Scripted(List.of(1, 1, 3, 3), Map.of());
    var delayed = new Scripted(List.of(1, 1, 3, 3), Map.of());

    Simulation.run(new Day("rising", samples), Rules.KEPT, kept);
    Simulation.run(new Day("rising", samples), late, delayed);

    assertThat(kept.shown()).startsWith(0.001, 0.002).endsWith(0.287);
    assertThat(delayed.shown()).startsWith(0.0, 0.001).endsWith(0.286);
  }

  @Test
  void honestlyAHostBootsAtItsPeakBeforeGuestsSetOutForIt() {
    double seconds = 870 / 62.5;
    List<Integer> apart = List.of(1, 1, 3, 3);

    Figures figures = run(Rules.HONEST, constant(0.5), apart, Map.of(4, List.of(new Move(0, 5))));
    Figures stayed = run(Rules.HONEST, constant(0.5), apart, Map.of());

    double boot = 180 * 135;
    double during = seconds * HostModel.G5.watts(125);
    double less = HostModel.G5.watts(2_250) - HostModel.G5.watts(1_000);
    double after = (A_DAY - 1_200 - 180 - seconds) * (HostModel.G5.watts(1_250) - less);
    assertThat(figures.kwh() - stayed.kwh()).isCloseTo((boot + during + after) / KWH, within(1e-9));
  }

  @Test
  void honestlyAHostThatWentOffStaysOffForHalfAnHour() {
    Map<Integer, List<Move>> there = Map.of(4, List.of(new Move(3, 1)));
    var method = new Scripted(List.of(1, 1, 3, 2), there);

    Simulation.run(new Day("constant", constant(0.1)), Rules.HONEST, method);

    assertThat(method.closed(2)).containsExactly(5, 6, 7, 8, 9, 10);
    assertThat(method.closed(0)).isEmpty();
    assertThat(method.closed(1)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "HONEST", mode = EnumSource.Mode.EXCLUDE)
  void elseAHostThatWentOffTakesGuestsAtOnce(Rules rules) {
    Map<Integer, List<Move>> thereAndBack =
        Map.of(4, List.of(new Move(3, 1)), 5, List.of(new Move(3, 2)));
    var method = new Scripted(List.of(1, 1, 3, 2), thereAndBack);

    Figures figures = Simulation.run(new Day("constant", constant(0.1)), rules, method);

    assertThat(method.closed(2)).isEmpty();
    assertThat(figures.migrations()).isEqualTo(2);
  }

  @Test
  void aLoadThatIsTakenOverInTheStepInWhichItEndsIsNoShutdown() {
    double[][] samples = constant(0);
    Arrays.fill(samples[0], 0, 5, 0.5);
    Arrays.fill(samples[2], 0.5);

    Figures figures =
        run(Rules.KEPT, samples, List.of(1, 1, 3, 3), Map.of(5, List.of(new Move(2, 1))));

    assertThat(figures.hostShutdowns()).isEqualTo(1);
  }

  @Test
  void asPublishedWhatEndsWithTheFirstStepIsNoShutdown() {
    double[][] samples = constant(0.5);
    Arrays.fill(samples[0], 1, Day.STEPS, 0);

    Figures figures = run(Rules.PUBLISHED, samples, List.of(5, 1, 3, 3), Map.of());

    assertThat(figures.hostShutdowns()).isZero();
  }

  @Test
  void honestlyNobodyIsSentToAHostThatHasJustGoneOff() {
    Map<Integer, List<Move>> thereAndBack =
        Map.of(4, List.of(new Move(3, 1)), 6, List.of(new Move(3, 2)));

    assertThatIllegalStateException()
        .isThrownBy(() -> run(Rules.HONEST, constant(0.1), List.of(1, 1, 3, 2), thereAndBack))
        .withMessage("Expected a host that may boot but found Move[guest=3, to=2]");
  }

  private static double[][] constant(double share) {
    double[][] samples = new double[4][Day.STEPS];
    Arrays.stream(samples).forEach(guest -> Arrays.fill(guest, share));
    return samples;
  }

  private static Figures run(Rules rules, double[][] samples, Map<Integer, List<Move>> moves) {
    return run(rules, samples, TOGETHER_ON_A_G5, moves);
  }

  private static Figures run(
      Rules rules, double[][] samples, List<Integer> hosts, Map<Integer, List<Move>> moves) {
    return Simulation.run(new Day("by hand", samples), rules, new Scripted(hosts, moves));
  }
}
