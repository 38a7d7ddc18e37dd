package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.WhenAnIntervalEndsThenRecord;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Records the utilisation of an hour that has ended.
final class Rounds implements Hourly.Task {
  private final LoadSource load;
  private final Map<PoolId, Owner> owners = new TreeMap<>();
  private final Dispatch journal;

  Rounds(LoadSource load, Fleet fleet, Dispatch journal) {
    this.load = load;
    this.journal = journal;
    fleet
        .pools()
        .forEach(
            pool -> owners.put(pool.id(), pool.tenant().map(Owner::of).orElse(Owner.OPERATOR)));
  }

  @Override
  public void ended(Instant from, Instant to) {
    WhenAnIntervalEndsThenRecord.of(load.between(from, to), owners, from, to)
        .forEach(journal::send);
  }
}
