package dev.feierabend.core.reporting.energy;

import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.OfAction;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.core.observing.ObservingEvent.UtilisationRecorded;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.core.planning.Original;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How long workloads slept in a period by which document, and how much that gave back: tell it the
/// whole history in order. A workload sleeps from when that was seen until it was told to wake, or
/// somebody changed it.
final class SleepLedger {
  /// Whose sleep it was, by which document.
  record Sleeper(Owner owner, String digest) {}

  /// @param hours of all workloads together
  /// @param coreHours the same, times the cores that each uses while it is awake
  record Slept(double hours, double coreHours, int workloads) {
    Slept part(double share) {
      return new Slept(hours * share, coreHours * share, workloads);
    }
  }

  private record Asleep(String subject, Sleeper by, double share, Instant since) {
    Asleep from(Instant at) {
      return new Asleep(subject, by, share, at);
    }
  }

  private record Past(Asleep one, Span span) {}

  private final Span period;
  private final Map<ActionId, Asleep> falling = new HashMap<>();
  private final Map<String, Asleep> asleep = new HashMap<>();
  private final List<Past> over = new ArrayList<>();
  private final Map<String, Usage> used = new HashMap<>();

  SleepLedger(Span period) {
    this.period = period;
  }

  void tell(JournalEvent event) {
    switch (event) {
      case OfAction action -> acted(action);
      case ForeignChangeObserved change -> awake(change.subject(), change.at());
      case SleepUndone undone -> awake(undone.subject(), undone.at());
      case UtilisationRecorded recorded ->
          Span.between(recorded.from(), recorded.to())
              .flatMap(interval -> interval.within(period))
              .ifPresent(interval -> recorded.samples().forEach(it -> used(it, interval.hours())));
      default -> {}
    }
  }

  private void used(Sample sample, double length) {
    if (sample.cpuMean() > 0) {
      used.computeIfAbsent(sample.member(), _ -> new Usage()).add(sample.cpuMean(), length);
    }
  }

  private void acted(OfAction event) {
    switch (event) {
      case ActionIssued issued -> begun(issued);
      case ActionCompleted done ->
          Optional.ofNullable(falling.remove(done.action()))
              .ifPresent(it -> asleep.put(it.subject(), it.from(done.at())));
      case ActionRefused _, ActionTimedOut _ -> falling.remove(event.action());
      case OutcomeUnknown _ -> {}
    }
  }

  private void begun(ActionIssued issued) {
    switch (issued.step()) {
      case Step.Sleep sleep ->
          issued.approvals().stream()
              .findFirst()
              .map(digest -> new Sleeper(issued.owner(), digest))
              .ifPresent(by -> falling.put(issued.action(), falling(sleep, by, issued)));
      case Step.Wake wake -> awake(wake.subject(), issued.at());
      case Step.OnHost _ -> {}
    }
  }

  private static Asleep falling(Step.Sleep sleep, Sleeper by, ActionIssued issued) {
    return new Asleep(sleep.subject(), by, share(sleep, issued.restore()), issued.at());
  }

  /// Of a workload some replicas may stay.
  private static double share(Step.Sleep sleep, Optional<Original> before) {
    return before
        .filter(original -> original.replicas() > sleep.keep())
        .map(original -> 1 - sleep.keep() / (double) original.replicas())
        .orElse(1.0);
  }

  private void awake(String subject, Instant at) {
    Optional.ofNullable(asleep.remove(subject)).ifPresent(it -> slept(it, at));
  }

  private void slept(Asleep one, Instant until) {
    Span.between(one.since(), until)
        .flatMap(span -> span.within(period))
        .ifPresent(span -> over.add(new Past(one, span)));
  }

  /// Once all is told: what of it lies in `part`, the recorded one.
  SortedMap<Sleeper, Slept> all(Span part) {
    List.copyOf(asleep.keySet()).stream().sorted().forEach(it -> awake(it, period.until()));
    var hours =
        new TreeMap<Sleeper, SortedMap<String, Double>>(Comparator.comparing(Sleeper::toString));
    for (Past past : over) {
      past.span()
          .within(part)
          .ifPresent(span ->
              hours
                  .computeIfAbsent(past.one().by(), _ -> new TreeMap<>())
                  .merge(past.one().subject(), span.hours() * past.one().share(), Double::sum));
    }
    var all = new TreeMap<Sleeper, Slept>(hours.comparator());
    hours.forEach((by, subjects) -> all.put(by, sum(subjects)));
    return all;
  }

  private Slept sum(SortedMap<String, Double> subjects) {
    double slept = 0;
    double given = 0;
    for (var subject : subjects.entrySet()) {
      slept += subject.getValue();
      given += subject.getValue() * cores(subject.getKey());
    }
    return new Slept(slept, given, subjects.size());
  }

  /// Of whom nothing is recorded counts as one core.
  private double cores(String subject) {
    return Optional.ofNullable(used.get(subject)).map(Usage::mean).orElse(1.0);
  }

  /// What one workload used while it was awake.
  private static final class Usage {
    private double coreHours;
    private double hours;

    void add(double cores, double length) {
      coreHours += cores * length;
      hours += length;
    }

    double mean() {
      return coreHours / hours;
    }
  }
}
