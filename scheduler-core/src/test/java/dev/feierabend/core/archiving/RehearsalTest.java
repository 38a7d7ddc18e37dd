package dev.feierabend.core.archiving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Practice;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.History;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.kernel.JournalEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.junit.jupiter.api.Test;

/// What leaves is what the service doesn't need: told without it, it knows the same.
class RehearsalTest {
  private static final long SEED = Long.getLong("seed", 20261127);
  private static final int HISTORIES = Integer.getInteger("histories", 30);
  private static final int EVENTS = 600;

  record Told(List<Commit> all) implements History {
    static Told of(List<JournalEvent> events) {
      var log = EmbeddedCommitLog.inMemory(() -> Instant.EPOCH);
      var sequences = new HashMap<String, Long>();
      for (var event : events) {
        long sequence = sequences.merge(event.aggregate(), 0L, (before, _) -> before + 1);
        log.append(event.owner(), List.of(stored(event, sequence)));
      }
      return new Told(log.from(1).toList());
    }

    private static StoredEvent stored(JournalEvent event, long sequence) {
      var revision = Optional.ofNullable(event.getClass().getAnnotation(Revision.class));
      return new StoredEvent(
          event.aggregate().replace(' ', '-'),
          "any",
          sequence,
          event.getClass().getSimpleName(),
          revision.map(Revision::value).orElse("1"),
          Map.of(),
          JournalMapper.create().valueToTree(event));
    }

    @Override
    public Optional<Commit> commit(long number) {
      return Optional.of(all.get((int) number - 1));
    }

    @Override
    public Stream<Commit> commits() {
      return all.stream();
    }

    @Override
    public void close() {}

    List<String> without(Predicate<Commit> leaving) {
      return new Rehearsal(this, all.getLast().head(), () -> Instant.EPOCH).without(leaving);
    }
  }

  @Test
  void aServiceThatIsToldWithoutWhatLeavesKnowsTheSame() {
    System.out.printf("RehearsalTest: seeds %d to %d%n", SEED, SEED + HISTORIES - 1);
    long left = 0;
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      var random = new SplittableRandom(seed);
      var history = Told.of(Nights.drawn(random, EVENTS));
      int last = random.nextInt(EVENTS / 2, EVENTS);
      var leaving = Leaving.of(history.commits(), 1, last);
      assertThat(history.without(leaving)).as("seed %d, until commit %d", seed, last).isEmpty();
      left += history.commits().filter(leaving).count();
    }
    assertThat(left).as("that leave").isGreaterThan((long) EVENTS * HISTORIES / 10);
  }

  @Test
  void aSecondPeriodBeginsWhereTheFirstEnded() {
    var random = new SplittableRandom(SEED);
    var whole = Told.of(Nights.drawn(random, EVENTS));
    var first = Leaving.of(whole.commits(), 1, EVENTS / 2);
    var shortened =
        new Told(
            whole.all().stream()
                .map(commit -> first.test(commit) ? commit.archived() : commit)
                .toList());
    var second = Leaving.of(shortened.commits(), EVENTS / 2 + 1, EVENTS);
    assertThat(shortened.commits().filter(second))
        .isNotEmpty()
        .allMatch(commit -> commit.number() > EVENTS / 2);
    assertThat(whole.without(commit -> first.test(commit) || second.test(commit))).isEmpty();
  }

  /// It is known to wake by these; the night that goes on stays, too.
  @Test
  void ofAHostsNightsThoseOfItsLastBootsStay() {
    int nights = Practice.BOOTS + 5;
    var history = Told.of(Nights.ofOneHost(nights));
    var leaving = Leaving.of(history.commits(), 1, history.all().size());

    assertThat(history.without(leaving)).isEmpty();
    assertThat(history.commits().filter(commit -> tells(commit, "PowerOn")).filter(leaving))
        .hasSize(4);
    assertThat(history.commits().filter(commit -> tells(commit, "Cordon")).filter(leaving))
        .hasSize(nights - 1);
  }

  private static boolean tells(Commit commit, String step) {
    return commit.events().stream()
        .anyMatch(event ->
            event.type().equals(ActionIssued.class.getSimpleName())
                && event.payload().toString().contains("\"" + step + "/"));
  }

  @Test
  void whatIsNeededIsMissed() {
    var history = Told.of(Nights.drawn(new SplittableRandom(SEED), EVENTS));
    assertThat(history.without(_ -> true)).contains("Actions", "Plans", "UtilisationHistory");
    assertThat(
            history.without(commit ->
                commit.events().getFirst().type().equals(ActionIssued.class.getSimpleName())))
        .contains("Slumber");
  }
}
