package dev.feierabend.core.planning;

import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Exceptions;
import dev.feierabend.core.planning.FleetPort.Workload;
import dev.feierabend.core.planning.PowerPlan.Sleeper;
import dev.feierabend.core.planning.PowerPlan.Window;
import dev.feierabend.policies.evaluation.Because;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Verdict;
import dev.feierabend.policies.language.Floor;
import dev.feierabend.policies.language.Selectable;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What the active agreements let sleep now. Where several of a customer's policies cover one
/// workload, all of them must let it sleep, and the earliest wake counts.
public record Releases(Evaluation evaluation, Exceptions exceptions) {

  public SortedMap<WorkloadId, Sleeper> at(
      List<Workload> workloads, List<Agreements.Entry> active, Instant at) {
    List<Agreed> agreed =
        active.stream()
            .map(entry ->
                new Agreed(
                    entry,
                    entry.agreement().tenant(),
                    evaluation.at(entry.policy(), at),
                    evaluation.floor(entry.policy(), at)))
            .toList();
    var released = new TreeMap<WorkloadId, Sleeper>();
    for (Workload workload : workloads) {
      if (!exceptions.overridden(workload.tenant(), workload.pool(), at)) {
        sleeper(workload, agreed).ifPresent(sleeper -> released.put(workload.id(), sleeper));
      }
    }
    return released;
  }

  /// Whether an agreement is about a workload: its own tenant's, and selected.
  public static boolean covers(Agreements.Entry entry, TenantId tenant, Selectable workload) {
    return entry.agreement().tenant().equals(tenant) && entry.policy().selects().matches(workload);
  }

  private static Optional<Sleeper> sleeper(Workload workload, List<Agreed> agreed) {
    Optional<Sleeper> earliest = Optional.empty();
    for (Agreed agreement : agreed) {
      if (agreement.covers(workload)) {
        Optional<Sleeper> sleeper = agreement.sleeper(workload);
        if (sleeper.isEmpty()) {
          return Optional.empty();
        }
        earliest =
            Optional.of(earliest.map(other -> both(sleeper.get(), other)).orElse(sleeper.get()));
      }
    }
    return earliest
        .map(sleeper -> autoscaled(workload, sleeper))
        .filter(sleeper -> workload.whole() > sleeper.keep());
  }

  /// Kept below its autoscaler's lower bound, it would be raised again at once.
  private static Sleeper autoscaled(Workload workload, Sleeper sleeper) {
    int keep = workload.keeping(sleeper.keep());
    return keep > sleeper.keep() && sleeper.reason() instanceof Reason.Released released
        ? sleeper.keeping(keep, new Reason.ReleasedAbove(released, keep))
        : sleeper;
  }

  /// The one that wakes earlier, keeping what either keeps.
  private static Sleeper both(Sleeper one, Sleeper other) {
    boolean earlier = one.window().wakeAt().isBefore(other.window().wakeAt());
    return (earlier ? one : other).keeping(Math.max(one.keep(), other.keep()));
  }

  private record Agreed(Agreements.Entry entry, TenantId tenant, Verdict verdict, Floor floor) {
    boolean covers(Workload workload) {
      return workload.tenant().equals(tenant) && entry.policy().selects().matches(workload);
    }

    Optional<Sleeper> sleeper(Workload workload) {
      return switch (verdict) {
        case Verdict.Awake _ -> Optional.empty();
        case Verdict.Asleep(var because, var since, var wakeAt, var readyBy) ->
            Optional.of(
                new Sleeper(
                    workload.id(),
                    workload.tenant(),
                    workload.pool(),
                    entry.agreement(),
                    entry.digest(),
                    new Window(since, wakeAt, readyBy),
                    floor.replicas(),
                    new Reason.Released(entry.agreement(), entry.digest(), rule(because), wakeAt)));
      };
    }
  }

  /// The window, holiday or date that let something sleep, as plans record it.
  public static String rule(Because because) {
    return switch (because) {
      case Because.Rule(var window, _, _) -> window;
      case Because.ByHoliday(var window, _, _, var holiday) ->
          window + " (" + holiday.name() + " " + holiday.date() + ")";
      case Because.ByDate(var date) -> date.toString();
      case Because.Never _,
          Because.UnknownList _,
          Because.StaysAwake _,
          Because.NoWindow _,
          Because.WakingUp _,
          Because.NotYetValid _,
          Because.NoLongerValid _ ->
          because.toString();
    };
  }
}
