package dev.feierabend.core.observing;

import dev.feierabend.policies.terms.PoolId;
import java.util.List;

/// A pool's vector of samples; `members` is how many there should be, so that coverage can be told.
public record PoolLoad(PoolId pool, int members, List<Sample> samples) {
  public PoolLoad {
    samples = List.copyOf(samples);
  }

  /// The share of members that reported, 0 to 1; an empty pool is wholly covered.
  public double coverage() {
    return members == 0 ? 1 : Math.min(1, samples.size() / (double) members);
  }
}
