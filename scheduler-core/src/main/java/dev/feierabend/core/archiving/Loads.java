package dev.feierabend.core.archiving;

import dev.feierabend.core.observing.HourlyPeaks;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Recorded utilisation: each member's and each pool's last days are looked back at, and each
/// pool's last recording says where the next begins.
final class Loads {
  /// Forecasts are made from so many weeks of each member's. Coverage goes back less far, and a gap
  /// at its beginning as far again, for that is charged to the day on which it ends.
  private static final Duration LOOKED_BACK = HourlyPeaks.KEPT.plusDays(1);

  private record Last(long commit, Instant from) {}

  private final Map<String, Instant> lastOfMember = new HashMap<>();
  private final Map<PoolId, Last> lastOfPool = new HashMap<>();

  void take(long commit, UtilisationRecorded load) {
    lastOfPool.put(load.pool(), new Last(commit, load.from()));
    for (Sample sample : load.samples()) {
      lastOfMember.merge(sample.member(), load.from(), Loads::later);
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  boolean leaves(long commit, UtilisationRecorded load) {
    Last last = lastOfPool.get(load.pool());
    return last != null
        && commit != last.commit()
        && isPast(last.from(), load.from())
        && load.samples().stream()
            .allMatch(sample -> isPast(lastOfMember.get(sample.member()), load.from()));
  }

  private static boolean isPast(@Nullable Instant last, Instant at) {
    return last != null && at.isBefore(last.minus(LOOKED_BACK));
  }
}
