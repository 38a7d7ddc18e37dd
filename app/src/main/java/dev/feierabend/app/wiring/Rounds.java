package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.WhenAnIntervalEndsThenRecord;
import dev.feierabend.core.time.Timetable;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records utilisation, every full interval.
public final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
  private static final Duration INTERVAL = Duration.ofHours(1);

  private final LoadSource load;
  private final Map<PoolId, Owner> owners = new TreeMap<>();
  private final Dispatch journal;
  private final Timetable timetable;

  Rounds(LoadSource load, Fleet fleet, Dispatch journal, Timetable timetable) {
    this.load = load;
    this.journal = journal;
    this.timetable = timetable;
    fleet
        .pools()
        .forEach(
            pool -> owners.put(pool.id(), pool.tenant().map(Owner::of).orElse(Owner.OPERATOR)));
  }

  /// Records from the next full interval on.
  public void start(Instant now) {
    long seconds = INTERVAL.toSeconds();
    after(Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), seconds) * seconds));
  }

  private void after(Instant from) {
    Instant to = from.plus(INTERVAL);
    timetable.at(
        to,
        "record-utilisation",
        () -> {
          try {
            record(from, to);
          } catch (Outage outage) {
            LOG.warn("Utilisation until {} is not recorded: {}", to, outage.getMessage());
          } finally {
            after(to);
          }
        });
  }

  private void record(Instant from, Instant to) {
    WhenAnIntervalEndsThenRecord.of(load.between(from, to), owners, from, to)
        .forEach(journal::send);
  }
}
