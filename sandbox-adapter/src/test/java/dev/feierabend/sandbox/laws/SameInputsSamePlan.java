package dev.feierabend.sandbox.laws;

import dev.feierabend.core.planning.PlanningEvent.PlanDecided;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/// Law 10: equal digests of inputs stand for equal plans.
final class SameInputsSamePlan implements Law {
  @Override
  public List<String> violations(Night night) {
    var plans = new HashMap<List<Object>, List<Object>>();
    return night
        .events(PlanDecided.class)
        .map(plan -> {
          List<Object> wants = List.of(plan.hosts(), plan.sleepers());
          var before = plans.putIfAbsent(List.of(plan.owner(), plan.inputs()), wants);
          return before == null || before.equals(wants) ? null : plan.plan() + " differs";
        })
        .filter(Objects::nonNull)
        .toList();
  }
}
