package dev.feierabend.core.observing;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.HostQuarantined;
import dev.feierabend.core.observing.ObservingEvent.HostReleased;
import dev.feierabend.core.observing.ObservingEvent.KeeperFound;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.observing.TroubleCommand.NoteForeignChange;
import dev.feierabend.core.observing.TroubleCommand.NoteKeeper;
import dev.feierabend.core.observing.TroubleCommand.NoteUndoing;
import dev.feierabend.core.observing.TroubleCommand.QuarantineHost;
import dev.feierabend.core.observing.TroubleCommand.ReleaseHost;
import dev.feierabend.core.planning.Setter;
import java.time.Instant;
import java.util.Optional;

/// One subject's troubles: until when it is left to a person, until when no undoing by a program is
/// forgiven any more, and whether it is quarantined.
record TroubleState(
    Instant leftAloneUntil, Instant forgivenUntil, Optional<Setter> keeper, boolean quarantined) {
  static final TroubleState NONE =
      new TroubleState(Instant.MIN, Instant.MIN, Optional.empty(), false);

  Decision decide(TroubleCommand command) {
    return switch (command) {
      case NoteForeignChange note ->
          changed(
              new ForeignChangeObserved(
                  note.owner(),
                  note.subject(),
                  note.expected(),
                  note.found(),
                  note.by(),
                  note.at(),
                  note.until()));
      case NoteKeeper(var owner, var subject, var by, var at) ->
          keeper.equals(Optional.of(by))
              ? Decision.nothing()
              : Decision.of(new KeeperFound(owner, subject, by, at));
      case NoteUndoing note -> undone(note);
      case QuarantineHost(var host, var because, var at) ->
          quarantined ? Decision.nothing() : Decision.of(new HostQuarantined(host, because, at));
      case ReleaseHost(var host, var at) ->
          quarantined
              ? Decision.of(new HostReleased(host, at))
              : Decision.reject("not-quarantined", "Expected a quarantined host but it is not");
    };
  }

  private Decision changed(ForeignChangeObserved change) {
    return change.at().isBefore(leftAloneUntil) ? Decision.nothing() : Decision.of(change);
  }

  private Decision undone(NoteUndoing note) {
    return note.at().isBefore(forgivenUntil)
        ? changed(
            new ForeignChangeObserved(
                note.owner(),
                note.subject(),
                "asleep",
                note.found(),
                Optional.of(note.by()),
                note.at(),
                note.until()))
        : Decision.of(
            new SleepUndone(
                note.owner(), note.subject(), note.found(), note.by(), note.at(), note.until()));
  }

  TroubleState evolve(ObservingEvent event) {
    return switch (event) {
      case ForeignChangeObserved change ->
          new TroubleState(change.until(), forgivenUntil, keeper, quarantined);
      case KeeperFound found ->
          new TroubleState(leftAloneUntil, forgivenUntil, Optional.of(found.by()), quarantined);
      case SleepUndone undone ->
          new TroubleState(leftAloneUntil, undone.until(), keeper, quarantined);
      case HostQuarantined _ -> new TroubleState(leftAloneUntil, forgivenUntil, keeper, true);
      case HostReleased _ -> new TroubleState(leftAloneUntil, forgivenUntil, keeper, false);
      case ObservingEvent.PoolRegistered _, ObservingEvent.UtilisationRecorded _ -> this;
    };
  }
}
