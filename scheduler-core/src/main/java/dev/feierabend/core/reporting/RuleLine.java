package dev.feierabend.core.reporting;

import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.WindowRule;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Where a rule that a plan names stands in its document, counted from 1: a window by its spelling,
/// an exception by its date.
final class RuleLine {
  private RuleLine() {}

  static Optional<Integer> of(SchedulePolicy policy, String rule) {
    return policy.asleep().rules().stream()
        .filter(window -> rule.startsWith(window.when().toString()))
        .map(WindowRule::line)
        .findFirst()
        .or(() -> exception(policy, rule));
  }

  private static Optional<Integer> exception(SchedulePolicy policy, String rule) {
    boolean known =
        policy.asleep().exceptions().stream()
            .anyMatch(exception -> exception.date().toString().equals(rule));
    List<String> lines = policy.document().text().lines().toList();
    OptionalInt line =
        IntStream.range(0, lines.size())
            .dropWhile(index -> !lines.get(index).strip().startsWith("exceptions:"))
            .filter(index -> lines.get(index).contains(rule))
            .findFirst();
    return known && line.isPresent() ? Optional.of(line.getAsInt() + 1) : Optional.empty();
  }
}
