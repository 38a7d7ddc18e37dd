package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.time.Timetable;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something at the end of every full hour, or of what else it is told. An outage costs that
/// hour and no other.
final class Hourly {
  /// What is done once an hour has ended, between `beginning` and `ending`.
  interface Task {
    void ended(Instant from, Instant to);

    /// The work is to go on where it was to end.
    default void beginning() {}

    /// The work begins, in the hour that begins at `hour`.
    default void began(Instant hour) {}

    /// The work is to end: what takes long need not be done.
    default void ending() {}
  }

  private static final Logger LOG = LoggerFactory.getLogger(Hourly.class);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Timetable timetable;
  private final String job;
  private final Task task;
  private final Duration period;
  private boolean working;

  Hourly(Timetable timetable, String job, Task task) {
    this(timetable, job, task, HOUR);
  }

  Hourly(Timetable timetable, String job, Task task, Duration period) {
    this.timetable = timetable;
    this.job = job;
    this.task = task;
    this.period = period;
  }

  /// From the hour that `now` lies in on.
  synchronized void start(Instant now) {
    working = true;
    long seconds = period.toSeconds();
    Instant hour = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds);
    task.beginning();
    task.began(hour);
    after(hour);
  }

  synchronized void stop() {
    working = false;
    timetable.cancel(job);
    task.ending();
  }

  private synchronized void again(Instant from) {
    if (working) {
      after(from);
    }
  }

  private void after(Instant from) {
    Instant to = from.plus(period);
    timetable.at(
        to,
        job,
        () -> {
          try {
            task.ended(from, to);
          } catch (Outage outage) {
            LOG.warn("Not done for the time until {}: {}: {}", to, job, outage.getMessage());
          } finally {
            again(to);
          }
        });
  }
}
