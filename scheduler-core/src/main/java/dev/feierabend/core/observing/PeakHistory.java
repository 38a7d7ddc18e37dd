package dev.feierabend.core.observing;

import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.Optional;

/// What members took at the most lately, and how much was seen of that; told in whole days of UTC.
public interface PeakHistory {
  /// The member's highest peak (cores) since then; empty where nothing is recorded.
  Optional<Double> peakSince(String member, Instant since);

  /// The share of the pool that was seen since then: 0 to 1.
  double coverageSince(PoolId pool, Instant since);
}
