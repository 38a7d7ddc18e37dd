package dev.feierabend.helm.night;

import static dev.feierabend.helm.night.Documents.EVENING;
import static dev.feierabend.helm.night.Documents.WAKE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a real control plane, customers change their minds while their capacity sleeps.
class MindsChangeTest {
  @TempDir Path folder;

  @Test
  void aWithdrawalAndAnOverrideEachWakeTheirTownLongBeforeTheMorning() throws IOException {
    try (var night = new Night(folder);
        var service = night.service(Halt.NOWHERE)) {
      service.itIs(EVENING.minus(Duration.ofSeconds(5)));
      night.awaitEvening();

      service.isAsked("withdraw ahausen");
      night.awaitAwake("ahausen");
      night.expectAsleep("bedorf");
      service.isAsked("override bedorf");
      night.awaitMorning();
      service.stop();

      assertThat(night.chronicle().events(ActionIssued.class))
          .filteredOn(issued -> issued.step() instanceof Step.Wake)
          .isNotEmpty()
          .allMatch(issued -> issued.at().isBefore(WAKE.minus(Duration.ofHours(8))));
    }
  }
}
