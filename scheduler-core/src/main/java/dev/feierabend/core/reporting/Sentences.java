package dev.feierabend.core.reporting;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.GroupName;
import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.deputising.DeputyEvent;
import dev.feierabend.core.drilling.DrillEvent;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.naming.NamingEvent;
import dev.feierabend.core.observing.ObservingEvent;
import dev.feierabend.core.planning.PlanningEvent;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.proving.KeyIds;
import dev.feierabend.core.proving.ProvingEvent;
import dev.feierabend.core.reporting.closing.ReportingEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Tells each event as one sentence, in German or English. Instants are told as local times of
/// `zone`; `names` gives hosts, workloads and actors the names that people know them by.
public final class Sentences {
  private final Wording wording;
  private final DateTimeFormatter clock;
  private final UnaryOperator<String> names;
  private final AgreeingSentences agreeing;

  public Sentences(Locale locale, ZoneId zone, UnaryOperator<String> names) {
    this.wording = new Wording(locale);
    this.clock = DateTimeFormatter.ofPattern(wording.pattern("time"), locale).withZone(zone);
    this.names = names;
    this.agreeing = new AgreeingSentences(wording, names, this::time);
  }

  public String of(JournalEvent event) {
    return switch (event) {
      case AgreementEvent agreement -> agreeing.of(agreement);
      case ExceptionEvent exception -> agreeing.of(exception);
      case DeputyEvent deputy -> agreeing.of(deputy);
      case DrillEvent drill -> drill(drill);
      case NamingEvent naming -> naming(naming);
      case ObservingEvent observing -> observing(observing);
      case PlanningEvent planning -> planning(planning);
      case ActingEvent acting -> acting(acting);
      case ReportingEvent reporting -> reporting(reporting);
      case ProvingEvent proving -> proving(proving);
      default -> wording.say("other", event.getClass().getSimpleName(), event.aggregate());
    };
  }

  private String naming(NamingEvent event) {
    return switch (event) {
      case NamingEvent.PersonNamed e -> wording.say("person-named", names.apply(e.actor().value()));
      case NamingEvent.PersonErased e ->
          wording.say("person-erased", e.actor(), names.apply(e.by().value()));
    };
  }

  private String drill(DrillEvent event) {
    String host = names.apply(event.host().toString());
    return switch (event) {
      case DrillEvent.DrillApproved(_, var by, var from, var until, _) ->
          wording.say("drill-approved", host, names.apply(by.value()), time(from), time(until));
      case DrillEvent.DrillDemanded(_, var by, var because, _) ->
          wording.say("drill-demanded", host, names.apply(by.value()), because);
      case DrillEvent.HostDescribed(_, var print, var make, _) ->
          wording.say("host-described", host, make.text(), print);
      case DrillEvent.DrillPassed(_, var boot, _) -> wording.say("drill-passed", host, boot);
      case DrillEvent.DrillFailed(_, var because, _) -> wording.say("drill-failed", host, because);
    };
  }

  private String observing(ObservingEvent event) {
    return switch (event) {
      case ObservingEvent.PoolRegistered e -> wording.say("pool", e.pool(), e.members());
      case ObservingEvent.UtilisationRecorded e ->
          wording.say(
              "utilisation",
              e.pool(),
              time(e.from()),
              time(e.to()),
              Math.round(e.coverage() * 100),
              e.samples().stream().mapToDouble(s -> s.cpuMean()).sum());
      case ObservingEvent.ForeignChangeObserved e ->
          wording.changed(
              "foreign",
              e.by(),
              names.apply(e.subject()),
              e.expected(),
              e.found(),
              time(e.until()));
      case ObservingEvent.KeeperFound e -> wording.kept("kept", e.by(), names.apply(e.subject()));
      case ObservingEvent.SleepUndone e ->
          wording.kept("undone", e.by(), names.apply(e.subject()), e.found());
      case ObservingEvent.HostQuarantined e ->
          wording.say("quarantined", names.apply(e.host().toString()), e.because());
      case ObservingEvent.HostReleased e ->
          wording.say("released", names.apply(e.host().toString()));
    };
  }

  private String planning(PlanningEvent event) {
    return switch (event) {
      case PlanningEvent.PlanDecided e when e.owner().equals(Owner.OPERATOR) -> hosts(e);
      case PlanningEvent.PlanDecided e ->
          wording.say(
              "plan-workloads",
              e.sleepers().size(),
              wording.whose(e.owner()),
              wording.mode(e.mode()));
      case PlanningEvent.PlanSkipped(_, Reason.Staged staged, _) ->
          wording.say("left-on", wording.reason(staged));
      case PlanningEvent.PlanSkipped(_, Reason.Exempt exempt, _) ->
          wording.say("left-on", wording.reason(exempt));
      case PlanningEvent.PlanSkipped e -> wording.say("skipped", wording.reason(e.reason()));
      case PlanningEvent.StageBegun e -> stage(e);
    };
  }

  private String hosts(PlanningEvent.PlanDecided plan) {
    long on = plan.hosts().stream().filter(aim -> aim.on()).count();
    int all = plan.hosts().size();
    String mode = wording.mode(plan.mode());
    if (plan.lack().isPresent()) {
      return wording.say("plan-no-room", on, all, mode, wording.reason(plan.lack().get()));
    }
    return plan.least()
        .map(least -> wording.say("plan-hosts-least", on, all, least, mode))
        .orElseGet(() -> wording.say("plan-hosts", on, all, mode));
  }

  private String stage(PlanningEvent.StageBegun begun) {
    return switch (begun.stage()) {
      case SHARE ->
          begun
              .alarm()
              .map(alarm -> wording.say("stage-back", begun.percent(), alarm))
              .orElseGet(() -> wording.say("stage-share", begun.percent()));
      case ALL -> wording.say("stage-all");
    };
  }

  private String acting(ActingEvent event) {
    return switch (event) {
      case ActingEvent.ActionIssued e ->
          wording.say(
              e.spooled() ? "issued-late" : "issued", wording.step(e.step(), names), time(e.at()));
      case ActingEvent.ActionCompleted e -> wording.say("completed", told(e), e.observed());
      case ActingEvent.ActionRefused e -> wording.say("refused", told(e), e.because());
      case ActingEvent.ActionTimedOut e -> wording.say("timed-out", told(e), e.observed());
      case ActingEvent.OutcomeUnknown e -> wording.say("unknown", told(e), e.because());
      case ActingEvent.CapacityReady e ->
          wording.say("ready", e.pool(), e.workloads(), time(e.readyBy()), time(e.at()));
      case ActingEvent.WakeLate e -> late(e);
    };
  }

  private String late(ActingEvent.WakeLate late) {
    String due = time(late.readyBy());
    return GroupName.of(late.subject())
        .map(it -> wording.say("group-late", it.number(), it.agreement(), due, late.because()))
        .orElseGet(() -> wording.say("late", names.apply(late.subject()), due, late.because()));
  }

  private String reporting(ReportingEvent event) {
    return switch (event) {
      case ReportingEvent.PeriodClosed e ->
          wording.say(
              e.owner().equals(Owner.OPERATOR) ? "period-closed" : "period-closed-part",
              e.month(),
              e.figures().kwh().value(),
              e.figures().savedKwh().value(),
              wording.whose(e.owner()));
    };
  }

  /// In the place of what has moved to an archive.
  public String moved() {
    return wording.say("moved");
  }

  private String proving(ProvingEvent event) {
    return switch (event) {
      case ProvingEvent.HeadsFixed e -> wording.say("heads", e.upTo().number(), e.heads().size());
      case ProvingEvent.CheckpointSigned e ->
          wording.say("signed", e.head().number(), KeyIds.of(e.seal()));
      case ProvingEvent.KeyRotated e ->
          wording.say("rotated", KeyIds.of(e.oldKey()), KeyIds.of(e.newKey()));
      case ProvingEvent.PeriodArchived e ->
          wording.say("archived", e.first(), e.last(), time(e.until()), e.archive());
      case ProvingEvent.TimestampObtained e ->
          wording.say("stamped", e.size(), time(e.at()), e.authority());
      case ProvingEvent.CheckpointCosigned e ->
          wording.say("cosigned", e.size(), e.witness(), time(e.at()));
      case ProvingEvent.WitnessRefused e ->
          wording.say("witness-" + Wording.key(e.objection()), e.size(), e.witness(), e.seen());
    };
  }

  private String told(ActingEvent.OfAction event) {
    return wording.action(event.action(), names);
  }

  private String time(Instant at) {
    return clock.format(at);
  }
}
