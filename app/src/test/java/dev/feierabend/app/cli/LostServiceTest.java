package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.testservers.IpmiSimulator;
import dev.feierabend.testservers.RedfishEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real service puts hosts to sleep by real boards, is killed and loses its store, and the real
/// `wake` brings all of them back by the list alone. Of the secrets that stood in files nothing is
/// found in whatever left the service, logs of every level among it.
class LostServiceTest {
  private static final int HOSTS = 4;

  @TempDir private static Path folder;
  private static LivedEvening evening;
  private static LivedEvening.Morning morning;
  private static Map<String, String> planted;

  @BeforeAll
  static void live() throws IOException {
    try (var parts = new EveningParts()) {
      evening = new LivedEvening(folder, parts);
      morning = evening.live();
      planted = planted(parts);
    }
  }

  private static Map<String, String> planted(EveningParts parts) {
    var planted = new LinkedHashMap<String, String>();
    planted.put("Redfish", RedfishEmulator.PASSWORD);
    planted.put("IPMI", IpmiSimulator.PASSWORD);
    planted.put("a board that refuses it", EveningParts.REFUSED);
    planted.put("a board that repeats it", PlayedBoards.PASSWORD);
    planted.put("Prometheus", LivedEvening.PROMETHEUS_TOKEN);
    planted.put("Kubernetes", parts.plane.adminToken());
    planted.put("the platform team", Askers.TEAM_PASSWORD);
    planted.put("a town", Askers.TOWN_PASSWORD);
    planted.put("a login mistyped", Askers.MISTYPED);
    planted.put("a token", LivedEvening.WRONG_PIN);
    return planted;
  }

  @Test
  void allHostsOfTheNightAreBackWithServiceAndStoreGone() {
    assertThat(morning.onBefore()).isEqualTo(1);
    assertThat(folder.resolve("journal")).doesNotExist();
    assertThat(morning.woken().said())
        .contains("3 woken, 0 were on already, 0 sent a packet, 0 left.");
    assertThat(morning.woken().exit()).isZero();
    assertThat(morning.onAfter()).isEqualTo(HOSTS);
    assertThat(morning.again().exit()).isZero();
  }

  @Test
  void noSecretIsToldAnywhere() {
    assertThat(evening.told.told(planted)).isEmpty();
  }

  /// What each place says of itself, so that an empty one isn't taken for a discreet one; and where
  /// people's words are told, a word that somebody planted there is found by the same search.
  @ParameterizedTest
  @CsvSource({
    "log, refuses the login of feierabend",
    "log, DEBUG",
    "log, TRACE",
    "log, /api/v1/tenants/bdorf/override",
    "log, who is Bearer ***?",
    "log, refuses the PIN in",
    "process list, -U feierabend -E",
    "process list, --pin env:FEIERABEND_TOKEN_PIN",
    "process list, serve --config",
    "wake list, credentials",
    "cluster's objects, feierabend.dev/",
    "cluster's events, kind",
    "history, Canary-8c8c-Reason",
    "history as JSON, Canary-8c8c-Reason",
    "evidence, Canary-8c8c-Reason",
    "page /, Canary-8c8c-Reason",
    "page of the town /, Canary-8c8c-Reason",
    "page /api/v1/history, Canary-8c8c-Reason",
    "page /api/v1/plans, n0",
    "page /api/v1/fleet, n0",
    "page /api/v1/drills, n0",
    "page /actuator/prometheus, feierabend_actions_pending",
    "page of nobody /, Who are you?",
    "doctor, wake-list",
    "drills, n0",
    "wake, n1",
    "wake as JSON, n1",
    "wake --dry-run, n1"
  })
  void everyPlaceIsLookedAt(String place, String says) {
    assertThat(evening.told.at(place)).contains(says);
  }

  @Test
  void aReasonThatWouldBeASecretIsFoundWhereverReasonsAreTold() {
    assertThat(evening.told.placesTelling(Askers.CANARY))
        .contains("history", "history as JSON", "evidence", "journal", "copy", "log", "page /");
  }

  /// A password is in the environment of the program that needs it, which others can't read.
  @Test
  void environmentsAreTheirOwnersAlone() {
    assertThat(evening.told.at("process list").lines())
        .filteredOn(line -> line.startsWith("environment "))
        .isNotEmpty()
        .containsOnly("environment -r--------");
  }
}
