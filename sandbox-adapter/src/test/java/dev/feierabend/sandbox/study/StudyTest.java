package dev.feierabend.sandbox.study;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All methods on a generated day.
class StudyTest {
  private static final long SEED = 5;
  private static final int GUESTS = 120;
  private static final Day DAY = GeneratedDay.of(SEED, GUESTS);
  private static final Map<Rules, Map<MethodName, Outcome>> OUTCOMES = new EnumMap<>(Rules.class);

  @ParameterizedTest
  @EnumSource
  void nobodyNeedsLessThanTheBoundAndNothingNeedsMoreThanNoPowerManagement(Rules rules) {
    Map<MethodName, Outcome> all = outcomes(rules);

    assertThat(all.values())
        .as("seed %d, %s", SEED, rules)
        .allSatisfy(outcome -> {
          assertThat(outcome.ofBound()).isGreaterThanOrEqualTo(1);
          assertThat(outcome.kwh()).isLessThanOrEqualTo(all.get(MethodName.NPA).kwh());
          assertThat(outcome.slav()).isEqualTo(outcome.slatah() * outcome.pdm());
        });
  }

  @Test
  void withoutMemoryOursNeedsLessEnergyThanThePublishedAndAFractionOfTheirMigrations() {
    Map<MethodName, Outcome> all = outcomes(Rules.KEPT);
    Outcome ours = all.get(MethodName.FEIERABEND);
    Outcome regression = all.get(MethodName.LR_MMT);

    assertThat(ours.kwh()).isLessThan(0.8 * regression.kwh());
    assertThat(ours.migrations()).isPositive().isLessThan(regression.migrations() / 10);
    assertThat(ours.slatah()).isLessThan(regression.slatah() / 2);
    assertThat(all.get(MethodName.FF).kwh()).as("energy alone").isLessThan(ours.kwh());
    assertThat(all.get(MethodName.FF).migrations()).isGreaterThan(regression.migrations());
  }

  @Test
  void whatIsPublishedLeavesOutGuestsAndIdleWatts() {
    Outcome published = outcomes(Rules.PUBLISHED).get(MethodName.LR_MMT);
    Outcome kept = outcomes(Rules.KEPT).get(MethodName.LR_MMT);
    Outcome memory = outcomes(Rules.MEMORY).get(MethodName.LR_MMT);

    assertThat(published.vmsAtEnd()).isLessThan(GUESTS);
    assertThat(kept.vmsAtEnd()).isEqualTo(GUESTS);
    assertThat(published.kwh()).isLessThan(kept.kwh());
    assertThat(kept.kwh()).isLessThan(memory.kwh());
  }

  @Test
  void theSameDayGivesTheSameOutcome() {
    assertThat(lived(Rules.KEPT)).isEqualTo(outcomes(Rules.KEPT));
  }

  @Test
  void theFrontIsLessEnergyForMoreMigrationsAndMoreTimeInWhichHostsAreShort() {
    List<Outcome> front = Study.of(DAY, Rules.KEPT, () -> 0).front().toList();
    Outcome usual = outcomes(Rules.KEPT).get(MethodName.FEIERABEND);

    assertThat(front.getFirst().method()).isEqualTo("feierabend@1/80");
    assertThat(front.getLast().method()).isEqualTo("feierabend@1/5");
    assertThat(front).extracting(Outcome::migrations).contains(usual.migrations());
    assertThat(front.getLast().kwh()).isLessThan(front.getFirst().kwh());
    assertThat(front.getLast().migrations()).isGreaterThan(front.getFirst().migrations());
    assertThat(front.getLast().slatah()).isGreaterThan(front.getFirst().slatah());
  }

  @Test
  void whatLateSamplesCostIsToldUnderRulesThatShowThemLate() {
    Lateness honest = Study.of(DAY, Rules.HONEST, () -> 0).lateness().orElseThrow();

    assertThat(honest.atOnce()).isEqualTo(outcomes(Rules.KEPT).get(MethodName.FEIERABEND));
    assertThat(honest.late()).isEqualTo(outcomes(Rules.LATE).get(MethodName.FEIERABEND));
    assertThat(honest.loss()).isPositive();
    assertThat(honest.late().slatah()).isGreaterThan(honest.atOnce().slatah());
    assertThat(Study.of(DAY, Rules.KEPT, () -> 0).lateness()).isEmpty();
  }

  @Test
  void theBoundIsAnOutcomeWithNothingButItsEnergy() {
    Outcome bound = outcomes(Rules.KEPT).get(MethodName.BOUND);

    assertThat(bound)
        .isEqualTo(
            new Outcome(
                DAY.name(), "kept", "bound", bound.boundKwh(), bound.kwh(), 0, 0, 0, 0, 0, 0, 0));
  }

  private static Map<MethodName, Outcome> outcomes(Rules rules) {
    return OUTCOMES.computeIfAbsent(rules, StudyTest::lived);
  }

  private static Map<MethodName, Outcome> lived(Rules rules) {
    Study study = Study.of(DAY, rules, () -> 0);
    return Arrays.stream(MethodName.values()).collect(toMap(Function.identity(), study::outcome));
  }
}
