package dev.feierabend.core.acting;

import static dev.feierabend.core.acting.TinyFleet.guest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Eight guests, of which number 0 is the database and number 1 the front.
class TurnsTest {
  private static final String ORDER =
      """
        order:
          - {workloads: {labels: {tier: front}}}
          - {workloads: {labels: {tier: database}}}
      """;
  private static final String STAGGER = "  stagger: {atMost: 2, per: PT5M}\n";

  @Test
  void theDatabaseGoesDownLastAndComesUpFirst() {
    Town town = ordered().until(Town.READY_BY);

    assertThat(did(town, "sleep")).hasSize(8).endsWith(name(guest(1)), name(guest(0)));
    assertThat(did(town, "wake")).hasSize(8).startsWith(name(guest(0)), name(guest(1)));
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  @Test
  void nothingWaitsForADatabaseThatWasTriedAndDidNotCome() {
    Town town = ordered();
    town.fleet.stuck.add(guest(0));
    town.until(Town.READY_BY);

    assertThat(town.fleet.awake()).isEqualTo(7);
    assertThat(issued(town, Step.Wake.class).get(1))
        .isBetween(Town.WAKE.plus(Duration.ofMinutes(9)), Town.WAKE.plus(Duration.ofMinutes(12)));
  }

  @Test
  void withdrawnEverythingComesBackAtOnce() {
    Town town = ordered().until(Town.EVENING.plus(Duration.ofHours(1)));
    town.fleet.stuck.add(guest(0));
    town.withdraw();
    town.until(town.now.plus(Duration.ofMinutes(3)));

    assertThat(town.fleet.awake()).isEqualTo(7);
  }

  @Test
  void whatFallsInDoubtWhileItWaitsForItsTurnStaysOnWhateverThePlanNamed() {
    Town town = Town.agreed(4, STAGGER).until(Town.EVENING.plus(Duration.ofMinutes(4)));
    List<String> slept = List.copyOf(did(town, "sleep"));
    IntStream.range(0, 8).mapToObj(TinyFleet::guest).forEach(town.fleet.doubted::add);
    town.until(Town.EVENING.plus(Duration.ofHours(1)));

    assertThat(slept).hasSize(2);
    assertThat(did(town, "sleep")).isEqualTo(slept);
    assertThat(town.memory.plans().standing().orElseThrow().sleepers())
        .extracting(sleeper -> name(sleeper.workload()))
        .containsExactlyElementsOf(slept);
    assertThat(town.events(PlanSkipped.class))
        .extracting(PlanSkipped::reason)
        .containsExactly(new Reason.Doubt(name(guest(2)) + ", seen never"));

    town.fleet.doubted.clear();
    town.until(Town.READY_BY);
    assertThat(did(town, "sleep")).hasSize(8);
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  @Test
  void noMoreStartWithinATimeThanAgreedUntilTheReadyByTimeIsNear() {
    Town town = Town.agreed(4, STAGGER).until(Town.READY_BY);

    assertThat(offsets(issued(town, Step.Sleep.class), Town.EVENING))
        .containsExactly(0L, 0L, 5L, 5L, 10L, 10L, 15L, 15L);
    assertThat(offsets(issued(town, Step.Wake.class), Town.WAKE))
        .startsWith(0L, 0L, 5L, 5L, 10L, 10L)
        .allMatch(minutes -> minutes <= 16);
    assertThat(town.fleet.awake()).isEqualTo(8);
  }

  private static Town ordered() {
    Town town = Town.agreed(4, ORDER);
    town.fleet.labels.put(guest(0), Map.of("tier", "database"));
    town.fleet.labels.put(guest(1), Map.of("tier", "front"));
    return town;
  }

  private static String name(Object guest) {
    return guest.toString();
  }

  private static List<String> did(Town town, String verb) {
    return town.fleet.effects.stream()
        .filter(effect -> effect.startsWith(verb + " "))
        .map(effect -> effect.substring(verb.length() + 1))
        .toList();
  }

  private static List<Instant> issued(Town town, Class<? extends Step> kind) {
    return town.events(ActionIssued.class).stream()
        .filter(issued -> kind.isInstance(issued.step()))
        .map(ActionIssued::at)
        .toList();
  }

  private static List<Long> offsets(List<Instant> times, Instant from) {
    return times.stream().map(at -> Duration.between(from, at).toMinutes()).toList();
  }
}
