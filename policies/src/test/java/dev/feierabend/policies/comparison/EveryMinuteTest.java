package dev.feierabend.policies.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.policies.Documents;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A minute is in a change exactly if asking both policies about that minute gives two answers.
class EveryMinuteTest {
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final long SEED = Long.getLong("seed", 20261124);

  @Test
  void minuteByMinuteOverBothChangesOfTheClocks() {
    System.out.println("seed " + SEED);
    var random = new Random(SEED);
    for (int i = 0; i < 20; i++) {
      SchedulePolicy older = generated(random);
      SchedulePolicy newer = generated(random);
      Instant from = Instant.parse(i % 2 == 0 ? "2026-03-27T00:00:00Z" : "2026-10-23T00:00:00Z");
      Instant to = from.plus(Duration.ofDays(3));
      List<Change> changes = Comparison.of(Documents.EVALUATION, older, newer, from, to).changes();
      for (Instant at = from; at.isBefore(to); at = at.plusSeconds(60)) {
        assertThat(told(changes, at))
            .as("seed %d, case %d, %s", SEED, i, at)
            .isEqualTo(asked(older, newer, at));
      }
    }
  }

  private static String told(List<Change> changes, Instant at) {
    return changes.stream()
        .filter(change -> !at.isBefore(change.from()) && at.isBefore(change.to()))
        .map(change -> change.asleep() ? "asleep" : "awake")
        .reduce("", String::concat);
  }

  private static String asked(SchedulePolicy older, SchedulePolicy newer, Instant at) {
    boolean before = Documents.EVALUATION.at(older, at) instanceof Verdict.Asleep;
    boolean after = Documents.EVALUATION.at(newer, at) instanceof Verdict.Asleep;
    return before == after ? "" : after ? "asleep" : "awake";
  }

  private static SchedulePolicy generated(Random random) {
    int day = random.nextInt(7);
    return Documents.policy(
        """
        apiVersion: feierabend.dev/v1
        kind: SchedulePolicy
        metadata: {name: p, tenant: t}
        spec:
          pools: [a]
          zone: %s
          asleep: [{from: %s %02d:%02d, to: %s %02d:%02d}]
          readyBy: {lead: PT%dM}
        """
            .formatted(
                random.nextBoolean() ? "Europe/Berlin" : "America/New_York",
                DAYS.get(day),
                random.nextInt(12, 24),
                random.nextInt(60),
                DAYS.get((day + random.nextInt(1, 4)) % 7),
                random.nextInt(12),
                random.nextInt(60),
                random.nextInt(1, 60)));
  }
}
