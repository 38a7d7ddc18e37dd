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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole night on a real control plane under the chart's rights, the same with the service killed
/// between intent and outcome, and with the journal's store killed.
class KubernetesNightTest {
  private static final Duration A_MOMENT = Duration.ofSeconds(5);
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void capacitySleepsAndIsBackBeforeTheFirstClerk() throws IOException {
    try (var night = new Night(folder);
        var service = night.service(Halt.NOWHERE)) {
      service.itIs(EVENING.minus(A_MOMENT));
      night.awaitEvening();

      service.itIs(WAKE.minus(A_MOMENT));
      night.awaitMorning();
      night.awaitReports(service);
      service.stop();

      night.expectOneWriteAnEffect();
      night.expectPunctualCapacity();
      night.expectWholeHistory();
    }
  }

  @Test
  void killedBetweenIntentAndEffectItEndsAllTheSame() throws IOException {
    nightWithKills(
        List.of("before sleep", "before drain"), List.of("before power-on", "before wake"));
  }

  @Test
  void killedBetweenEffectAndOutcomeItEndsAllTheSame() throws IOException {
    nightWithKills(List.of("after sleep", "after power-off"), List.of("after wake", "after admit"));
  }

  /// In the morning it stays away until everything is back.
  @Test
  void theStoreIsKilledInTheEveningAndInTheMorning() throws IOException {
    try (var store = SecantusDb.start();
        var night = new Night(folder, uri(store));
        var service = night.service(Halt.NOWHERE)) {
      service.itIs(EVENING.minus(A_MOMENT));
      service.awaitSaid(line -> line.startsWith("ActionIssued"));
      store.kill();
      store.restart();
      night.awaitEvening();

      service.itIs(WAKE.minus(A_MOMENT));
      service.awaitSaid(line -> line.matches("ActionIssued action/(power-on|wake)/.*"));
      store.kill();
      night.awaitMorning();
      store.restart();
      night.awaitReports(service);
      service.stop();

      night.expectOneWriteAnEffect();
      night.expectPunctualCapacity();
      night.expectWholeHistory();
    }
  }

  /// There are no elections to wait for.
  private static String uri(SecantusDb store) {
    return "mongodb://127.0.0.1:%d/night?serverSelectionTimeoutMS=2000".formatted(store.port());
  }

  private void nightWithKills(List<String> evening, List<String> morning) throws IOException {
    try (var night = new Night(folder)) {
      try (var service = afterKills(night, evening, EVENING.minus(A_MOMENT))) {
        night.awaitEvening();
        service.kill();
      }
      try (var service = afterKills(night, morning, WAKE.minus(A_MOMENT))) {
        night.awaitMorning();
        night.awaitReports(service);
        service.stop();
      }
      night.expectOneWriteAnEffect();
      night.expectPunctualCapacity();
      night.expectWholeHistory();
    }
  }

  private static ServiceProcess afterKills(Night night, List<String> halts, Instant start) {
    Instant now = start;
    for (String halt : halts) {
      kill(night, halt, now);
      now = now.plus(A_WHILE);
    }
    ServiceProcess service = night.service(Halt.NOWHERE);
    service.itIs(now);
    return service;
  }

  private static void kill(Night night, String halt, Instant now) {
    try (var service = night.service(halt)) {
      service.itIs(now);
      service.awaitSaid(line -> line.startsWith(Halt.SAYS));
      service.kill();
    }
    String verb = halt.substring(halt.indexOf(' ') + 1);
    assertThat(night.chronicle().pending())
        .extracting(ActionIssued::action)
        .filteredOn(action -> action.value().startsWith(verb + "/"))
        .as("intents without outcome, killed " + halt)
        .isNotEmpty();
  }
}
