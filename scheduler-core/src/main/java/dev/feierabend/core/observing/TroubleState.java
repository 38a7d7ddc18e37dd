package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.HostQuarantined;
import dev.feierabend.core.observing.ObservingEvent.HostReleased;
import dev.feierabend.core.observing.TroubleCommand.NoteForeignChange;
import dev.feierabend.core.observing.TroubleCommand.QuarantineHost;
import dev.feierabend.core.observing.TroubleCommand.ReleaseHost;
import java.time.Instant;

/// One subject's troubles: until when it is left to a person, and whether it is quarantined.
record TroubleState(Instant leftAloneUntil, boolean quarantined) {
  static final TroubleState NONE = new TroubleState(Instant.MIN, false);

  Decision decide(TroubleCommand command) {
    return switch (command) {
      case NoteForeignChange(var owner, var subject, var expected, var found, var at, var until) ->
          at.isBefore(leftAloneUntil)
              ? Decision.nothing()
              : Decision.of(new ForeignChangeObserved(owner, subject, expected, found, at, until));
      case QuarantineHost(var host, var because, var at) ->
          quarantined ? Decision.nothing() : Decision.of(new HostQuarantined(host, because, at));
      case ReleaseHost(var host, var at) ->
          quarantined
              ? Decision.of(new HostReleased(host, at))
              : Decision.reject("not-quarantined", "Expected a quarantined host but it is not");
    };
  }

  TroubleState evolve(ObservingEvent event) {
    return switch (event) {
      case ForeignChangeObserved change -> new TroubleState(change.until(), quarantined);
      case HostQuarantined _ -> new TroubleState(leftAloneUntil, true);
      case HostReleased _ -> new TroubleState(leftAloneUntil, false);
      case ObservingEvent.PoolRegistered _, ObservingEvent.UtilisationRecorded _ -> this;
    };
  }
}
