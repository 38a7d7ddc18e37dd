package dev.feierabend.helm.night;

import static dev.feierabend.helm.night.Documents.EVENING;
import static dev.feierabend.helm.night.Documents.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.testservers.SecantusDb;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A night of two services on one journal and one Lease, on a real control plane.
class TwoReplicasTest {
  /// So near that the time until a moment before the evening doesn't look like a jump of the clock.
  private static final Instant DUSK = EVENING.minus(Duration.ofSeconds(25));

  private static final Duration A_MOMENT = Duration.ofSeconds(5);

  @TempDir Path folder;

  @Test
  void whoLosesTheLeaseStandingStillDoesNothingMoreAndTheOtherEndsTheNight() throws IOException {
    try (var store = SecantusDb.start();
        var night = new Night(folder, uri(store));
        var first = night.replica("first");
        var second = night.replica("second")) {
      intoTheEvening(night, first, second);
      first.freeze();
      night.awaitEvening();
      first.thaw();

      throughTheMorning(night, first, second);

      night.expectOneWriteAnEffect();
      night.expectPunctualCapacity();
      night.expectWholeHistory();
      assertThat(night.chronicle().events(ActionIssued.class))
          .extracting(ActionIssued::fencing)
          .isSorted()
          .contains(1L, 2L);
    }
  }

  @Test
  void aLeaseThatSomebodyDeletesIsTakenUpAgainAndNothingIsDoneTwice() throws IOException {
    try (var store = SecantusDb.start();
        var night = new Night(folder, uri(store));
        var first = night.replica("first");
        var second = night.replica("second")) {
      intoTheEvening(night, first, second);
      night.loseTheLease();
      night.awaitEvening();

      throughTheMorning(night, first, second);

      night.expectOneWriteAnEffect();
      night.expectPunctualCapacity();
      night.expectWholeHistory();
      assertThat(night.chronicle().events(ActionIssued.class))
          .extracting(ActionIssued::fencing)
          .isSorted()
          .startsWith(1L)
          .endsWith(2L);
    }
  }

  /// The first leads, and has begun.
  private static void intoTheEvening(Night night, ServiceProcess first, ServiceProcess second) {
    first.itIs(DUSK);
    night.awaitLeader();
    second.itIs(DUSK);

    first.itIs(EVENING.minus(A_MOMENT));
    second.itIs(EVENING.minus(A_MOMENT));
    first.awaitSaid(line -> line.startsWith("ActionIssued"));
  }

  private static void throughTheMorning(Night night, ServiceProcess first, ServiceProcess second) {
    first.itIs(WAKE.minus(A_MOMENT));
    second.itIs(WAKE.minus(A_MOMENT));
    night.awaitMorning();
    night.awaitReports(second);
    first.stop();
    second.stop();
  }

  private static String uri(SecantusDb store) {
    return "mongodb://127.0.0.1:%d/night?serverSelectionTimeoutMS=2000".formatted(store.port());
  }
}
