package dev.feierabend.core.time;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.JobKey.jobKey;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.spi.JobFactory;
import org.quartz.spi.TriggerFiredBundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The service's timetable: Quartz with one worker, its jobs in memory. What is due is derived from
/// the journal at each start, so no job store is needed. Quartz only rings: whatever is due by then
/// runs in the order of instants and keys, which Quartz doesn't keep once it has its eye on one.
public final class QuartzTimetable implements Timetable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QuartzTimetable.class);

  private final Map<String, Planned> jobs = new ConcurrentHashMap<>();
  private final Scheduler quartz;

  /// @param name tells this timetable from others in the same JVM
  public QuartzTimetable(String name) {
    var settings = new Properties();
    settings.setProperty("org.quartz.scheduler.instanceName", name);
    settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    settings.setProperty("org.quartz.threadPool.threadCount", "1");
    try {
      quartz = new StdSchedulerFactory(settings).getScheduler();
      quartz.setJobFactory(new Jobs());
      quartz.start();
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz didn't start", e);
    }
  }

  @Override
  public void at(Instant when, String key, Runnable job) {
    schedule(
        new Planned(notBefore(when), key, Optional.empty(), job),
        simpleSchedule().withMisfireHandlingInstructionFireNow());
  }

  @Override
  public void every(Instant first, Duration period, String key, Runnable job) {
    schedule(
        new Planned(notBefore(first), key, Optional.of(period), job),
        simpleSchedule()
            .withIntervalInMilliseconds(period.toMillis())
            .repeatForever()
            .withMisfireHandlingInstructionNowWithRemainingCount());
  }

  private void schedule(Planned planned, SimpleScheduleBuilder rhythm) {
    String key = planned.key();
    SimpleTrigger trigger =
        newTrigger()
            .withIdentity(key)
            .forJob(key)
            .startAt(Date.from(planned.next()))
            .withSchedule(rhythm)
            .build();
    jobs.put(key, planned);
    try {
      quartz.scheduleJob(newJob(Named.class).withIdentity(key).build(), Set.of(trigger), true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz didn't take " + key, e);
    }
  }

  /// Quartz counts milliseconds; a job must not run in the one before its instant.
  private static Instant notBefore(Instant first) {
    return first.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public void cancel(String key) {
    try {
      quartz.deleteJob(jobKey(key));
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz didn't cancel " + key, e);
    }
    jobs.remove(key);
  }

  /// Lets a running job end and starts no other.
  @Override
  public void close() {
    try {
      quartz.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz didn't stop", e);
    }
  }

  /// What Quartz asks for by class; the job itself is found by its key.
  private abstract static class Named implements org.quartz.Job {}

  /// When a job runs next, and how often after that.
  private record Planned(Instant next, String key, Optional<Duration> period, Runnable job) {
    /// What is left of it once it ran for what was due by `now`; missed turns are not made up for.
    Optional<Planned> after(Instant now) {
      return period.map(each -> {
        long turns = Duration.between(next, now).dividedBy(each) + 1;
        return new Planned(next.plus(each.multipliedBy(turns)), key, period, job);
      });
    }
  }

  private final class Jobs implements JobFactory {
    @Override
    public org.quartz.Job newJob(TriggerFiredBundle fired, Scheduler scheduler) {
      return this::run;
    }

    private void run(JobExecutionContext context) {
      Instant rung = context.getFireTime().toInstant();
      Instant due = context.getScheduledFireTime().toInstant();
      Instant now = rung.isBefore(due) ? due : rung; // Quartz rings two milliseconds early at times
      jobs.values().stream()
          .filter(planned -> !planned.next().isAfter(now))
          .sorted(Comparator.comparing(Planned::next).thenComparing(Planned::key))
          .forEach(planned -> run(planned, now));
    }

    /// Unless it was cancelled or put off by one that ran before it.
    private void run(Planned planned, Instant now) {
      boolean still =
          planned
              .after(now)
              .map(later -> jobs.replace(planned.key(), planned, later))
              .orElseGet(() -> jobs.remove(planned.key(), planned));
      if (still) {
        try {
          planned.job().run();
        } catch (RuntimeException e) {
          LOG.error("The job {} failed; it stays on the timetable", planned.key(), e);
        }
      }
    }
  }
}
