package dev.feierabend.core.reporting;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent;
import dev.feierabend.core.planning.PlanningEvent;
import dev.feierabend.core.proving.ProvingEvent;
import dev.feierabend.policies.terms.ActorId;
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

  public Sentences(Locale locale, ZoneId zone, UnaryOperator<String> names) {
    this.wording = new Wording(locale);
    this.clock = DateTimeFormatter.ofPattern(wording.pattern("time"), locale).withZone(zone);
    this.names = names;
  }

  public String of(JournalEvent event) {
    return switch (event) {
      case AgreementEvent agreement -> agreement(agreement);
      case ExceptionEvent exception -> exception(exception);
      case ObservingEvent observing -> observing(observing);
      case PlanningEvent planning -> planning(planning);
      case ActingEvent acting -> acting(acting);
      case ProvingEvent.CheckpointSigned e ->
          wording.say("signed", e.head().number(), shortened(e.key()));
      default -> wording.say("other", event.getClass().getSimpleName(), event.aggregate());
    };
  }

  private String agreement(AgreementEvent event) {
    var policy = event.agreement();
    return switch (event) {
      case AgreementEvent.PolicyProposed e ->
          wording.say("proposed", person(e.by()), policy, shortened(e.digest()));
      case AgreementEvent.PolicyApproved e ->
          wording.say("approved", person(e.by()), policy, shortened(e.digest()));
      case AgreementEvent.PolicyRejected e ->
          wording.say("rejected", person(e.by()), policy, e.because());
      case AgreementEvent.PolicyActivated e ->
          wording.say("activated", policy, shortened(e.digest()));
      case AgreementEvent.PolicySuperseded e ->
          wording.say("superseded", policy, shortened(e.digest()), shortened(e.successor()));
      case AgreementEvent.PolicyWithdrawn e ->
          wording.say("withdrawn", person(e.by()), policy, e.because());
      case AgreementEvent.PolicyExpired _ -> wording.say("expired", policy);
    };
  }

  private String exception(ExceptionEvent event) {
    return switch (event) {
      case ExceptionEvent.OverrideGranted e ->
          wording.say(
              "override", person(e.by()), e.tenant(), pools(e), time(e.until()), e.because());
      case ExceptionEvent.OverrideEnded e -> wording.say("override-ended", e.tenant());
      case ExceptionEvent.FreezeDeclared e ->
          wording.say("frozen", person(e.by()), whose(e.scope()), e.because());
      case ExceptionEvent.FreezeLifted e -> wording.say("thawed", person(e.by()), whose(e.scope()));
    };
  }

  private String pools(ExceptionEvent.OverrideGranted event) {
    return event.pools().isEmpty()
        ? wording.say("all-pools")
        : String.join(", ", event.pools().stream().map(Object::toString).sorted().toList());
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
          wording.say(
              "foreign", names.apply(e.subject()), e.expected(), e.found(), time(e.until()));
      case ObservingEvent.HostQuarantined e ->
          wording.say("quarantined", names.apply(e.host().toString()), e.because());
      case ObservingEvent.HostReleased e ->
          wording.say("released", names.apply(e.host().toString()));
    };
  }

  private String planning(PlanningEvent event) {
    return switch (event) {
      case PlanningEvent.PlanDecided e ->
          wording.say(
              e.owner().equals(Owner.OPERATOR) ? "plan-hosts" : "plan-workloads",
              e.hosts().stream().filter(aim -> aim.on()).count(),
              e.hosts().size(),
              e.sleepers().size(),
              whose(e.owner()),
              wording.mode(e.mode()));
      case PlanningEvent.PlanSkipped e -> wording.say("skipped", wording.reason(e.reason()));
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
      case ActingEvent.WakeLate e ->
          wording.say("late", names.apply(e.subject()), time(e.readyBy()), e.because());
    };
  }

  private String told(ActingEvent.OfAction event) {
    return wording.action(event.action(), names);
  }

  private String person(ActorId actor) {
    return names.apply(actor.value());
  }

  private String whose(Owner owner) {
    return switch (owner) {
      case Owner.Operator _ -> wording.say("operator");
      case Owner.Customer(var tenant) -> tenant.toString();
    };
  }

  private String time(Instant at) {
    return clock.format(at);
  }

  private static String shortened(String digest) {
    return digest.substring(0, Math.min(8, digest.length()));
  }
}
