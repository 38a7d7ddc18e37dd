package dev.feierabend.sandbox.replay;

import dev.feierabend.core.agreeing.AgreementEvent.PolicyActivated;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyApproved;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Exceptions;
import dev.feierabend.core.forecasting.PeakForecast;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Snapshot;
import dev.feierabend.core.planning.Mode;
import dev.feierabend.core.planning.PlanCommand.RecordPlan;
import dev.feierabend.core.planning.Planner;
import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import dev.feierabend.core.planning.Plans;
import dev.feierabend.core.planning.Rising;
import dev.feierabend.core.planning.Supervision;
import dev.feierabend.core.planning.Watch;
import dev.feierabend.policies.evaluation.Transition;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// The service's planner with what it decides from: the policies in force, and its plan until now.
final class Office {
  private static final ActorId AUTHOR = new ActorId("simulate");

  private final List<SchedulePolicy> policies;
  private final Settings settings;
  private final Attention attention;
  private final Plans plans = new Plans();
  private final Map<Owner, PlanDecided> parts = new HashMap<>();
  private final Planner planner;

  Office(List<SchedulePolicy> policies, Settings settings, Attention attention, Instant from) {
    this.policies = List.copyOf(policies);
    this.settings = settings;
    this.attention = attention;
    this.planner =
        new Planner(
            agreed(policies, from),
            new Exceptions(),
            plans,
            Mode.ACTIVE,
            settings.rules(),
            settings.evaluation());
  }

  private static Agreements agreed(List<SchedulePolicy> policies, Instant from) {
    var agreements = new Agreements();
    for (SchedulePolicy policy : policies) {
      String digest = policy.document().digest();
      for (AgreementId id : AgreementId.of(policy)) {
        agreements.on(
            new PolicyProposed(
                id, digest, policy.document().text(), AUTHOR, from, Optional.empty()));
        agreements.on(new PolicyApproved(id, digest, AUTHOR, from));
        agreements.on(new PolicyActivated(id, digest, from));
      }
    }
    return agreements;
  }

  /// When a policy wants something else next.
  Optional<Instant> nextTransition(Instant after) {
    return policies.stream()
        .flatMap(policy -> settings.evaluation().next(policy, after).stream())
        .map(Transition::at)
        .min(Instant::compareTo);
  }

  /// What the planner would decide now; `keep` puts it in force.
  Planner.Planned decide(Snapshot seen, Instant at) {
    var demands = PeakForecast.of(seen.workloads(), attention.history(), settings.coverage(), at);
    var aside =
        new Planner.SetAside(
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeMap<>(),
            new TreeSet<>(),
            Supervision.NONE,
            Rising.NONE,
            Optional.empty(),
            new Watch(settings.vigilance(), attention));
    return planner.played(seen, demands, aside, at);
  }

  /// True where that changes what is in force.
  boolean keep(Planner.Planned planned) {
    boolean changes = false;
    for (var command : planned.records()) {
      if (command instanceof RecordPlan(var part)) {
        parts.put(part.owner(), part);
        changes = true;
      }
    }
    if (changes) {
      plans.recall(new Plans.Parts(List.copyOf(parts.values())));
    }
    return changes;
  }
}
