package dev.feierabend.core.time;

import java.time.Duration;
import java.time.Instant;

/// The one scheduler port: Quartz in the service, virtual time in demo and tests. Jobs run one at a
/// time, in order of their instants; equal instants in order of their keys. A job in the past runs
/// at once.
public interface Timetable {
  /// Runs `job` once at `when`; a job of the same key is replaced.
  void at(Instant when, String key, Runnable job);

  /// Runs `job` at `first` and then every `period`; a job of the same key is replaced.
  void every(Instant first, Duration period, String key, Runnable job);

  void cancel(String key);
}
