package dev.feierabend.kubernetes.clusters;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.planning.FleetPort;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks at one cluster in a thread of its own, one look at a time, and keeps what was seen last: a
/// cluster that hangs is seen as it was, and grows stale.
final class Sight {
  private static final Logger LOG = LoggerFactory.getLogger(Sight.class);

  private final FleetPort fleet;
  private final AtomicReference<Optional<Snapshot>> last = new AtomicReference<>(Optional.empty());
  private CompletableFuture<Void> looking = CompletableFuture.completedFuture(null);

  Sight(FleetPort fleet) {
    this.fleet = fleet;
  }

  /// The look that is under way, a new one where none is; never fails.
  synchronized CompletableFuture<Void> look() {
    if (looking.isDone()) {
      looking = CompletableFuture.runAsync(this::see, Thread::startVirtualThread);
    }
    return looking;
  }

  /// Empty before the first sight.
  Optional<Snapshot> last() {
    return last.get();
  }

  private void see() {
    try {
      last.set(Optional.of(fleet.observe()));
    } catch (Outage outage) {
      LOG.debug("A cluster can't be seen", outage);
    } catch (RuntimeException fault) {
      LOG.error("A cluster can't be read", fault);
    }
  }
}
