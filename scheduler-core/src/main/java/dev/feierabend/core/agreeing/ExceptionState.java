package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.EndOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.GrantOverride;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.agreeing.ExceptionEvent.FreezeDeclared;
import dev.feierabend.core.agreeing.ExceptionEvent.FreezeLifted;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideEnded;
import dev.feierabend.core.agreeing.ExceptionEvent.OverrideGranted;
import dev.feierabend.core.kernel.Decision;
import java.time.Duration;
import java.util.Optional;

/// What suspends one owner's agreements now.
record ExceptionState(Optional<OverrideGranted> override, boolean frozen) {
  static final ExceptionState NONE = new ExceptionState(Optional.empty(), false);

  /// Longer than this is no exception but another policy.
  private static final Duration LONGEST = Duration.ofDays(14);

  Decision decide(ExceptionCommand command) {
    return switch (command) {
      case GrantOverride grant -> grant(grant);
      case EndOverride end ->
          override.isPresent()
              ? Decision.of(new OverrideEnded(end.tenant(), end.at()))
              : Decision.reject("no-override", "Expected an override in force but there is none");
      case DeclareFreeze freeze ->
          frozen
              ? Decision.nothing()
              : Decision.of(
                  new FreezeDeclared(freeze.scope(), freeze.by(), freeze.because(), freeze.at()));
      case LiftFreeze lift ->
          frozen
              ? Decision.of(new FreezeLifted(lift.scope(), lift.by(), lift.at()))
              : Decision.reject("not-frozen", "Expected a freeze in force but there is none");
    };
  }

  private static Decision grant(GrantOverride grant) {
    if (!grant.until().isAfter(grant.at()) || grant.until().isAfter(grant.at().plus(LONGEST))) {
      return Decision.reject(
          "bad-end",
          "Expected an end within 14 days after %s but found %s"
              .formatted(grant.at(), grant.until()));
    }
    return Decision.of(
        new OverrideGranted(
            grant.tenant(), grant.pools(), grant.until(), grant.by(), grant.because(), grant.at()));
  }

  ExceptionState evolve(ExceptionEvent event) {
    return switch (event) {
      case OverrideGranted granted -> new ExceptionState(Optional.of(granted), frozen);
      case OverrideEnded _ -> new ExceptionState(Optional.empty(), frozen);
      case FreezeDeclared _ -> new ExceptionState(override, true);
      case FreezeLifted _ -> new ExceptionState(override, false);
    };
  }
}
