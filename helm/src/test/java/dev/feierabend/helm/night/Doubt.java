package dev.feierabend.helm.night;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.Step;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import java.time.Instant;
import java.util.List;

/// The looks in doubt of a night: the first after the service's clock began to run or jumped. The
/// next look comes a beat later.
///
/// @param told those instants, by that clock
record Doubt(List<Instant> told) {

  /// Those of `effects` that one of `intents` asked for which was decided in doubt.
  List<Effect> of(List<ActionIssued> intents, List<Effect> effects) {
    List<ActionIssued> doubted = intents.stream().filter(it -> begins(it.at())).toList();
    return effects.stream()
        .filter(effect -> doubted.stream().anyMatch(intent -> asks(intent, effect)))
        .toList();
  }

  private boolean begins(Instant at) {
    return told.stream()
        .anyMatch(
            from -> !at.isBefore(from) && at.isBefore(from.plus(NightService.BEAT.underWay())));
  }

  /// A power controller isn't told for which action it is asked.
  private static boolean asks(ActionIssued intent, Effect effect) {
    return effect
        .action()
        .map(action -> intent.action().isNotedAs(action.value()))
        .orElseGet(() ->
            effect.verb().equals("off")
                && intent.step() instanceof Step.PowerOff off
                && effect.subject().equals(off.subject()));
  }
}
