package dev.feierabend.core.planning;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A plan of which it isn't known yet whether it is recorded. Only one that is needs the digest of
/// its inputs, which may take longer than planning.
///
/// @param plan without the digest
/// @param inputs makes the digest
record Draft(PowerPlan plan, Supplier<String> inputs) {

  /// The plan with its digest.
  PowerPlan recorded() {
    return plan.from(inputs.get());
  }

  /// Another plan, decided from the same.
  Draft changed(UnaryOperator<PowerPlan> change) {
    return new Draft(change.apply(plan), inputs);
  }

  /// The plans of all places as one.
  static Draft together(List<Draft> parts) {
    return parts.size() == 1
        ? parts.getFirst()
        : new Draft(
            Part.together(parts.stream().map(Draft::plan).toList()),
            () -> InputDigest.hex(parts.stream().map(part -> part.inputs().get()).toList()));
  }
}
