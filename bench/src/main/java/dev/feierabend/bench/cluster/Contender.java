package dev.feierabend.bench.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Something that can put Deployments to sleep and wake them by a schedule.
interface Contender {
  String name();

  /// What its nights are called: one, but where a process is measured young and at home.
  default List<String> nights() {
    return List.of(name());
  }

  /// How its user agent begins in the API server's log.
  String agent();

  /// How long it needs to be ready for an agreed instant.
  Duration ahead();

  /// What takes its time, and needs no schedule yet.
  default void prepare() throws IOException {}

  /// Has all woken now, where the schedule doesn't say it.
  default void wake() throws IOException, InterruptedException {}

  /// A process that lives by `schedule`; in a later night the same one.
  Process start(Schedule schedule) throws IOException, InterruptedException;
}
