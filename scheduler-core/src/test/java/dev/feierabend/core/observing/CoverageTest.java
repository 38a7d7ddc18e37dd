package dev.feierabend.core.observing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.core.acting.Tuning;
import dev.feierabend.core.forecasting.PeakForecast;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.planning.FleetPort.Mobility;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How much of a pool was seen, and that what wasn't is planned as busy.
class CoverageTest {
  private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
  private static final PoolId OFFICE = new PoolId("office");
  private static final WorkloadId MAIL = new WorkloadId("deployment/office/mail");

  private final UtilisationHistory history = new UtilisationHistory();

  @Test
  void whatReportedCountsByItsShare() {
    recorded(0, 12, 1);
    recorded(12, 4, 0.5);

    assertThat(history.coverageSince(OFFICE, MONDAY)).isCloseTo(14 / 16.0, within(1e-9));
    assertThat(history.recordedUntil(OFFICE)).contains(hour(16));
  }

  @Test
  void aGapCountsAsUnseenOnceItEnds() {
    recorded(0, 10, 1);
    recorded(30, 10, 1);

    assertThat(history.coverageSince(OFFICE, MONDAY)).isEqualTo(0.5);
  }

  @Test
  void aGapThatIsLongerThanWhatIsKeptIsABeginning() {
    recorded(0, 1, 1);
    recorded(24 * 10, 1, 1);

    assertThat(history.coverageSince(OFFICE, MONDAY)).isEqualTo(1);
  }

  @Test
  void whatLiesFurtherBackThanAskedForDoesNotCount() {
    recorded(0, 24, 0);
    recorded(24, 24, 1);

    assertThat(history.coverageSince(OFFICE, hour(24))).isEqualTo(1);
    assertThat(history.coverageSince(OFFICE, MONDAY)).isEqualTo(0.5);
  }

  @Test
  void ofWhatWasNeverRecordedNothingIsKnown() {
    assertThat(history.coverageSince(OFFICE, MONDAY)).isZero();
    assertThat(history.recordedUntil(OFFICE)).isEmpty();
  }

  @Test
  void whatWasRememberedIsRecalled() {
    recorded(0, 10, 0.7);
    var other = new UtilisationHistory();
    other.recall(history.remember());

    assertThat(other.remember()).isEqualTo(history.remember());
    assertThat(other.coverageSince(OFFICE, MONDAY)).isCloseTo(0.7, within(1e-9));
  }

  @Test
  void aWorkloadOfWhosePoolTooLittleWasSeenNeedsItsSize() {
    recorded(0, 8, 1);
    assertThat(forecast(0.8)).containsOnlyKeys(MAIL);

    recorded(8, 4, 0.25);
    assertThat(forecast(0.8)).isEmpty();
    assertThat(forecast(0.75)).containsOnlyKeys(MAIL);
  }

  @Test
  void aShareThatIsNoneIsRefused() {
    for (double share : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> Tuning.USUAL.with(share))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("Expected a coverage from 0 to 1 but found " + share);
    }
  }

  private Map<WorkloadId, Resources> forecast(double coverage) {
    return PeakForecast.of(List.of(mail()), history, coverage, hour(12)).peaks();
  }

  private void recorded(int from, int hours, double coverage) {
    var sample = new Sample(MAIL.value(), 0.2, 0.5, 64, Optional.empty());
    for (int hour = from; hour < from + hours; hour++) {
      history.on(
          new UtilisationRecorded(
              Owner.OPERATOR, OFFICE, hour(hour), hour(hour + 1), coverage, List.of(sample)));
    }
  }

  private static Instant hour(int hour) {
    return MONDAY.plus(Duration.ofHours(hour));
  }

  private static Workload mail() {
    return new Workload(
        MAIL,
        "mail",
        OFFICE,
        new TenantId("ahausen"),
        new Resources(2, 1024),
        1,
        1,
        List.of(),
        Mobility.RESCHEDULED,
        Map.of(),
        Optional.empty(),
        MONDAY);
  }
}
