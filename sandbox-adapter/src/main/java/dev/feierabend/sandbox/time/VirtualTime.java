package dev.feierabend.sandbox.time;

import dev.feierabend.core.time.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A clock and its timetable in one: time jumps from job to job, so a week takes as long as its
/// work. For one thread. A job that throws is a bug and ends the run; what is due stays due.
public final class VirtualTime implements Timetable, InstantSource {
  private record Due(Instant at, String key) {}

  private record Job(Due due, Optional<Duration> period, Runnable run) {}

  private final TreeSet<Due> due =
      new TreeSet<>(Comparator.comparing(Due::at).thenComparing(Due::key));
  private final Map<String, Job> jobs = new TreeMap<>();
  private Instant now;

  public VirtualTime(Instant start) {
    now = start;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void at(Instant when, String key, Runnable job) {
    put(new Job(new Due(when, key), Optional.empty(), job));
  }

  @Override
  public void every(Instant first, Duration period, String key, Runnable job) {
    if (!period.isPositive()) {
      throw new IllegalArgumentException("Expected a period above zero but found " + period);
    }
    put(new Job(new Due(first, key), Optional.of(period), job));
  }

  @Override
  public void cancel(String key) {
    Job job = jobs.remove(key);
    if (job != null) {
      due.remove(job.due());
    }
  }

  /// When the next job is due, if there is one.
  public Optional<Instant> next() {
    return due.isEmpty() ? Optional.empty() : Optional.of(due.first().at());
  }

  /// Lets time pass until `end`, jobs that are due at `end` included. Time never goes back.
  public void runUntil(Instant end) {
    while (!due.isEmpty() && !due.first().at().isAfter(end)) {
      run(due.first());
    }
    now = later(now, end);
  }

  public void runFor(Duration duration) {
    runUntil(now.plus(duration));
  }

  private void put(Job job) {
    cancel(job.due().key());
    jobs.put(job.due().key(), job);
    due.add(job.due());
  }

  private void run(Due next) {
    Job job = jobs.get(next.key());
    cancel(next.key());
    if (job != null) {
      now = later(now, next.at());
      job.period().ifPresent(period -> put(again(job, period)));
      job.run().run();
    }
  }

  /// The same job at the next place of its grid that is not past: what was missed is not made up
  /// for.
  private Job again(Job job, Duration period) {
    Instant first = job.due().at();
    long missed = Duration.between(first, now).dividedBy(period);
    Instant when = first.plus(period.multipliedBy(missed + 1));
    return new Job(new Due(when, job.due().key()), job.period(), job.run());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
