package dev.feierabend.core.planning;

import dev.feierabend.core.planning.consolidation.Conditions;
import dev.feierabend.core.planning.consolidation.Conditions.Moving;
import dev.feierabend.core.planning.consolidation.Conditions.Resting;
import dev.feierabend.core.planning.consolidation.Conditions.Safety;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Under what consolidation plans for the service: until the first of those that sleep begins to
/// wake.
final class Terms {
  /// What never runs isn't known to start.
  static final Duration ROTATE_AFTER = Duration.ofDays(14);

  /// Of a live migration, almost all of it in proportion to what is copied: 0.512 J a MB (Liu, Xu,
  /// Jin, Gong, Liao: Performance and energy modeling for live migration of virtual machines,
  /// 2011).
  private static final double JOULES_PER_MIB = 0.54;

  private Terms() {}

  /// @param until when the window ends
  /// @param settled nobody comes on for nothing but its rotation, and who goes by the plan in force
  ///   does so as long as that pays
  static Conditions of(Guards.Rules rules, Instant until, boolean settled, Instant at) {
    return new Conditions(
        at,
        until.isBefore(at) ? at : until,
        new Safety(rules.headroom(), rules.reserve()),
        new Moving(Integer.MAX_VALUE, Integer.MAX_VALUE, JOULES_PER_MIB),
        settled
            ? new Resting(Duration.ZERO, ChronoUnit.FOREVER.getDuration())
            : new Resting(Sleepers.SHORTEST, ROTATE_AFTER),
        rules.candidates());
  }
}
