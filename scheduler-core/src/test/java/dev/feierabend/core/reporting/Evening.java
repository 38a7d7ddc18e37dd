package dev.feierabend.core.reporting;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.AgreementEvent.DeputyStoodIn;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyApproved;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyDrafted;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.Original;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.policies.calendar.HolidayCalendar;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One Monday in a town with one workload, recorded event by event, and asked about.
final class Evening {
  static final TenantId TOWN = new TenantId("ahausen");
  static final Owner OWNER = Owner.of(TOWN);
  static final PoolId POOL = new PoolId("ahausen-office");
  static final WorkloadId SHOP = new WorkloadId("deployment/ahausen-web/shop");
  static final AgreementId AGREEMENT = AgreementId.of(TOWN, "rathaus");
  static final ActorId ADA = new ActorId("ada");
  static final ActorId BEN = new ActorId("ben");
  static final ActorId EVA = new ActorId("eva");
  static final String DOCUMENT =
      """
      apiVersion: feierabend.dev/v1
      kind: SchedulePolicy
      metadata: {name: rathaus, tenant: ahausen}
      spec:
        pools: [ahausen-office]
        zone: Europe/Berlin
        asleep:
          - {from: Mon 20:00, to: Tue 06:00}
        never:
          - {date: 2026-05-18, because: the count}
      """;

  private final List<Recorded> history = new ArrayList<>();

  /// Local time of Monday 11 May 2026.
  static Instant at(String time) {
    return Instant.parse("2026-05-11T" + time + ":00+02:00");
  }

  static String digest() {
    return Document.of(DOCUMENT.getBytes(StandardCharsets.UTF_8)).digest();
  }

  Evening then(String time, JournalEvent... events) {
    for (JournalEvent event : events) {
      history.add(new Recorded(history.size() + 1L, at(time), event.owner(), event));
    }
    return this;
  }

  /// Ada wrote it, Ben proposed it, Eva approved it in the place of Ida.
  Evening agreed() {
    then("08:00", new PolicyDrafted(AGREEMENT, digest(), DOCUMENT, ADA, at("08:00")));
    then(
        "09:00",
        new PolicyProposed(AGREEMENT, digest(), DOCUMENT, BEN, at("09:00"), Optional.empty()));
    return then(
        "10:00",
        new DeputyStoodIn(AGREEMENT, digest(), EVA, new ActorId("ida"), at("10:00")),
        new PolicyApproved(AGREEMENT, digest(), EVA, at("10:00")),
        new PolicyActivated(AGREEMENT, digest(), at("10:00")));
  }

  Evening planned(Mode mode) {
    Instant wakeAt = Instant.parse("2026-05-12T03:30:00Z");
    var window = new Window(at("20:00"), wakeAt, Instant.parse("2026-05-12T04:00:00Z"));
    var reason = new Reason.Released(AGREEMENT, digest(), "Mon 20:00 → Tue 06:00", wakeAt);
    var sleeper = new Sleeper(SHOP, TOWN, POOL, AGREEMENT, digest(), window, 0, reason);
    return then(
        "20:00",
        new PlanDecided(
            OWNER,
            "plan/1",
            mode,
            List.of(),
            List.of(sleeper),
            List.of(),
            Optional.empty(),
            "0".repeat(64),
            Optional.empty(),
            at("20:00")));
  }

  Evening slept() {
    return then("20:01", issued())
        .then(
            "20:03", new ActionCompleted(OWNER, issued().action(), "0 of 0 replicas", at("20:03")));
  }

  ActionIssued issued() {
    return new ActionIssued(
        OWNER,
        new ActionId("sleep/" + SHOP + "@2026-05-11T18:00:00Z#1"),
        new Step.Sleep(SHOP, 0),
        "plan/1",
        List.of(digest()),
        Optional.of(Original.of(1)),
        Optional.empty(),
        at("20:11"),
        0,
        false,
        at("20:01"));
  }

  /// Why the workload was as it was.
  Why why(Instant at) {
    var past = new Past(at, new Subjects());
    history.forEach(past::tell);
    Subject subject = past.subjects().called(SHOP.value()).orElseThrow();
    return new Reasoning(past, new Evaluation(HolidayCalendar.NONE)).of(subject);
  }

  String told(Instant at, Locale locale) {
    return new WhySentence(locale, ZoneId.of("Europe/Berlin"), id -> id).of(why(at));
  }
}
