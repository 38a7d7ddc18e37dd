package dev.feierabend.app.silencing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.silencing.Change.End;
import dev.feierabend.app.silencing.Change.Put;
import dev.feierabend.app.silencing.Sleeper.Asleep;
import dev.feierabend.app.silencing.Sleeper.Kind;
import dev.feierabend.app.silencing.Sleeper.Late;
import dev.feierabend.app.silencing.Sleeper.Stage;
import dev.feierabend.app.silencing.Sleeper.Waking;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What is asked of Alertmanager, by what it shows and who sleeps.
final class SilencesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T19:00:00Z");
  private static final Instant READY_BY = Instant.parse("2026-11-24T05:30:00Z");
  private static final Duration MARGIN = Duration.ofMinutes(5);
  private static final Stage ASLEEP = new Asleep(Optional.of(READY_BY));

  private final Silences silences =
      new Silences(
          Map.of(Kind.HOST, List.of(Template.parse("node=\"{{node}}\"", Kind.HOST.known()))),
          MARGIN,
          "feierabend/north");

  @Test
  void whoSleepsUntilAnAgreedTimeIsSilencedUntilALittleAfterIt() {
    assertThat(changes(ASLEEP))
        .containsExactly(
            new Put(
                Optional.empty(),
                matchers("worker-1"),
                NOW,
                READY_BY.plus(MARGIN),
                "Planned sleep of host-1, which shall be back by 2026-11-24T05:30:00Z"));
  }

  @Test
  void whatIsThereAlreadyIsNotMadeAgainAndWhatIsThereTwiceIsEndedOnce() {
    assertThat(changes(ASLEEP, shown("a", READY_BY.plus(MARGIN)))).isEmpty();
    assertThat(
            changes(ASLEEP, shown("a", READY_BY.plus(MARGIN)), shown("b", READY_BY.minus(MARGIN))))
        .containsExactly(new End("b"));
  }

  @Test
  void whoSleepsUntilItIsNeededIsSilencedAnHourAheadAndProlongedAtHalfOfIt() {
    Stage open = new Asleep(Optional.empty());
    Instant hour = NOW.plus(Silences.HORIZON);
    assertThat(changes(open)).extracting(change -> ((Put) change).endsAt()).containsExactly(hour);
    assertThat(changes(open, shown("a", NOW.plusSeconds(1_801)))).isEmpty();
    assertThat(changes(open, shown("a", NOW.plusSeconds(1_800))))
        .extracting(change -> ((Put) change).endsAt())
        .containsExactly(hour);
  }

  @Test
  void aWakeMakesNoSilenceKeepsOneAndBoundsItByTheStepThatIsUnderWay() {
    Instant deadline = NOW.plusSeconds(600);
    assertThat(changes(new Waking(Optional.of(deadline)))).isEmpty();
    assertThat(changes(new Waking(Optional.empty()), shown("a", READY_BY))).isEmpty();
    assertThat(changes(new Waking(Optional.of(deadline)), shown("a", NOW.plusSeconds(60))))
        .isEmpty();
    assertThat(changes(new Waking(Optional.of(deadline)), shown("a", READY_BY)))
        .extracting(change -> ((Put) change).endsAt())
        .containsExactly(deadline.plus(MARGIN));
  }

  @Test
  void whoeverIsLateOrBackIsSilencedNoLonger() {
    assertThat(changes(new Late(), shown("a", READY_BY))).containsExactly(new End("a"));
    assertThat(silences.changes(List.of(), List.of(shown("a", READY_BY)), NOW))
        .containsExactly(new End("a"));
    assertThat(changes(new Asleep(Optional.of(NOW.minus(MARGIN))), shown("a", READY_BY)))
        .containsExactly(new End("a"));
  }

  @Test
  void silencesOfOthersAndThoseThatEndedAreNotOurs() {
    var others =
        List.of(
            new Silence("p", matchers("worker-9"), NOW, READY_BY, "petra", false),
            new Silence("e", matchers("worker-9"), NOW, NOW, "feierabend/north", true));

    assertThat(silences.changes(List.of(), others, NOW)).isEmpty();
  }

  /// Where a template doesn't tell two apart, one of which should be back.
  @Test
  void ofTwoWithTheSameAlertsTheOneThatShouldBeBackDecides() {
    var sleepers = List.of(host("worker-1", ASLEEP), host("worker-1", new Late()));

    assertThat(silences.changes(sleepers, List.of(shown("a", READY_BY)), NOW))
        .containsExactly(new End("a"));
  }

  @Test
  void whateverStoodThereOneLookSetsItRightAndTheNextChangesNothing() {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    var random = new Random(seed);
    for (int world = 0; world < 2_000; world++) {
      var sleepers = new ArrayList<Sleeper>();
      var there = new HashMap<String, Silence>();
      for (int i = 0; i < 6; i++) {
        if (random.nextBoolean()) {
          sleepers.add(host("worker-" + i, stage(random)));
        }
        for (int j = random.nextInt(3); j > 0; j--) {
          String id = i + "/" + j;
          there.put(
              id,
              new Silence(
                  id,
                  matchers("worker-" + i),
                  NOW.minusSeconds(60),
                  NOW.plusSeconds(60 + random.nextInt(50_000)),
                  "feierabend/north",
                  false));
        }
      }
      apply(silences.changes(sleepers, List.copyOf(there.values()), NOW), there);
      holds(sleepers, there);
      assertThat(silences.changes(sleepers, List.copyOf(there.values()), NOW)).isEmpty();
    }
  }

  private static void holds(List<Sleeper> sleepers, Map<String, Silence> there) {
    for (Sleeper sleeper : sleepers) {
      List<Instant> ends =
          there.values().stream()
              .filter(it -> it.matchers().equals(matchers(sleeper.names().get("node"))))
              .map(Silence::endsAt)
              .toList();
      switch (sleeper.stage()) {
        case Late _ -> assertThat(ends).isEmpty();
        case Asleep(var readyBy) when readyBy.isPresent() ->
            assertThat(ends).containsExactly(readyBy.get().plus(MARGIN));
        case Asleep _ -> assertThat(ends).hasSize(1).allMatch(NOW.plusSeconds(1_800)::isBefore);
        case Waking(var until) ->
            assertThat(ends)
                .allMatch(end -> until.stream().noneMatch(by -> end.isAfter(by.plus(MARGIN))));
      }
    }
    assertThat(there).hasSizeLessThanOrEqualTo(sleepers.size());
  }

  private static void apply(List<Change> changes, Map<String, Silence> there) {
    for (Change change : changes) {
      switch (change) {
        case End(var id) -> assertThat(there.remove(id)).isNotNull();
        case Put put -> {
          String id = put.id().orElse("new" + there.size());
          there.put(
              id,
              new Silence(
                  id, put.matchers(), put.startsAt(), put.endsAt(), "feierabend/north", false));
        }
      }
    }
  }

  private static Stage stage(Random random) {
    Optional<Instant> some =
        random.nextBoolean()
            ? Optional.of(NOW.plusSeconds(1 + random.nextInt(40_000)))
            : Optional.empty();
    return switch (random.nextInt(3)) {
      case 0 -> new Late();
      case 1 -> new Asleep(some);
      default -> new Waking(some);
    };
  }

  private List<Change> changes(Stage stage, Silence... shown) {
    return silences.changes(List.of(host("worker-1", stage)), List.of(shown), NOW);
  }

  private static Sleeper host(String node, Stage stage) {
    return new Sleeper(Kind.HOST, new TreeMap<>(Map.of("name", "host-1", "node", node)), stage);
  }

  private static Silence shown(String id, Instant end) {
    return new Silence(
        id, matchers("worker-1"), NOW.minusSeconds(60), end, "feierabend/north", false);
  }

  private static SortedSet<LabelMatcher> matchers(String node) {
    return new TreeSet<>(List.of(new LabelMatcher("node", node, false, true)));
  }
}
