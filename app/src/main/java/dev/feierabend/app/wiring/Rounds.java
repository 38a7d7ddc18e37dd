package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.UtilisationHistory;
import dev.feierabend.core.observing.WhenAnIntervalEndsThenRecord;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.terms.PoolId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/// Records the utilisation of an hour that has ended. Where the source knows of earlier ones, those
/// that are missing come first, in their order: a pool is told of no hour behind its last. So what
/// was interrupted goes on where it stopped, and nothing is recorded twice.
final class Rounds implements Hourly.Task {
  private static final Duration HOUR = Duration.ofHours(1);

  private final LoadSource load;
  private final Map<PoolId, Owner> owners = new TreeMap<>();
  private final UtilisationHistory history;
  private final Dispatch journal;
  private Instant asked = Instant.MIN;
  private volatile boolean ending;

  Rounds(LoadSource load, Fleet fleet, UtilisationHistory history, Dispatch journal) {
    this.load = load;
    this.history = history;
    this.journal = journal;
    fleet
        .pools()
        .forEach(
            pool -> owners.put(pool.id(), pool.tenant().map(Owner::of).orElse(Owner.OPERATOR)));
  }

  /// What the source knows from before there was this service, or from while it was away.
  @Override
  public void began(Instant hour) {
    if (load.reach().isPositive()) {
      record(earliest(hour), hour);
    }
  }

  @Override
  public void ended(Instant from, Instant to) {
    Instant earliest = earliest(to);
    record(earliest.isBefore(from) ? earliest : from, to);
  }

  private void record(Instant from, Instant to) {
    for (Instant hour = from; hour.isBefore(to) && !ending; hour = hour.plus(HOUR)) {
      Instant end = hour.plus(HOUR);
      WhenAnIntervalEndsThenRecord.of(load.between(hour, end), owners, hour, end).stream()
          .filter(this::isNew)
          .forEach(journal::send);
      asked = end;
    }
  }

  @Override
  public void beginning() {
    ending = false;
  }

  @Override
  public void ending() {
    ending = true;
  }

  /// The first hour that some pool lacks and the source may know; it is asked for none twice.
  private Instant earliest(Instant to) {
    Instant reached = to.minus(load.reach()).truncatedTo(ChronoUnit.HOURS);
    return owners.keySet().stream()
        .map(pool -> history.recordedUntil(pool).orElse(reached))
        .map(until -> until.isBefore(reached) ? reached : until)
        .min(Instant::compareTo)
        .map(until -> until.truncatedTo(ChronoUnit.HOURS))
        .filter(asked::isBefore)
        .orElse(asked.isBefore(to) && !asked.equals(Instant.MIN) ? asked : to);
  }

  private boolean isNew(RecordUtilisation command) {
    return history
        .recordedUntil(command.pool())
        .filter(until -> until.isAfter(command.from()))
        .isEmpty();
  }
}
