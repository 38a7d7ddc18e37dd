package dev.feierabend.app.wiring;

import dev.feierabend.core.acting.Cadence;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Work begins once everything is up, and ends before anything is taken down.
public final class Shift implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(Shift.class);

  private final Cadence cadence;
  private final List<Hourly> hourly;
  private final List<Duty> duties;
  private final InstantSource clock;
  private final boolean alone;
  private volatile boolean working;

  /// @param alone nobody else works on this journal, so it begins by itself
  public Shift(
      Cadence cadence, List<Hourly> hourly, List<Duty> duties, InstantSource clock, boolean alone) {
    this.cadence = cadence;
    this.hourly = List.copyOf(hourly);
    this.duties = List.copyOf(duties);
    this.clock = clock;
    this.alone = alone;
  }

  /// Whether the fleet should be looked at now.
  boolean due() {
    return alone || working;
  }

  @Override
  public boolean isAutoStartup() {
    return alone;
  }

  /// Stopped after whoever lets it work.
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  /// A duty that can't begin keeps nobody asleep.
  @Override
  public void start() {
    working = true;
    hourly.forEach(work -> work.start(clock.instant()));
    cadence.start();
    duties.forEach(duty -> attempt("begun", duty::begin));
  }

  /// What acts ends first, for a duty may take its time; what can't be ended keeps nothing else on.
  @Override
  public void stop() {
    attempt("ended", cadence::stop);
    hourly.forEach(work -> attempt("ended", work::stop));
    duties.forEach(duty -> attempt("ended", duty::end));
    working = false;
  }

  private static void attempt(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("Some of the work could not be {}", what, e);
    }
  }

  @Override
  public boolean isRunning() {
    return working;
  }
}
