package dev.feierabend.core.reporting.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.agreeing.SavingForecast.Risk;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.reporting.energy.Figures.Factors;
import dev.feierabend.policies.terms.TenantId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Two towns on two hosts: whose sleep saved what, and what had been expected of it.
class BookkeeperTest {
  private static final Owner AHAUSEN = Owner.of(new TenantId("ahausen"));
  private static final Owner BEDORF = Owner.of(new TenantId("bedorf"));
  private static final double MONTH = 365.25 / 12;

  private final Bookkeeping books = new Bookkeeping();

  /// Ahausen sleeps six hours of three cores, Bedorf twelve of half a core.
  @Test
  void savingsGoByHoursAsleepTimesCoresUsedWhileAwakeAndAddUp() {
    night();
    books.used("ahausen-pool", 0, 18, 3).used("bedorf-pool", 0, 12, 0.5);
    books.asleep("ahausen", 18, 24).asleep("bedorf", 12, 24);

    Accounts accounts = books.accounts();

    double saved = accounts.energy().savedKwh().value();
    assertThat(saved).isPositive();
    assertThat(accounts.savedKwh().get(AHAUSEN).value()).isCloseTo(saved * 18 / 24, within(1e-9));
    assertThat(accounts.savedKwh().get(BEDORF).value()).isCloseTo(saved * 6 / 24, within(1e-9));
  }

  @Test
  void whereNobodySleptWhatIsSavedIsTheOperators() {
    night();

    Accounts accounts = books.accounts();

    assertThat(accounts.savedKwh()).containsOnlyKeys(Owner.OPERATOR);
    assertThat(accounts.savedKwh().get(Owner.OPERATOR)).isEqualTo(accounts.energy().savedKwh());
  }

  @Test
  void whatWasForecastStandsBesideWhatWasMeasured() {
    night();
    books.agreed("ahausen", 0, forecast(90, 9)).agreed("bedorf", 0, Optional.empty());
    books.used("ahausen-pool", 0, 18, 3).asleep("ahausen", 18, 24);

    var agreements = books.accounts().agreements();

    Kept first = agreements.getFirst();
    assertThat(first.agreement().value()).isEqualTo("ahausen/nights");
    assertThat(first.forecastKwh().orElseThrow().value()).isCloseTo(90 / MONTH, within(1e-9));
    assertThat(first.forecastKwh().orElseThrow().uncertainty()).isCloseTo(9 / MONTH, within(1e-9));
    assertThat(first.savedKwh()).isEqualTo(books.accounts().energy().savedKwh());
    assertThat(first.asleepHoursAWeek()).isCloseTo(6 * 7, within(1e-9));
    assertThat(agreements.getLast().forecastKwh()).isEmpty();
    assertThat(agreements.getLast().savedKwh()).isEqualTo(Estimate.ZERO);
  }

  /// It will be woken after what is recorded; Bedorf slept as long.
  @Test
  void whoStillSleepsSleptUntilWhereTheRecordEnds() {
    night();
    books.agreed("ahausen", 0, Optional.empty()).agreed("bedorf", 0, Optional.empty());
    books.asleep("ahausen", 18, 24 * 40).asleep("bedorf", 12, 18);

    var agreements = books.accountsOfTheMonth().agreements();

    assertThat(agreements)
        .allSatisfy(it -> assertThat(it.asleepHoursAWeek()).isCloseTo(42, within(1e-9)));
    assertThat(agreements.getFirst().savedKwh()).isEqualTo(agreements.getLast().savedKwh());
  }

  @Test
  void theBooksAreThoseOfTheLedgerOfTheRecordedPart() {
    books.next().begins();
    night();

    assertThat(books.accounts().energy()).isEqualTo(books.account());
  }

  @Test
  void aCustomersPartHoldsNothingOfTheOthers() {
    night();
    books.agreed("ahausen", 0, forecast(90, 9)).agreed("bedorf", 0, forecast(60, 6));
    books.used("ahausen-pool", 0, 18, 3).asleep("ahausen", 18, 24);
    books.used("bedorf-pool", 0, 12, 0.5).asleep("bedorf", 12, 24);
    var factors = new Factors(EmissionFactor.of(2026), Optional.of(0.3));

    Figures whole = Figures.of(books.accounts(), factors);
    Figures part = whole.partOf(BEDORF);

    assertThat(part.toString()).contains("bedorf").doesNotContain("ahausen");
    assertThat(part.servers()).isEmpty();
    assertThat(part.kwh()).isEqualTo(whole.shares().getLast().kwh());
    assertThat(part.euro(part.savedKwh()).orElseThrow().value())
        .isCloseTo(0.3 * part.savedKwh().value(), within(1e-9));
    assertThat(whole.owners()).containsExactly(AHAUSEN, BEDORF);
  }

  @Test
  void sharesOfBothAddUp() {
    night();
    books.used("ahausen-pool", 0, 18, 3).asleep("ahausen", 18, 24);
    books.used("bedorf-pool", 0, 12, 0.5).asleep("bedorf", 12, 24);
    Figures whole =
        Figures.of(books.accounts(), new Factors(EmissionFactor.of(2026), Optional.empty()));

    assertThat(whole.shares().stream().mapToDouble(it -> it.kwh().value()).sum())
        .isCloseTo(whole.kwh().value(), within(1e-9));
    assertThat(whole.shares().stream().mapToDouble(it -> it.savedKwh().value()).sum())
        .isCloseTo(whole.savedKwh().value(), within(1e-9));
    assertThat(whole.euro(whole.kwh())).isEmpty();
  }

  /// The second host is off from six in the evening on.
  private void night() {
    books.loads(1, 0, 24, 5).loads(2, 0, 18, 1).off(2, 18);
  }

  private static Optional<SavingForecast> forecast(double kwh, double uncertainty) {
    return Optional.of(new SavingForecast(kwh, uncertainty, 100, 672, new Risk(28, 0, 0)));
  }
}
