package dev.feierabend.core.reporting.energy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyWithdrawn;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.SavingForecast;
import dev.feierabend.core.agreeing.SavingForecast.Risk;
import dev.feierabend.core.reporting.energy.Promises.Promise;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What is put beside a period's measured saving.
class PromisesTest {
  private static final Instant FIRST = Instant.parse("2026-10-01T00:00:00Z");
  private static final ActorId SOMEBODY = new ActorId("actor-1");
  private static final double MONTH = 365.25 / 12;

  private final Promises promises = new Promises();

  @Test
  void aForecastCountsForTheDaysThatItsDocumentWasInForce() {
    proposed("one", Optional.of(new SavingForecast(90, 9, 100, 672, new Risk(28, 0, 0))));
    promises.tell(new PolicyActivated(agreement("one"), "digest", FIRST.minusSeconds(1)));
    withdrawn("one", 5);
    proposed("two", Optional.of(new SavingForecast(60, 12, 100, 672, new Risk(28, 0, 0))));
    promises.tell(new PolicyActivated(agreement("two"), "digest", day(10)));

    List<Promise> told = told();

    assertThat(told)
        .extracting(it -> it.document().agreement().policy())
        .containsExactly("one", "two");
    assertThat(told).extracting(Promise::span).containsExactly(days(0, 5), days(10, 20));
    assertThat(kwh(told.getFirst()).value()).isCloseTo(5 * 90 / MONTH, within(1e-9));
    assertThat(kwh(told.getLast()).uncertainty()).isCloseTo(10 * 12 / MONTH, within(1e-9));
  }

  @Test
  void whatHadNoForecastIsToldWithoutAndWhatWasNotInForceIsNot() {
    proposed("none", Optional.empty());
    promises.tell(new PolicyActivated(agreement("none"), "digest", day(3)));
    proposed("later", Optional.empty());
    promises.tell(new PolicyActivated(agreement("later"), "digest", day(20)));
    proposed("waiting", Optional.empty());

    assertThat(told())
        .singleElement()
        .isEqualTo(
            new Promise(
                new Promises.Document(agreement("none"), "digest"), days(3, 20), Optional.empty()));
  }

  private List<Promise> told() {
    return promises.within(days(0, 20));
  }

  private static Estimate kwh(Promise promise) {
    return promise.kwh().orElseThrow();
  }

  private void proposed(String name, Optional<SavingForecast> forecast) {
    promises.tell(
        new PolicyProposed(agreement(name), "digest", "document", SOMEBODY, FIRST, forecast));
  }

  private void withdrawn(String name, int day) {
    promises.tell(new PolicyWithdrawn(agreement(name), "digest", SOMEBODY, "moving", day(day)));
  }

  private static Span days(int from, int until) {
    return new Span(day(from), day(until));
  }

  private static Instant day(int day) {
    return FIRST.plus(Duration.ofDays(day));
  }

  private static AgreementId agreement(String name) {
    return AgreementId.of(new TenantId("ahausen"), name);
  }
}
