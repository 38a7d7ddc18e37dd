package dev.feierabend.core.acting;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.time.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// When the reconciler looks: at once when somebody has changed what is agreed, at every transition
/// of an active policy, often while actions are under way, soon again when nothing could be seen,
/// and now and then in between.
public final class Cadence {
  /// How long until the next look: at rest, while actions are under way, and after one that failed.
  public record Beat(Duration atRest, Duration underWay, Duration inVain) {
    public static final Beat MINUTES =
        new Beat(Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(10));
  }

  private static final Logger LOG = LoggerFactory.getLogger(Cadence.class);

  /// So much oftener while hosts wait until others have booted.
  private static final int BOARDING = 6;

  private static final String JOB = "reconcile";
  private static final String CALLED = "reconcile-now";

  private final Reconciler reconciler;
  private final Timetable timetable;
  private final InstantSource clock;
  private final Beat beat;
  private volatile Instant looked = Instant.EPOCH;
  private volatile boolean working;
  private volatile boolean blind;

  public Cadence(Reconciler reconciler, Timetable timetable, InstantSource clock, Beat beat) {
    this.reconciler = reconciler;
    this.timetable = timetable;
    this.clock = clock;
    this.beat = beat;
  }

  /// Looks now, and from then on by itself.
  public synchronized void start() {
    working = true;
    reconciler.begin();
    timetable.at(clock.instant(), JOB, this::look);
    reconciler.whenMindsChange(this::soon);
  }

  /// Looks now besides, while it works.
  public void soon() {
    timetable.at(clock.instant(), CALLED, this::look);
  }

  /// A look that is under way ends, and is the last.
  public synchronized void stop() {
    working = false;
    reconciler.whenMindsChange(() -> {});
    timetable.cancel(CALLED);
    timetable.cancel(JOB);
  }

  /// When the fleet was last looked at with success; the epoch before that.
  public Instant looked() {
    return looked;
  }

  private void look() {
    if (!working) {
      return;
    }
    Instant now = clock.instant();
    boolean seen = true;
    try {
      reconciler.tick(now);
      looked = now;
    } catch (Outage outage) {
      seen = false;
      if (!blind) {
        LOG.warn("Nothing could be looked at: {}", outage.getMessage());
      }
    } finally {
      blind = !seen;
      again(seen ? next(now) : now.plus(beat.inVain()));
    }
  }

  private synchronized void again(Instant next) {
    if (working) {
      timetable.at(next, JOB, this::look);
    }
  }

  private Duration underWay() {
    return reconciler.boarding() ? beat.underWay().dividedBy(BOARDING) : beat.underWay();
  }

  private Instant next(Instant now) {
    Instant regular = now.plus(reconciler.busy() ? underWay() : beat.atRest());
    return reconciler.nextTransition(now).filter(regular::isAfter).orElse(regular);
  }
}
