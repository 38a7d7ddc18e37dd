package dev.feierabend.core.reporting;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.agreeing.AgreementEvent;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.agreeing.Exceptions;
import dev.feierabend.core.forecasting.Consumer;
import dev.feierabend.core.forecasting.Need;
import dev.feierabend.core.forecasting.TenantWeeks;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.policies.evaluation.Evaluation;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was known at an instant: tell it the whole history in order, and it takes in what was
/// recorded by then.
public final class Past {
  private final Instant at;
  private final Subjects subjects;
  private final Agreements agreements = new Agreements();
  private final Exceptions exceptions = new Exceptions();
  private final Stops stops = new Stops();
  private final Decisions decisions = new Decisions();
  private final Needs needs = new Needs();
  private final Map<Owner, PlanSkipped> skips = new HashMap<>();
  private final Map<String, Deed> deeds = new HashMap<>();
  private final Map<ActionId, String> open = new HashMap<>();
  private final Map<String, ForeignChangeObserved> changes = new HashMap<>();
  private final Map<String, Instant> changed = new HashMap<>();

  /// @param subjects learns from what was recorded later, too, what there is to ask about
  public Past(Instant at, Subjects subjects) {
    this.at = at;
    this.subjects = subjects;
  }

  public void tell(Recorded recorded) {
    subjects.meet(recorded.event());
    if (!recorded.time().isAfter(at)) {
      happened(recorded.event());
    }
  }

  private void happened(JournalEvent event) {
    switch (event) {
      case AgreementEvent agreement -> agreements.on(agreement);
      case ExceptionEvent exception -> {
        exceptions.on(exception);
        stops.on(exception);
      }
      case PlanDecided plan -> {
        decisions.on(plan);
        skips.remove(plan.owner());
      }
      case PlanSkipped skipped -> skips.put(skipped.owner(), skipped);
      case ForeignChangeObserved change -> {
        changes.put(change.subject(), change);
        changed.put(change.subject(), change.at());
      }
      case SleepUndone undone -> changed.put(undone.subject(), undone.at());
      case ActingEvent.OfAction action -> acted(action);
      case UtilisationRecorded load -> needs.tell(load);
      default -> {}
    }
  }

  private void acted(ActingEvent.OfAction event) {
    if (event instanceof ActionIssued issued && Deed.isOne(issued.step())) {
      open.put(issued.action(), issued.step().subject());
      deeds.put(issued.step().subject(), new Deed(issued, Optional.empty()));
    } else if (open.containsKey(event.action())) {
      deeds.computeIfPresent(open.get(event.action()), (_, deed) -> deed.with(event));
    }
  }

  Instant at() {
    return at;
  }

  public Subjects subjects() {
    return subjects;
  }

  Agreements agreements() {
    return agreements;
  }

  Exceptions exceptions() {
    return exceptions;
  }

  Stops stops() {
    return stops;
  }

  Decisions decisions() {
    return decisions;
  }

  /// By what a workload's need was planned; empty for whatever is none.
  public Optional<Need> need(Subject subject, Evaluation evaluation) {
    return switch (subject) {
      case Subject.OfWorkload workload -> {
        List<Consumer> others =
            subjects.of(workload.tenant()).stream().map(Past::consumer).toList();
        var weeks = new TenantWeeks(agreements, evaluation, at);
        yield Optional.of(needs.of(consumer(workload), others, weeks, at));
      }
      case Subject.OfHost _, Subject.OfPool _ -> Optional.empty();
    };
  }

  private static Consumer consumer(Subject.OfWorkload workload) {
    return new Consumer(workload.workload(), workload.pool(), workload.tenant());
  }

  /// Why what `owner` had agreed to did not count, since its last plan.
  Optional<PlanSkipped> skipped(Owner owner) {
    return Optional.ofNullable(skips.get(owner));
  }

  /// The last thing done to a subject, unless somebody changed it since.
  Optional<Deed> deed(String subject) {
    return Optional.ofNullable(deeds.get(subject))
        .filter(deed -> !changed.getOrDefault(subject, Instant.MIN).isAfter(deed.issued().at()));
  }

  /// What somebody changed and what is left alone for it.
  Optional<ForeignChangeObserved> changed(String subject) {
    return Optional.ofNullable(changes.get(subject)).filter(change -> at.isBefore(change.until()));
  }
}
