package dev.feierabend.app.silencing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.outward.Badge;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.testservers.Alertmanager;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Nights of a town beside a real Alertmanager: which alarms sound there.
class SilencesOnRealServerTest {
  private static final Duration MARGIN = Duration.ofMinutes(5);
  private static final List<String> HOSTS = List.of("host-0", "host-1", "host-2", "host-3");

  private final SilentTown town = new SilentTown(Instant.now());
  private Alertmanager server;
  private Watchman watchman;

  @BeforeEach
  void everyHostRaisesTheAlarmThatItIsDown() {
    server = Alertmanager.start();
    watchman = new Watchman(server.url());
    watchman.alarm(HOSTS);
  }

  @AfterEach
  void end() {
    server.close();
  }

  @Test
  void whatSleepsByPlanRaisesNoAlarmUntilItIsBack() {
    Silencer silencer = silencer(server.url());
    List<String> off = sleeping(silencer);

    assertThat(off).isNotEmpty().hasSizeLessThan(HOSTS.size());
    assertThat(watchman.silenced()).containsExactlyElementsOf(off);
    assertThat(watchman.ends()).hasSize(off.size() + 8).containsOnly(town.readyBy.plus(MARGIN));

    town.until(town.readyBy.plus(Duration.ofMinutes(1)), silencer::look);
    assertThat(town.fleet.on()).isEqualTo(HOSTS.size());
    assertThat(watchman.ends()).isEmpty();
    assertThat(watchman.sounding()).containsExactlyElementsOf(HOSTS);
  }

  @Test
  void itIsSilentBeforeTheHostIsOffAndWhileItBoots() {
    Silencer silencer = silencer(server.url());
    town.fleet.before = silencer::look;
    town.until(town.evening.plus(Duration.ofMinutes(20)), () -> {});
    List<String> off = names();
    assertThat(watchman.silenced()).containsExactlyElementsOf(off);

    town.fleet.before =
        () -> {
          silencer.look();
          silentOrServing(off);
        };
    town.until(town.readyBy, () -> {});
    silencer.look();
    assertThat(watchman.silenced()).isEmpty();
  }

  /// Before each effect of the morning.
  private void silentOrServing(List<String> off) {
    List<String> back =
        town.fleet.effects.stream()
            .filter(effect -> effect.startsWith("admit "))
            .map(effect -> SilentTown.name(MachineId.of(effect.substring("admit ".length()))))
            .toList();
    assertThat(off).allMatch(host -> watchman.silenced().contains(host) || back.contains(host));
  }

  @Test
  void theAlarmOfAHostThatDoesNotWakeSoundsBeforeItsTime() {
    Silencer silencer = silencer(server.url());
    sleeping(silencer);
    MachineId dead = town.off().getFirst();
    town.fleet.dead.add(dead);
    town.until(town.readyBy.minus(Duration.ofMinutes(5)), silencer::look);

    assertThat(watchman.sounding()).contains(SilentTown.name(dead));
    town.until(town.readyBy.plus(Duration.ofMinutes(10)), silencer::look);
    assertThat(watchman.silenced()).isEmpty();
  }

  @Test
  void whereTheServiceIsGoneTheSilenceEndsByItself() {
    sleeping(silencer(server.url()));

    assertThat(watchman.ends())
        .allMatch(end -> !end.isAfter(town.readyBy.plus(MARGIN)), "ends in its time");
  }

  @Test
  void aSleepThatGoesOnLongerIsSilencedLongerAndOneThatIsCutShorter() {
    Silencer silencer = silencer(server.url());
    List<String> off = sleeping(silencer);
    int made = watchman.ends().size();
    for (Duration other : List.of(Duration.ofHours(2), Duration.ofHours(-1))) {
      Instant end = town.readyBy.plus(other);
      town.agree(end);
      town.until(town.now.plus(Duration.ofMinutes(3)), silencer::look);

      assertThat(watchman.ends()).hasSize(made).containsOnly(end.plus(MARGIN));
      assertThat(watchman.silenced()).containsExactlyElementsOf(off);
    }
  }

  @Test
  void aRestartMakesNothingTwiceAndWhatAlertmanagerForgotIsMadeAgain() {
    Silencer before = silencer(server.url());
    sleeping(before);
    List<Instant> ends = watchman.ends();

    town.start();
    silencer(server.url()).look();
    assertThat(watchman.ends()).isEqualTo(ends);

    server.kill();
    before.look();
    assertThat(before.failing()).isZero();
    town.now = town.now.plusSeconds(60);
    assertThat(before.failing()).isEqualTo(Duration.ofMinutes(1));
    server.startAgain();
    before.look();
    assertThat(watchman.ends()).hasSameSizeAs(ends);
    assertThat(before.failing()).isZero();
  }

  @Test
  void anAlertmanagerThatCannotBeReachedKeepsNobodyAwakeAndNobodyAsleep() {
    server.kill();
    Silencer silencer = silencer(server.url());

    assertThat(sleeping(silencer)).isNotEmpty();
    town.until(town.readyBy, silencer::look);
    assertThat(town.fleet.on()).isEqualTo(HOSTS.size());
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  @Test
  void silencesOfOthersAreLeftAlone() {
    watchman.silenceOfAPerson("host-0");
    Silencer silencer = silencer(server.url());
    sleeping(silencer);
    town.until(town.readyBy.plus(Duration.ofMinutes(1)), silencer::look);

    assertThat(watchman.silenced()).containsExactly("host-0");
  }

  private List<String> sleeping(Silencer silencer) {
    town.until(town.evening.plus(Duration.ofMinutes(20)), silencer::look);
    return names();
  }

  private List<String> names() {
    return town.off().stream().map(SilentTown::name).toList();
  }

  private Silencer silencer(URI url) {
    List<String> machines = List.of("instance=~\"{{name}}(:[0-9]+)?\"");
    var setting =
        new Setting(
            new Setting.Place(url, new Badge.None(), Optional.empty()),
            Optional.empty(),
            MARGIN,
            new Setting.Written(machines, machines, List.of()));
    var fleet = SilentTown.document();
    return new Silencer(
        setting.alertmanager(fleet), setting.silences(fleet), _ -> town.sleepers(), town.clock());
  }
}
