package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.observing.ObservingEvent.PoolRegistered;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.PoolCommand.RecordUtilisation;
import dev.feierabend.core.observing.PoolCommand.RegisterPool;
import java.time.Instant;
import java.util.Optional;

/// A pool's members when last registered (-1: never) and until when its utilisation is recorded.
record PoolState(int members, Instant recordedUntil) {
  static final PoolState NEW = new PoolState(-1, Instant.MIN);

  Decision decide(PoolCommand command) {
    return switch (command) {
      case RegisterPool(var owner, var pool, var count) ->
          count == members
              ? Decision.nothing()
              : Decision.of(new PoolRegistered(owner, pool, count));
      case RecordUtilisation(var owner, var load, var from, var to) ->
          overlap(from, to)
              .orElseGet(() ->
                  Decision.of(
                      new UtilisationRecorded(
                          owner, load.pool(), from, to, load.coverage(), load.samples())));
    };
  }

  private Optional<Decision> overlap(Instant from, Instant to) {
    return from.isBefore(recordedUntil) || !from.isBefore(to)
        ? Optional.of(
            Decision.reject(
                "recorded-already",
                "Expected an interval from %s on but found %s to %s"
                    .formatted(recordedUntil, from, to)))
        : Optional.empty();
  }

  PoolState evolve(ObservingEvent event) {
    return switch (event) {
      case PoolRegistered(_, _, var count) -> new PoolState(count, recordedUntil);
      case UtilisationRecorded recorded -> new PoolState(members, recorded.to());
      case ObservingEvent.ForeignChangeObserved _,
          ObservingEvent.KeeperFound _,
          ObservingEvent.SleepUndone _,
          ObservingEvent.HostQuarantined _,
          ObservingEvent.HostReleased _ ->
          this;
    };
  }
}
