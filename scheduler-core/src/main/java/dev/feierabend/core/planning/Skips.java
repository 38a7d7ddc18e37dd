package dev.feierabend.core.planning;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PlanCommand.RecordSkip;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Why what agreements release stays up all the same: one reason a customer, recorded once in a
/// row.
final class Skips {
  private Skips() {}

  static List<RecordSkip> of(
      List<Workload> workloads,
      SortedMap<WorkloadId, Sleeper> released,
      PowerPlan plan,
      Guards guards,
      Instant at) {
    var asleep = plan.windows();
    var reasons = new TreeMap<String, RecordSkip>();
    for (Workload workload : workloads) {
      Sleeper sleeper = released.get(workload.id());
      Owner owner = Owner.of(workload.tenant());
      if (sleeper != null && !asleep.containsKey(workload.id())) {
        reason(workload, sleeper, guards, at)
            .ifPresent(reason ->
                reasons.merge(owner.toString(), new RecordSkip(owner, reason, at), Skips::told));
      }
    }
    return List.copyOf(reasons.values());
  }

  /// What stays up for good is told, all of it, where nothing else is to be told tonight.
  private static RecordSkip told(RecordSkip first, RecordSkip next) {
    if (!(first.reason() instanceof Reason.Exempt exempt)) {
      return first;
    }
    return next.reason() instanceof Reason.Exempt more
        ? new RecordSkip(first.owner(), exempt.with(more), first.at())
        : next;
  }

  private static Optional<Reason> reason(
      Workload workload, Sleeper sleeper, Guards guards, Instant at) {
    if (guards.frozen(Owner.of(workload.tenant()))) {
      return Optional.of(new Reason.Frozen());
    }
    @Nullable Reason staged = guards.notYet().get(workload.id());
    if (staged != null) {
      return Optional.of(staged);
    }
    if (guards.leftToPerson(workload.id().value(), at).isPresent()) {
      return Optional.empty();
    }
    @Nullable Reason busy = guards.busy().get(workload.id());
    if (busy != null) {
      return Optional.of(busy);
    }
    if (Sleepers.inDoubt(workload, guards, at)) {
      return Optional.of(doubt(workload));
    }
    boolean tooLate = at.plus(Sleepers.SHORTEST).isAfter(sleeper.window().wakeAt());
    return tooLate ? Optional.of(new Reason.WouldNotPayBack()) : Optional.empty();
  }

  private static Reason doubt(Workload workload) {
    String seen = workload.seen().equals(Instant.EPOCH) ? "never" : workload.seen().toString();
    return new Reason.Doubt(workload.id().value() + ", seen " + seen);
  }
}
