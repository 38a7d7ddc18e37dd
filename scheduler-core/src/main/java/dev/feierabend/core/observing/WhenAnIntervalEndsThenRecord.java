package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What there is to record of an interval that has ended: one command a pool that belongs to
/// somebody.
public final class WhenAnIntervalEndsThenRecord {
  private WhenAnIntervalEndsThenRecord() {}

  public static List<RecordUtilisation> of(
      List<PoolLoad> loads, Map<PoolId, Owner> owners, Instant from, Instant to) {
    return loads.stream()
        .filter(load -> owners.containsKey(load.pool()))
        .map(load -> {
          Owner owner = owners.getOrDefault(load.pool(), Owner.OPERATOR);
          return new RecordUtilisation(owner, load, from, to);
        })
        .toList();
  }
}
