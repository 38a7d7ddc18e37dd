package dev.feierabend.console.pages;

import dev.feierabend.policies.comparison.Comparison;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import org.springframework.util.ConcurrentLruCache;

/// What newer documents change about older ones. Remembered, for the same is asked again by every
/// open page at whatever is recorded, and a year takes a while to go through.
final class Comparisons {
  private static final int MOST = 128;

  /// Equal documents have equal policies, so this is as good as their digests.
  private record Question(SchedulePolicy older, SchedulePolicy newer, Instant from, Instant to) {}

  private final ConcurrentLruCache<Question, Comparison> known;

  Comparisons(Evaluation evaluation) {
    this.known =
        new ConcurrentLruCache<>(
            MOST,
            asked ->
                Comparison.of(evaluation, asked.older(), asked.newer(), asked.from(), asked.to()));
  }

  /// From `from` inclusive to `to` exclusive.
  Comparison of(SchedulePolicy older, SchedulePolicy newer, Instant from, Instant to) {
    return known.get(new Question(older, newer, from, to));
  }
}
