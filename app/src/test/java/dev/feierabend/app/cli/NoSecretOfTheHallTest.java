package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.testservers.PlantedSecret;
import dev.feierabend.testservers.SecantusDb;
import dev.feierabend.testservers.SoftHsm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The real service on vSphere's simulator, fakepve, a MongoDB that asks who one is and a token: of
/// the secrets that stood in files nothing is found in whatever left it, in good hours or bad ones.
class NoSecretOfTheHallTest {
  @TempDir private static Path folder;
  private static HallEvening evening;
  private static Map<String, String> planted;
  private static String heard;

  @BeforeAll
  static void live() throws IOException {
    try (var parts = new HallParts();
        var correspondents = new Correspondents();
        var mongodb = SecantusDb.start()) {
      evening = new HallEvening(folder, parts, correspondents, mongodb);
      evening.live();
      planted = planted(parts);
      planted.putAll(correspondents.planted());
      heard = parts.heard() + correspondents.heard();
    }
  }

  private static Map<String, String> planted(HallParts parts) {
    var planted = new LinkedHashMap<String, String>();
    parts.all.forEach(each -> planted.put(each.name(), each.login().password()));
    planted.put("MongoDB", HallEvening.MONGODB_PASSWORD);
    planted.put("MongoDB, wrong", HallEvening.WRONG_MONGODB_PASSWORD);
    planted.put("a token", SoftHsm.PIN);
    planted.put("a token, wrong", HallEvening.WRONG_PIN);
    planted.put("an address", HallEvening.IN_AN_ADDRESS);
    planted.put("the platform team", Askers.TEAM_PASSWORD);
    planted.put("a town", Askers.TOWN_PASSWORD);
    planted.put("a login mistyped", Askers.MISTYPED);
    return planted;
  }

  @Test
  void noSecretIsToldAnywhere() {
    assertThat(evening.told.told(planted)).isEmpty();
  }

  /// Those who repeat, and those who hear and leave, had something to repeat.
  @ParameterizedTest
  @CsvSource({
    "centre-echo",
    "cluster-echo",
    "ticket-echo",
    "centre-leaves",
    "ticket-leaves",
    "Alertmanager",
    "a webhook's token"
  })
  void itWasShownToThem(String who) {
    assertThat(new PlantedSecret(planted.get(who)).toldBy(heard)).isPresent();
  }

  /// What each place says of itself, so that an empty one isn't taken for a discreet one.
  @ParameterizedTest
  @CsvSource({
    "log, TRACE",
    "log, centre-wrong",
    "log, cluster-wrong",
    "log, ticket-echo",
    "log, centre-leaves",
    "log, cluster-strange",
    "log, org.mongodb.driver",
    "log, the Alertmanager at http",
    "log, webhook at",
    "log, the mail server localhost",
    "turned away, org.mongodb.driver",
    "turned away, uthentica",
    "history turned away, uthentica",
    "process list, --pin env:FEIERABEND_TOKEN_PIN",
    "process list, serve --config",
    "wake list, centre",
    "history, switch ",
    "history as JSON, PowerOff",
    "evidence, PowerOff",
    "copy, office",
    "page /api/v1/fleet, pve1",
    "page /api/v1/fleet, second-balancer",
    "page /, The cluster DC0_C1 moves guests by itself",
    "page /api/v1/history, office",
    "page of nobody /, Who are you?",
    "doctor, token      feierabend signs",
    "doctor, hypervisor centre: reached",
    "doctor, hypervisor centre-wrong",
    "doctor, hypervisor ticket-echo",
    "doctor, hypervisor cluster-strange",
    "doctor of addresses, libvirt's address",
    "doctor turned away, refuses the PIN",
    "doctor without a store, BAD   journal",
    "wake --dry-run, dc0-c0"
  })
  void everyPlaceIsLookedAt(String place, String says) {
    assertThat(evening.told.at(place)).contains(says);
  }
}
