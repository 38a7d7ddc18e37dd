package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.leading.Leadership;
import dev.feierabend.core.leading.Leadership.Standing;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Has this replica work while it leads. While the store can't be reached, who led goes on: nothing
/// can be recorded then, nor after its lease, so nothing is powered down, and wakes go on.
public final class Leading implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Leading.class);

  private final Leadership leadership;
  private final Shift shift;
  private final Lease lease;
  private final Duration rhythm;
  private final ScheduledExecutorService turns =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("leading").factory());
  private volatile boolean running;

  /// @param rhythm how often it asks; several times a lease
  public Leading(Leadership leadership, Shift shift, Lease lease, Duration rhythm) {
    this.leadership = leadership;
    this.shift = shift;
    this.lease = lease;
    this.rhythm = rhythm;
  }

  @Override
  public void start() {
    running = true;
    var _ = turns.scheduleWithFixedDelay(this::turn, 0, rhythm.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void turn() {
    try {
      switch (leadership.ask()) {
        case Standing.Leads leads -> {
          lease.grant(leads);
          work(leads.term());
        }
        case Standing.Follows(String leader, long term) -> rest(leader, term);
      }
    } catch (Outage e) {
      LOG.warn("Who leads can't be asked: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("This turn of leading failed; the next one follows", e);
    }
  }

  private void work(long term) {
    if (!shift.isRunning()) {
      LOG.info("Leads, in term {}", term);
      shift.start();
    }
  }

  private void rest(String leader, long term) {
    if (shift.isRunning()) {
      LOG.info("{} leads, in term {}", leader, term);
      shift.stop();
    }
  }

  /// The next one leads at once.
  @Override
  public void stop() {
    turns.close();
    shift.stop();
    try {
      leadership.resign();
    } catch (Outage e) {
      LOG.warn("The next one leads once our lease is over: {}", e.getMessage());
    }
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
