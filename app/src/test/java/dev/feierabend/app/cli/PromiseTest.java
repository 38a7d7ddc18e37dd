package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.agreeing.SavingForecast.Risk;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is put beside a month's measured saving.
class PromiseTest {
  private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");
  private static final ActorId SOMEBODY = new ActorId("actor-1");
  private static final double MONTH = 365.25 / 12;

  private final Promise promise =
      new Promise(new Period.Span(FIRST, FIRST.plus(Duration.ofDays(20))));

  @Test
  void aForecastCountsForTheDaysThatItsDocumentWasInForce() {
    proposed("one", Optional.of(new SavingForecast(90, 9, 100, 672, new Risk(28, 0, 0))));
    promise.tell(new PolicyActivated(agreement("one"), "digest", FIRST.minusSeconds(1)));
    withdrawn("one", 5);
    proposed("two", Optional.of(new SavingForecast(60, 12, 100, 672, new Risk(28, 0, 0))));
    promise.tell(new PolicyActivated(agreement("two"), "digest", day(10)));

    Promise.Told told = promise.told();
    assertThat(told.forecasts()).isEqualTo(2);
    assertThat(told.without()).isZero();
    assertThat(told.kwh().value()).isCloseTo((5 * 90 + 10 * 60) / MONTH, within(1e-9));
    assertThat(told.kwh().uncertainty())
        .isCloseTo(Math.hypot(5 * 9, 10 * 12) / MONTH, within(1e-9));
  }

  @Test
  void whatHadNoForecastIsCountedAndWhatWasNotInForceIsNot() {
    proposed("none", Optional.empty());
    promise.tell(new PolicyActivated(agreement("none"), "digest", day(3)));
    proposed("later", Optional.empty());
    promise.tell(new PolicyActivated(agreement("later"), "digest", day(20)));
    proposed("waiting", Optional.empty());

    assertThat(promise.told().forecasts()).isZero();
    assertThat(promise.told().without()).isEqualTo(1);
  }

  private void proposed(String name, Optional<SavingForecast> forecast) {
    promise.tell(
        new PolicyProposed(agreement(name), "digest", "document", SOMEBODY, FIRST, forecast));
  }

  private void withdrawn(String name, int day) {
    promise.tell(new PolicyWithdrawn(agreement(name), "digest", SOMEBODY, "moving", day(day)));
  }

  private static Instant day(int day) {
    return FIRST.plus(Duration.ofDays(day));
  }

  private static AgreementId agreement(String name) {
    return AgreementId.of(new TenantId("ahausen"), name);
  }
}
