package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.EndOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.EndPoolOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.HoldCustomer;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.ReleaseCustomer;
import dev.feierabend.core.agreeing.ExceptionEvent.CustomerHeld;
import dev.feierabend.core.agreeing.ExceptionEvent.CustomerReleased;
import dev.feierabend.core.agreeing.ExceptionEvent.FreezeDeclared;
import dev.feierabend.core.agreeing.ExceptionEvent.FreezeLifted;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideEnded;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.agreeing.ExceptionEvent.PoolOverrideEnded;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.policies.terms.PoolId;
import java.util.HashSet;
import java.util.Set;

/// What suspends one owner's agreements now.
///
/// @param overrides the newest for each set of pools
/// @param frozen by the owner itself
/// @param held by the operator, where the owner is a customer
record ExceptionState(Set<OverrideGranted> overrides, boolean frozen, boolean held) {
  static final ExceptionState NONE = new ExceptionState(Set.of(), false, false);

  ExceptionState {
    overrides = Set.copyOf(overrides);
  }

  Decision decide(ExceptionCommand command) {
    return switch (command) {
      case GrantOverride grant -> grant(grant);
      case EndOverride end -> end(!overrides.isEmpty(), new OverrideEnded(end.tenant(), end.at()));
      case EndPoolOverride end ->
          end(
              overrides.stream().anyMatch(granted -> granted.pools().equals(end.pools())),
              new PoolOverrideEnded(end.tenant(), end.pools(), end.at()));
      case DeclareFreeze(var scope, var by, var because, var at) ->
          begin(frozen, new FreezeDeclared(scope, by, because, at));
      case LiftFreeze(var scope, var by, var at) -> lift(frozen, new FreezeLifted(scope, by, at));
      case HoldCustomer(var tenant, var by, var because, var at) ->
          begin(held, new CustomerHeld(tenant, by, because, at));
      case ReleaseCustomer(var tenant, var by, var at) ->
          lift(held, new CustomerReleased(tenant, by, at));
    };
  }

  private static Decision grant(GrantOverride grant) {
    var latest = grant.at().plus(grant.longest());
    if (!grant.until().isAfter(grant.at()) || grant.until().isAfter(latest)) {
      return Decision.reject(
          "bad-end",
          "Expected an end after %s and at %s at the latest, as agreed, but found %s"
              .formatted(grant.at(), latest, grant.until()));
    }
    return Decision.of(
        new OverrideGranted(
            grant.tenant(), grant.pools(), grant.until(), grant.by(), grant.because(), grant.at()));
  }

  private static Decision end(boolean there, JournalEvent end) {
    return there
        ? Decision.of(end)
        : Decision.reject("no-override", "Expected an override in force but there is none");
  }

  private static Decision begin(boolean already, JournalEvent begin) {
    return already ? Decision.nothing() : Decision.of(begin);
  }

  private static Decision lift(boolean there, JournalEvent lift) {
    return there
        ? Decision.of(lift)
        : Decision.reject(
            "not-frozen", "Expected a freeze by the same side in force but there is none");
  }

  ExceptionState evolve(ExceptionEvent event) {
    return switch (event) {
      case OverrideGranted granted -> {
        var more = without(granted.pools());
        more.add(granted);
        yield new ExceptionState(more, frozen, held);
      }
      case OverrideEnded _ -> new ExceptionState(Set.of(), frozen, held);
      case PoolOverrideEnded(_, var pools, _) -> new ExceptionState(without(pools), frozen, held);
      case FreezeDeclared _ -> new ExceptionState(overrides, true, held);
      case FreezeLifted _ -> new ExceptionState(overrides, false, held);
      case CustomerHeld _ -> new ExceptionState(overrides, frozen, true);
      case CustomerReleased _ -> new ExceptionState(overrides, frozen, false);
    };
  }

  private Set<OverrideGranted> without(Set<PoolId> pools) {
    var others = new HashSet<>(overrides);
    others.removeIf(granted -> granted.pools().equals(pools));
    return others;
  }
}
