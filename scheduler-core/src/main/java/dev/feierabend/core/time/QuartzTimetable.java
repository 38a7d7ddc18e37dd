package dev.feierabend.core.time;

import static org.quartz.JobBuilder.newJob;
import static org.quartz.JobKey.jobKey;
import static org.quartz.SimpleScheduleBuilder.simpleSchedule;
import static org.quartz.TriggerBuilder.newTrigger;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
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
/// the journal at each start, so no job store is needed.
public final class QuartzTimetable implements Timetable, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(QuartzTimetable.class);

  private final Map<String, Runnable> jobs = new ConcurrentHashMap<>();
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
    schedule(when, key, job, simpleSchedule().withMisfireHandlingInstructionFireNow());
  }

  @Override
  public void every(Instant first, Duration period, String key, Runnable job) {
    schedule(
        first,
        key,
        job,
        simpleSchedule()
            .withIntervalInMilliseconds(period.toMillis())
            .repeatForever()
            .withMisfireHandlingInstructionNowWithRemainingCount());
  }

  private void schedule(Instant first, String key, Runnable job, SimpleScheduleBuilder rhythm) {
    SimpleTrigger trigger =
        newTrigger()
            .withIdentity(key)
            .forJob(key)
            .startAt(notBefore(first))
            .withSchedule(rhythm)
            .build();
    jobs.put(key, job);
    try {
      quartz.scheduleJob(newJob(Named.class).withIdentity(key).build(), Set.of(trigger), true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("Quartz didn't take " + key, e);
    }
  }

  /// Quartz counts milliseconds; a job must not run in the one before its instant.
  private static Date notBefore(Instant first) {
    return Date.from(first.plusNanos(999_999).truncatedTo(ChronoUnit.MILLIS));
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

  private final class Jobs implements JobFactory {
    @Override
    public org.quartz.Job newJob(TriggerFiredBundle fired, Scheduler scheduler) {
      return this::run;
    }

    private void run(JobExecutionContext context) {
      String key = context.getJobDetail().getKey().getName();
      try {
        jobs.getOrDefault(key, () -> {}).run();
      } catch (RuntimeException e) {
        LOG.error("The job {} failed; it stays on the timetable", key, e);
      }
    }
  }
}
