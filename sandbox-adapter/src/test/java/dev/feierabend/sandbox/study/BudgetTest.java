package dev.feierabend.sandbox.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/// A generated day, on which nobody of ours moves while LR-MMT lives on paper.
class BudgetTest {
  private static final Day DAY = GeneratedDay.of(20261128, 240);

  private final Hosting hosting = new Hosting(DAY.guests());
  private final Seen seen = new Seen(DAY.kinds(), hosting, false);
  private final Budget budget = new Budget(Allowance.USUAL, seen);
  private int step;

  @Test
  void theYardstickLivesTheDayAsTheMethodItselfAStepBehind() {
    var yardstick = new Yardstick(seen);
    while (step < Day.STEPS) {
      show();
      yardstick.live(seen);
      yardstick.live(seen);
      assertThat(yardstick.steps()).isEqualTo(step - 1);
    }
    step--;
    show();
    yardstick.live(seen);

    assertThat(yardstick.figures())
        .isEqualTo(Simulation.run(DAY, Rules.KEPT, MethodName.LR_MMT.begin()));
  }

  @Test
  void beforeAnythingIsKnownPricesAndPaceAreTheFirst() {
    show();
    budget.learn(seen);

    assertThat(budget.prices()).isEqualTo(Toll.Prices.FIRST);
    assertThat(budget.left()).isEqualTo(Double.MAX_VALUE);
    assertThat(budget.spend(new Spending(1_000, 1_000, 1_000))).isEqualTo(1);
  }

  @Test
  void whoeverSpendsNothingMaySpendFasterAndWhoeverSpendsTooMuchSlower() {
    var little = new ArrayList<Double>();
    var much = new ArrayList<Double>();
    var lavish = new Budget(Allowance.USUAL, seen);
    while (step < Day.STEPS) {
      show();
      budget.learn(seen);
      lavish.learn(seen);
      little.add(budget.spend(Spending.NONE));
      much.add(lavish.spend(new Spending(100, 0, 0)));
    }

    assertThat(little.getLast()).isLessThan(0.1);
    assertThat(much.getLast()).isGreaterThan(2);
    assertThat(budget.prices()).isNotEqualTo(Toll.Prices.FIRST);
  }

  @Test
  void whatIsSpentFasterGrowsDearerAndNoMoreIsLeftOfIt() {
    var moving = new Budget(Allowance.USUAL, seen);
    while (step < Day.STEPS) {
      show();
      budget.learn(seen);
      moving.learn(seen);
      budget.spend(Spending.NONE);
      moving.spend(new Spending(100, 0, 0));
    }

    assertThat(budget.left()).isPositive();
    assertThat(moving.left()).isNegative();
    assertThat(moving.prices().shortSecond()).isLessThan(budget.prices().shortSecond() / 2);
    assertThat(moving.prices().lostMips()).isLessThan(budget.prices().lostMips() / 2);
  }

  @Test
  void whatIsScarcestIsMigrationsOrSecondsOrTheProduct() {
    assertThat(new Spending(3, 2, 1).scarcest()).isEqualTo(3);
    assertThat(new Spending(1, 3, 0).scarcest()).isEqualTo(3);
    assertThat(new Spending(1, 1, 9).scarcest()).isEqualTo(3);
    assertThat(new Spending(9, 1, 4).shortness()).isEqualTo(2);
  }

  @Test
  void twiceAsMuchOfEachIsFourTimesTheProduct() {
    Allowance twice = new Allowance(0.05, 0.25, 0.1).times(2);

    assertThat(twice).isEqualTo(new Allowance(0.1, 0.5, 0.4));
    assertThat(twice.pdm()).isCloseTo(0.8, within(1e-12));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Allowance(0, 1, 1))
        .withMessage("Expected parts above 0 but found 0.0, 1.0 and 1.0");
  }

  private void show() {
    double[] shares = new double[DAY.guests()];
    for (int guest = 0; guest < shares.length; guest++) {
      shares[guest] = DAY.sample(guest, step);
      if (step == 0) {
        hosting.put(guest, 2 * (guest / 12) + 1);
      }
    }
    seen.show(shares);
    step++;
  }
}
