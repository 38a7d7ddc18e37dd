package dev.feierabend.sandbox.laws;

import dev.feierabend.core.acting.ActingEvent;
import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.acting.ActingEvent.OutcomeUnknown;
import dev.feierabend.core.acting.ActionId;
import dev.feierabend.sandbox.centre.EffectLog.Effect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Law 3: an intent before its outcome, one outcome each, and no action takes effect twice.
/// Emptying a host takes several moves.
final class IntentEffectOutcome implements Law {
  @Override
  public List<String> violations(Night night) {
    var found = new ArrayList<String>();
    var open = new HashSet<ActionId>();
    night
        .events(ActingEvent.OfAction.class)
        .forEach(event -> {
          boolean inOrder =
              switch (event) {
                case ActionIssued _ -> open.add(event.action());
                case OutcomeUnknown _ -> open.contains(event.action());
                default -> open.remove(event.action());
              };
          if (!inOrder) {
            found.add("%s out of order: %s".formatted(event.action(), event));
          }
        });
    open.forEach(action -> found.add(action + " never ended"));
    doubled(night.effects()).forEach(action -> found.add(action + " took effect twice"));
    return found;
  }

  private static List<ActionId> doubled(List<Effect> effects) {
    Map<ActionId, Integer> changes = new HashMap<>();
    effects.stream()
        .filter(effect -> effect.changed() && !effect.verb().equals("drain"))
        .flatMap(effect -> effect.action().stream())
        .forEach(action -> changes.merge(action, 1, Integer::sum));
    return changes.entrySet().stream()
        .filter(entry -> entry.getValue() > 1)
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }
}
