package dev.feierabend.core.reporting;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Agreements.Entry;
import dev.feierabend.core.agreeing.Consent;
import dev.feierabend.core.planning.PlanningEvent.PlanSkipped;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.Reason;
import dev.feierabend.core.planning.Releases;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What agreements said at an instant, and on whose word they stood.
record Agreed(Agreements agreements, Evaluation evaluation, Instant at) {
  /// The rule that a sleeper was released by, and its line where the document has it: the rule that
  /// is open at the instant, for a sleep may go on by another than it began by; else the planned.
  Cause.Released released(Sleeper sleeper) {
    Optional<SchedulePolicy> policy =
        entries(sleeper.agreement(), sleeper.digest()).findFirst().map(Entry::policy);
    String rule =
        policy.stream()
            .flatMap(it -> evaluation.open(it, at).stream())
            .findFirst()
            .map(Releases::rule)
            .orElseGet(() -> planned(sleeper));
    return new Cause.Released(
        sleeper.agreement(),
        sleeper.digest(),
        rule,
        policy.flatMap(it -> RuleLine.of(it, rule)),
        sleeper.window().wakeAt());
  }

  private static String planned(Sleeper sleeper) {
    Reason reason =
        sleeper.reason() instanceof Reason.ReleasedAbove(var released, _)
            ? released
            : sleeper.reason();
    return reason instanceof Reason.Released(_, _, var named, _)
        ? named
        : sleeper.window().toString();
  }

  /// Why nothing let it sleep: what the agreements that are about it wanted.
  static Cause cause(WorkloadId workload, List<Cause.Wish> wishes, Optional<PlanSkipped> skipped) {
    if (!wishes.isEmpty()) {
      return new Cause.Wanted(wishes);
    }
    return skipped
        .flatMap(skip -> about(workload, skip.reason()))
        .<Cause>map(Cause.Skipped::new)
        .orElseGet(Cause.NotAgreed::new);
  }

  private static Optional<Reason> about(WorkloadId workload, Reason reason) {
    return reason instanceof Reason.Exempt exempt ? exempt.about(workload) : Optional.of(reason);
  }

  /// The agreements in force that wanted a workload awake.
  List<Cause.Wish> wishes(Subject.OfWorkload workload) {
    return agreements.active().stream()
        .filter(entry -> Releases.covers(entry, workload.tenant(), workload))
        .flatMap(this::wish)
        .toList();
  }

  private Stream<Cause.Wish> wish(Entry entry) {
    return switch (evaluation.at(entry.policy(), at)) {
      case Verdict.Awake(var because) ->
          Stream.of(new Cause.Wish(entry.agreement(), entry.digest(), because));
      case Verdict.Asleep _ -> Stream.empty();
    };
  }

  List<Why.Basis> bases(AgreementId agreement, String digest) {
    return entries(agreement, digest).flatMap(Agreed::basis).toList();
  }

  /// Of a document, with whichever customers it was agreed.
  List<Why.Basis> bases(String digest) {
    return agreements.all().stream()
        .filter(entry -> entry.digest().equals(digest))
        .flatMap(Agreed::basis)
        .toList();
  }

  private Stream<Entry> entries(AgreementId agreement, String digest) {
    return agreements.all().stream()
        .filter(entry -> entry.agreement().equals(agreement) && entry.digest().equals(digest));
  }

  private static Stream<Why.Basis> basis(Entry entry) {
    return entry.consent().map(consent -> basis(entry, consent)).stream();
  }

  private static Why.Basis basis(Entry entry, Consent consent) {
    return new Why.Basis(
        entry.agreement(),
        entry.digest(),
        entry.authors().author(),
        entry.authors().drafter(),
        entry.proposed(),
        consent.by(),
        consent.inPlaceOf(),
        consent.at());
  }
}
