package dev.feierabend.app.silencing;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.policies.fleet.Fleet;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Has silences looked after beside the work, on a thread of its own: each minute, and soon after
/// something is recorded about what is put to sleep or woken.
public final class Silencing implements Consumer<JournalEvent>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Silencing.class);
  private static final Duration RHYTHM = Duration.ofMinutes(1);

  /// So that what is issued together is looked at once.
  private static final Duration SOON = Duration.ofMillis(200);

  private final Silencer silencer;
  private final AtomicBoolean owed = new AtomicBoolean();
  private final ScheduledThreadPoolExecutor turns =
      new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("silences").factory());

  private Silencing(Silencer silencer) {
    this.silencer = silencer;
    turns.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    turns.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
  }

  /// Begins at once. What stands in Alertmanager when it is closed stays there, and ends in its
  /// time.
  public static Silencing begin(Setting setting, Fleet fleet, Memory memory, InstantSource clock) {
    var called = new Called(fleet);
    var silencer =
        new Silencer(
            setting.alertmanager(fleet),
            setting.silences(fleet),
            at -> Sleeping.of(called, Sleeping.Known.of(memory), at),
            clock);
    var silencing = new Silencing(silencer);
    var _ =
        silencing.turns.scheduleWithFixedDelay(
            silencing::look, 0, RHYTHM.toMillis(), TimeUnit.MILLISECONDS);
    return silencing;
  }

  /// To be told what is recorded; returns at once.
  @Override
  public void accept(JournalEvent event) {
    if (event instanceof ActingEvent && owed.compareAndSet(false, true)) {
      var _ = turns.schedule(this::owed, SOON.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void owed() {
    owed.set(false);
    look();
  }

  private void look() {
    try {
      silencer.look();
    } catch (RuntimeException e) {
      LOG.error("Silences could not be looked after; they are again in a minute", e);
    }
  }

  /// For how long silences haven't been as they should be.
  public Duration failing() {
    return silencer.failing();
  }

  /// Waits for what is under way.
  @Override
  public void close() {
    turns.close();
  }
}
