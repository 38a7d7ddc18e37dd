package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.PoolId;
import java.time.Instant;

/// What is recorded of a pool.
public sealed interface PoolCommand extends Command {
  PoolId pool();

  @Override
  default String target() {
    return "pool/" + pool();
  }

  record RegisterPool(Owner owner, PoolId pool, int members) implements PoolCommand {}

  /// Records one interval; refused where it overlaps what is recorded already.
  record RecordUtilisation(Owner owner, PoolLoad load, Instant from, Instant to)
      implements PoolCommand {
    @Override
    public PoolId pool() {
      return load.pool();
    }
  }
}
