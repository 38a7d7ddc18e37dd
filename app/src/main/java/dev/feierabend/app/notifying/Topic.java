package dev.feierabend.app.notifying;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.deputising.DeputyEvent;
import dev.feierabend.core.drilling.DrillEvent;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.observing.ObservingEvent;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.proving.ProvingEvent;
import java.util.Optional;

/// What news are about; each recipient is told some of it.
public enum Topic {
  /// Somebody should look: who is late, who doesn't wake, who doubts the history, what has no room.
  ALARMS,
  /// What couldn't be done and stays as it is.
  REFUSALS,
  /// Proposed, decided, in force, at its end.
  AGREEMENTS,
  /// Overrides and freezes.
  EXCEPTIONS,
  /// What others changed about what sleeps.
  CHANGES,
  /// What is back, and hosts that are trusted again.
  RETURNS;

  /// Empty for what nobody is told of.
  static Optional<Topic> of(JournalEvent event) {
    return switch (event) {
      case AgreementEvent agreement -> agreement(agreement);
      case DeputyEvent _ -> Optional.of(AGREEMENTS);
      case ExceptionEvent _ -> Optional.of(EXCEPTIONS);
      case ActingEvent acting -> acting(acting);
      case ObservingEvent observing -> observing(observing);
      case DrillEvent drill -> drill(drill);
      case PlanDecided plan when plan.lack().isPresent() -> Optional.of(ALARMS);
      case ProvingEvent.WitnessRefused _ -> Optional.of(ALARMS);
      default -> Optional.empty();
    };
  }

  /// Drafts are nobody's business yet.
  private static Optional<Topic> agreement(AgreementEvent event) {
    return switch (event) {
      case AgreementEvent.PolicyDrafted _, AgreementEvent.DraftDiscarded _ -> Optional.empty();
      case AgreementEvent.PolicyProposed _,
          AgreementEvent.ProposalTakenBack _,
          AgreementEvent.DeputyStoodIn _,
          AgreementEvent.PolicyApproved _,
          AgreementEvent.PolicyRejected _,
          AgreementEvent.PolicyActivated _,
          AgreementEvent.PolicySuperseded _,
          AgreementEvent.PolicyWithdrawn _,
          AgreementEvent.PolicyExpired _,
          AgreementEvent.ExpiryNear _ ->
          Optional.of(AGREEMENTS);
    };
  }

  private static Optional<Topic> acting(ActingEvent event) {
    return switch (event) {
      case ActingEvent.WakeLate _ -> Optional.of(ALARMS);
      case ActingEvent.ActionRefused _, ActingEvent.ActionTimedOut _ -> Optional.of(REFUSALS);
      case ActingEvent.CapacityReady _ -> Optional.of(RETURNS);
      case ActingEvent.ActionIssued _,
          ActingEvent.ActionCompleted _,
          ActingEvent.OutcomeUnknown _ ->
          Optional.empty();
    };
  }

  private static Optional<Topic> observing(ObservingEvent event) {
    return switch (event) {
      case ObservingEvent.HostQuarantined _ -> Optional.of(ALARMS);
      case ObservingEvent.HostReleased _ -> Optional.of(RETURNS);
      case ObservingEvent.ForeignChangeObserved _,
          ObservingEvent.KeeperFound _,
          ObservingEvent.SleepUndone _ ->
          Optional.of(CHANGES);
      case ObservingEvent.PoolRegistered _, ObservingEvent.UtilisationRecorded _ ->
          Optional.empty();
    };
  }

  private static Optional<Topic> drill(DrillEvent event) {
    return switch (event) {
      case DrillEvent.DrillFailed _ -> Optional.of(ALARMS);
      case DrillEvent.DrillApproved _,
          DrillEvent.DrillDemanded _,
          DrillEvent.HostDescribed _,
          DrillEvent.DrillPassed _ ->
          Optional.empty();
    };
  }
}
