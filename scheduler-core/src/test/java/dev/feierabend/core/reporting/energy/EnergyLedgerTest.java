package dev.feierabend.core.reporting.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A day of two hosts of ten cores, 100 W idle and 300 W at most, reckoned by hand.
class EnergyLedgerTest {
  private static final Owner AHAUSEN = Owner.of(new TenantId("ahausen"));
  private static final Owner BEDORF = Owner.of(new TenantId("bedorf"));

  private final Bookkeeping books = new Bookkeeping();

  @Test
  void aDayWithoutAnySleepSavesNothingAtAll() {
    books.loads(1, 0, 24, 5).loads(2, 0, 24, 0);

    EnergyAccount account = books.account();

    assertThat(account.kwh().value()).isCloseTo(24 * 0.3, within(1e-9));
    assertThat(account.savedKwh()).isEqualTo(Estimate.ZERO);
    assertThat(account.withoutSleepKwh()).isEqualTo(account.kwh());
  }

  /// Eight hours of 100 W instead of 5 W, and a boot of five minutes of 200 W instead of 100 W.
  @Test
  void aNightOffSavesIdlingAndCostsStandbyAndABoot() {
    books.loads(1, 0, 24, 5).loads(2, 0, 20, 0).off(2, 20);
    books.next().loads(1, 0, 24, 5).started(2, 4).loads(2, 5, 24, 0);

    EnergyAccount account = books.account();

    HostEnergy second = account.hosts().get(1);
    assertThat(second.hoursOff()).isCloseTo(8, within(1e-9));
    assertThat(second.boots()).isEqualTo(1);
    assertThat(account.savedKwh().value()).isCloseTo(8 * 0.095 - 0.1 * 5 / 60, within(1e-9));
    assertThat(second.savedKwh().uncertainty())
        .isCloseTo(0.05 * (8 * 0.1 + 0.2 * 5 / 60), within(1e-9));
  }

  /// The curve's errors are the same all day, so they add up; two hosts' know nothing of each
  /// other.
  @Test
  void uncertaintiesOfOneHostAddUpAndThoseOfSeveralDoNot() {
    books.loads(1, 0, 24, 0).loads(2, 0, 24, 0);

    EnergyAccount account = books.account();

    assertThat(account.hosts().getFirst().kwh().uncertainty()).isCloseTo(0.05 * 2.4, within(1e-9));
    assertThat(account.kwh().uncertainty()).isCloseTo(0.05 * 2.4 * Math.sqrt(2), within(1e-9));
  }

  @Test
  void whatWasMeteredIsTakenAsItIs() {
    books.metered(1, 0, 24, 5, 130).loads(2, 0, 24, 0);

    HostEnergy first = books.account().hosts().getFirst();

    assertThat(first.kwh().value()).isCloseTo(24 * 0.13, within(1e-9));
    assertThat(first.kwh().uncertainty()).isCloseTo(0.01 * 24 * 0.13, within(1e-9));
  }

  @Test
  void hoursOfWhichNothingIsRecordedLieBetweenIdleAndPeakAndSaySo() {
    books.loads(1, 0, 24, 0).loads(2, 0, 12, 0);

    HostEnergy second = books.account().hosts().get(1);

    assertThat(second.hoursUnknown()).isCloseTo(12, within(1e-9));
    assertThat(second.kwh().value()).isCloseTo(12 * 0.1 + 12 * 0.2, within(1e-9));
    assertThat(second.kwh().uncertainty()).isGreaterThan(12 * 0.2 / Math.sqrt(12));
  }

  /// A person switched it on where nobody was told.
  @Test
  void aWholeHoursLoadOfAHostThatShouldBeOffSaysThatItWasOn() {
    books.loads(1, 0, 24, 0).loads(2, 0, 20, 0).off(2, 20).loads(2, 22, 23, 10);

    HostEnergy second = books.account().hosts().get(1);

    assertThat(second.hoursOff()).isCloseTo(3, within(1e-9));
    assertThat(second.kwh().value()).isCloseTo(20 * 0.1 + 3 * 0.005 + 0.3, within(1e-9));
  }

  @Test
  void aHostThatSomebodySwitchedOnIsOnFromThen() {
    books.loads(1, 0, 24, 0).loads(2, 0, 20, 0).off(2, 20).changed(2, 22).loads(2, 22, 24, 0);

    HostEnergy second = books.account().hosts().get(1);

    assertThat(second.hoursOff()).isCloseTo(2, within(1e-9));
    assertThat(second.boots()).isZero();
  }

  @Test
  void sharesGoByProcessorTimeAndAddUp() {
    books.loads(1, 0, 24, 5).loads(2, 0, 24, 0);
    books.used("ahausen-pool", 0, 24, 3).used("bedorf-pool", 0, 12, 2);

    var shares = books.account().sharesKwh();

    assertThat(shares).containsOnlyKeys(AHAUSEN, BEDORF);
    assertThat(shares.get(AHAUSEN) / shares.get(BEDORF)).isCloseTo(3, within(1e-9));
    assertThat(shares.values().stream().mapToDouble(Double::doubleValue).sum())
        .isCloseTo(books.account().kwh().value(), within(1e-9));
  }

  @Test
  void whereNobodysUseIsRecordedAllIsTheOperators() {
    books.loads(1, 0, 24, 5);

    assertThat(books.account().sharesKwh()).containsOnlyKeys(Owner.OPERATOR);
  }

  @Test
  void utilisationIsOfTheServersInUse() {
    books.loads(1, 0, 24, 5).loads(2, 0, 12, 1).off(2, 12);

    Utilisation utilisation = books.account().utilisation();

    assertThat(utilisation.mean().orElseThrow()).isCloseTo((0.3 + 0.5) / 2, within(1e-9));
    assertThat(utilisation.median().orElseThrow()).isCloseTo(0.4, within(1e-9));
    assertThat(utilisation.coverage()).isEqualTo(1);
    assertThat(utilisation.conforms()).isTrue();
  }

  @Test
  void withLessThanNineTenthsRecordedItIsNotTheStandards() {
    books.loads(1, 0, 24, 5).loads(2, 0, 18, 1);

    Utilisation utilisation = books.account().utilisation();

    assertThat(utilisation.coverage()).isCloseTo(42 / 48.0, within(1e-9));
    assertThat(utilisation.conforms()).isFalse();
  }

  @Test
  void ofNothingRecordedThereIsNoUtilisation() {
    assertThat(books.account().utilisation())
        .isEqualTo(new Utilisation(Optional.empty(), Optional.empty(), 0));
  }

  /// 200 W at half load, of which idling is 100 W.
  @Test
  void idlingsShareIsToldOfWhatWasOn() {
    books.loads(1, 0, 24, 5).loads(2, 0, 1, 5).off(2, 1);

    assertThat(books.account().siec()).isCloseTo(0.5, within(1e-9));
  }

  /// 2 kWh instead of 4.8: the same cooling stands beside less IT.
  @Test
  void savingMayRaisePueAndThatIsTold() {
    books.loads(1, 0, 24, 0).off(2, 0);
    EnergyAccount account = books.account();

    double overhead = account.kwh().value() * 0.5;
    assertThat(account.pueWithoutSleep(1.5))
        .isCloseTo(1 + overhead / (2 * 24 * 0.1), within(1e-9))
        .isLessThan(1.5);
  }

  @Test
  void whatHappenedBeforeThePeriodCountsAndWhatCameAfterDoesNot() {
    books.off(2, 12);
    books.next().loads(1, 0, 24, 0).begins();
    books.next().started(2, 1);

    EnergyAccount account = books.accountOf(Duration.ofDays(1));

    assertThat(account.hosts().get(1).hoursOff()).isCloseTo(24, within(1e-9));
    assertThat(account.hosts().get(1).boots()).isZero();
  }
}
