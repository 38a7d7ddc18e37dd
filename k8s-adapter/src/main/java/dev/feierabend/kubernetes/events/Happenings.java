package dev.feierabend.kubernetes.events;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.ActingEvent.ActionCompleted;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.ActionRefused;
import dev.feierabend.core.acting.ActingEvent.ActionTimedOut;
import dev.feierabend.core.acting.ActingEvent.CapacityReady;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActingEvent.WakeLate;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.core.acting.GroupName;
import dev.feierabend.core.acting.Step;
import dev.feierabend.core.agreeing.ExceptionEvent;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideEnded;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.agreeing.ExceptionEvent.PoolOverrideEnded;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import dev.feierabend.core.observing.ObservingEvent.KeeperFound;
import dev.feierabend.core.observing.ObservingEvent.SleepUndone;
import dev.feierabend.kubernetes.events.Happening.Reason;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.terms.WorkloadId;
import io.fabric8.kubernetes.api.model.ObjectReference;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Makes what is recorded into what a namespace's people are told. Remembers which intents are
/// under way, and nothing else.
final class Happenings {
  private static final int MOST_UNDER_WAY = 100_000;

  private final Subjects subjects;
  private final Told told;
  private final Map<ActionId, ActionIssued> underWay =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ActionId, ActionIssued> eldest) {
          return size() > MOST_UNDER_WAY;
        }
      };

  Happenings(Subjects subjects, Told told) {
    this.subjects = subjects;
    this.told = told;
  }

  List<Happening> of(JournalEvent event) {
    return switch (event) {
      case ActingEvent acting -> acting(acting);
      case ExceptionEvent exception -> exception(exception);
      case ForeignChangeObserved change ->
          about(change.subject(), "Watch", Reason.LeftAlone, told.sentence(change), change.at());
      case KeeperFound found ->
          about(found.subject(), "Watch", Reason.MayBeUndone, told.sentence(found), found.at());
      case SleepUndone undone ->
          about(undone.subject(), "Watch", Reason.SleepUndone, told.sentence(undone), undone.at());
      default -> List.of();
    };
  }

  private List<Happening> acting(ActingEvent event) {
    return switch (event) {
      case ActionIssued issued -> {
        if (tells(issued.step())) {
          underWay.put(issued.action(), issued);
        }
        yield List.of();
      }
      case ActionCompleted(_, var action, _, var at) -> done(action, at);
      case ActionRefused(_, var action, _, var at) -> failed(action, Reason.NotDone, event, at);
      case ActionTimedOut(_, var action, _, var at) ->
          failed(action, Reason.NotSeenInTime, event, at);
      case OutcomeUnknown _, CapacityReady _ -> List.of();
      case WakeLate late -> late(late);
    };
  }

  /// Not of what a person woke.
  private static boolean tells(Step step) {
    return switch (step) {
      case Step.Sleep _ -> true;
      case Step.Wake wake -> wake.bringsBack();
      case Step.OnHost _ -> false;
    };
  }

  private List<Happening> done(ActionId action, Instant at) {
    return ended(action)
        .map(issued -> {
          boolean sleeps = issued.step().takesAway();
          return happening(issued, sleeps ? Reason.Asleep : Reason.Awake, told.why(issued), at);
        })
        .orElseGet(List::of);
  }

  private List<Happening> failed(ActionId action, Reason reason, ActingEvent event, Instant at) {
    return ended(action)
        .map(issued -> happening(issued, reason, told.sentence(event), at))
        .orElseGet(List::of);
  }

  private Optional<ActionIssued> ended(ActionId action) {
    return Optional.ofNullable(underWay.remove(action));
  }

  private List<Happening> happening(
      ActionIssued issued, Reason reason, String sentence, Instant at) {
    String action = issued.step().takesAway() ? "Sleep" : "Wake";
    return subjects
        .workload(new WorkloadId(issued.step().subject()), uid(issued))
        .map(about -> List.of(new Happening(about, action, reason, sentence, at)))
        .orElseGet(List::of);
  }

  private static Optional<String> uid(ActionIssued issued) {
    return switch (issued.step()) {
      case Step.Wake wake -> wake.original().uid();
      default -> issued.restore().flatMap(original -> original.uid());
    };
  }

  /// A pool is told of in all of its namespaces, a group in all of the tenant's; a host is the
  /// operator's.
  private List<Happening> late(WakeLate late) {
    return switch (late.owner()) {
      case Owner.Operator _ -> List.of();
      case Owner.Customer(var tenant) when GroupName.of(late.subject()).isPresent() ->
          late(late, tenant, Set.of());
      case Owner.Customer(var tenant) -> {
        List<Happening> one =
            about(late.subject(), "Wake", Reason.WakeLate, told.sentence(late), late.at());
        yield one.isEmpty() ? late(late, tenant, Set.of(new PoolId(late.subject()))) : one;
      }
    };
  }

  private List<Happening> late(WakeLate late, TenantId tenant, Set<PoolId> pools) {
    return inNamespaces(tenant, pools, Reason.WakeLate, told.sentence(late), late.at());
  }

  private List<Happening> exception(ExceptionEvent event) {
    String sentence = told.sentence(event);
    return switch (event) {
      case OverrideGranted(var tenant, var pools, _, _, _, var at) ->
          inNamespaces(tenant, pools, Reason.KeptAwake, sentence, at);
      case OverrideEnded(var tenant, var at) ->
          inNamespaces(tenant, Set.of(), Reason.OverrideEnded, sentence, at);
      case PoolOverrideEnded(var tenant, var pools, var at) ->
          inNamespaces(tenant, pools, Reason.OverrideEnded, sentence, at);
      default -> List.of();
    };
  }

  private List<Happening> about(
      String subject, String action, Reason reason, String sentence, Instant at) {
    return subjects
        .workload(new WorkloadId(subject), Optional.empty())
        .map(about -> List.of(new Happening(about, action, reason, sentence, at)))
        .orElseGet(List::of);
  }

  private List<Happening> inNamespaces(
      TenantId tenant, Set<PoolId> pools, Reason reason, String sentence, Instant at) {
    Stream<ObjectReference> all = subjects.namespaces(tenant, pools);
    String action = reason == Reason.WakeLate ? "Wake" : "Override";
    return all.map(about -> new Happening(about, action, reason, sentence, at)).toList();
  }
}
