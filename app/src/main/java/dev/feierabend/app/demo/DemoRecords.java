package dev.feierabend.app.demo;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolCommand;
import dev.feierabend.core.observing.WhenAnIntervalEndsThenRecord;
import dev.feierabend.core.proving.Checkpoints;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What is recorded of its own accord: utilisation every hour, a checkpoint every day. What the
/// store refuses is kept and recorded when it is back.
final class DemoRecords {
  static final Duration INTERVAL = Duration.ofHours(1);
  private static final Logger LOG = LoggerFactory.getLogger(DemoRecords.class);

  private final Journal journal;
  private final Checkpoints checkpoints;
  private final Queue<PoolCommand> waiting = new ArrayDeque<>();

  DemoRecords(Journal journal, Checkpoints checkpoints) {
    this.journal = journal;
    this.checkpoints = checkpoints;
  }

  /// The interval that ends at `now`.
  void utilisation(LoadSource load, Map<PoolId, Owner> owners, Instant now) {
    Instant from = now.minus(INTERVAL);
    waiting.addAll(WhenAnIntervalEndsThenRecord.of(load.between(from, now), owners, from, now));
    unlessOut(() -> {
      for (var next = waiting.peek(); next != null; next = waiting.peek()) {
        journal.send(next);
        waiting.remove();
      }
    });
  }

  /// The next one signs what this one could not.
  void checkpoint(Instant now) {
    unlessOut(() -> checkpoints.sign(now));
  }

  private static void unlessOut(Runnable recording) {
    try {
      recording.run();
    } catch (Outage outage) {
      LOG.warn("Recorded later: {}", outage.getMessage());
    }
  }
}
