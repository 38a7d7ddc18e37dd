package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.Vouching;
import dev.feierabend.core.time.Timetable;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Lets others be asked for their word every few minutes, on a thread of its own: the timetable's
/// is never kept waiting by whoever doesn't answer.
final class Lookout implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final String JOB = "ask-for-others-word";

  private final Vouching vouching;
  private final Timetable timetable;
  private final InstantSource clock;
  private final BooleanSupplier due;
  private final Semaphore free = new Semaphore(1);
  private volatile boolean running;

  /// @param due whether it is this instance that works
  Lookout(Vouching vouching, Timetable timetable, InstantSource clock, BooleanSupplier due) {
    this.vouching = vouching;
    this.timetable = timetable;
    this.clock = clock;
    this.due = due;
  }

  @Override
  public void start() {
    timetable.every(clock.instant(), PERIOD, JOB, this::begin);
    running = true;
  }

  private void begin() {
    if (due.getAsBoolean() && free.tryAcquire()) {
      Thread.ofVirtual().name(JOB).start(this::look);
    }
  }

  private void look() {
    try {
      vouching.look(clock.instant());
    } catch (Outage outage) {
      LOG.warn("Nobody's word was recorded: {}", outage.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Asking for others' word failed; it is asked again", e);
    } finally {
      free.release();
    }
  }

  /// Waits for what was begun: the journal is closed afterwards.
  @Override
  public void stop() {
    timetable.cancel(JOB);
    free.acquireUninterruptibly();
    free.release();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
