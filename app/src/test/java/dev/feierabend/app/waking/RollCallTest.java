package dev.feierabend.app.waking;

import static dev.feierabend.app.waking.Night.BEGAN;
import static dev.feierabend.app.waking.Night.PACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.waking.Night.Nature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Who is asked when, in virtual time.
class RollCallTest {
  private static final Duration HANGS = Duration.ofMinutes(10);

  private final Night night = new Night();

  @Test
  void allComeBackInTheOrderInWhichTheyAreNeededAndFewAtATime() {
    RollCall call = night.with(12, Nature.GOOD).called(PACE);

    assertThat(call.fates().values()).hasSize(12).allMatch(Fate.Woken.class::isInstance);
    assertThat(night.pressed)
        .containsExactlyElementsOf(IntStream.range(0, 12).mapToObj(i -> "host-" + i).toList());
    assertThat(night.most).isEqualTo(PACE.atOnce());
    assertThat(call.heardSomebody()).isTrue();
  }

  @Test
  void whoAnswersSlowlyButIsNeededFirstIsAskedFirst() {
    night.with(Nature.GOOD.answering(Duration.ofSeconds(2))).with(3, Nature.GOOD);
    night.called(Pace.of(1, PACE.within()));

    assertThat(night.pressed).containsExactly("host-0", "host-1", "host-2", "host-3");
  }

  @Test
  void whoIsOnIsLeftAlone() {
    night.with(3, Nature.GOOD);
    night.on.add(night.hosts.get(1).id());
    RollCall call = night.called(PACE);

    assertThat(night.pressed).containsExactly("host-0", "host-2");
    assertThat(call.fates().get(night.hosts.get(1))).isEqualTo(new Fate.WasOn());
  }

  @Test
  void whatHangsDelaysNobodyElseEvenIfThereAreMoreOfItThanTurns() {
    night.with(5, Nature.GOOD.answering(HANGS)).with(6, Nature.GOOD);
    RollCall call = night.called(PACE);

    assertThat(night.hosts.subList(5, 11))
        .allSatisfy(host ->
            assertThat(call.fates().get(host))
                .isInstanceOfSatisfying(
                    Fate.Woken.class,
                    woken -> assertThat(woken.after()).isLessThan(Duration.ofSeconds(30))));
  }

  @Test
  void whoNeverComesUpGivesItsTurnBackAndIsAskedAgain() {
    night.with(3, Nature.GOOD.neverOn()).with(3, Nature.GOOD);
    RollCall call = night.called(PACE);

    assertThat(night.pressed.stream().filter("host-0"::equals).count()).isGreaterThan(3);
    assertThat(call.fates().get(night.hosts.get(0)))
        .isEqualTo(new Fate.Left("it was switched on, and is off all the same"));
    assertThat(call.fates().get(night.hosts.get(5))).isInstanceOf(Fate.Woken.class);
    assertThat(night.now).isEqualTo(BEGAN.plus(PACE.within()));
  }

  @Test
  void whoIsSilentForAWhileIsTriedUntilItAnswers() {
    RollCall call = night.with(Nature.GOOD.silentFor(Duration.ofMinutes(9))).called(PACE);

    assertThat(call.fates().get(night.hosts.getFirst())).isInstanceOf(Fate.Woken.class);
    assertThat(night.now).isBefore(BEGAN.plus(Duration.ofMinutes(10).plusSeconds(30)));
  }

  @Test
  void whereNobodyAnswersThatIsSaid() {
    RollCall call = night.with(2, Nature.GOOD.silentFor(Duration.ofHours(1))).called(PACE);

    assertThat(call.heardSomebody()).isFalse();
    assertThat(call.fates().values()).containsOnly(new Fate.Left("silent"));
  }

  @Test
  void inGeneratedNightsWhoeverCanComeBackDoesAndNeverMoreAreOnTheirWayThanAllowed() {
    for (long seed = 1; seed <= 2_000; seed++) {
      var random = new Random(seed);
      var generated = new Night();
      int hosts = 1 + random.nextInt(20);
      for (int i = 0; i < hosts; i++) {
        generated.with(nature(random));
      }
      var pace = Pace.of(1 + random.nextInt(4), Duration.ofMinutes(40));
      RollCall call = generated.called(pace);

      assertThat(generated.most).as("seed %d", seed).isLessThanOrEqualTo(pace.atOnce());
      List<Fate> fates = List.copyOf(call.fates().values());
      for (int i = 0; i < hosts; i++) {
        assertThat(fates.get(i)).as("seed %d, host %d", seed, i).isInstanceOf(Fate.Woken.class);
      }
    }
  }

  /// Each with a fault that passes.
  private static Nature nature(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> Nature.GOOD;
      case 1 -> Nature.GOOD.answering(Duration.ofMillis(random.nextInt(15_000)));
      case 2 -> Nature.GOOD.silentFor(Duration.ofSeconds(random.nextInt(600)));
      default ->
          new Nature(
              Duration.ofMillis(random.nextInt(5_000)),
              Optional.of(Duration.ofSeconds(random.nextInt(80))),
              Duration.ofSeconds(random.nextInt(60)));
    };
  }
}
