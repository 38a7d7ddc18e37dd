package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does a task of each hour on a thread of its own: the timetable's is never kept waiting by
/// whoever doesn't answer. One that isn't done when the next is due lets that hour pass.
final class Unhurried implements Hourly.Task, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Unhurried.class);

  private final String job;
  private final Hourly.Task task;
  private final Semaphore free = new Semaphore(1);

  Unhurried(String job, Hourly.Task task) {
    this.job = job;
    this.task = task;
  }

  @Override
  public void ended(Instant from, Instant to) {
    begin(to, () -> task.ended(from, to));
  }

  @Override
  public void beginning() {
    task.beginning();
  }

  @Override
  public void ending() {
    task.ending();
  }

  @Override
  public void began(Instant hour) {
    begin(hour, () -> task.began(hour));
  }

  private void begin(Instant to, Runnable work) {
    if (free.tryAcquire()) {
      Thread.ofVirtual().name(job).start(() -> work(to, work));
    } else {
      LOG.warn("Not done for the time until {}: {}: the last isn't done yet", to, job);
    }
  }

  private void work(Instant to, Runnable work) {
    try {
      work.run();
    } catch (Outage outage) {
      LOG.warn("Not done for the time until {}: {}: {}", to, job, outage.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Not done for the time until {}: {}", to, job, e);
    } finally {
      free.release();
    }
  }

  /// Waits for what was begun: the journal is closed afterwards.
  @Override
  public void close() {
    ending();
    free.acquireUninterruptibly();
    free.release();
  }
}
