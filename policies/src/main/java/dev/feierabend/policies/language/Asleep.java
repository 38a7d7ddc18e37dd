package dev.feierabend.policies.language;

import java.util.List;
import java.util.Optional;

/// When capacity may sleep: in the windows of `rules` and on the dates that `exceptions` add, but
/// never in those of `never` nor on the dates that `exceptions` keep awake. `holidays` is there
/// wherever a window names one.
public record Asleep(
    List<WindowRule> rules,
    List<WindowRule> never,
    List<DateException> exceptions,
    Optional<HolidayRules> holidays) {
  public Asleep {
    rules = List.copyOf(rules);
    never = List.copyOf(never);
    exceptions = List.copyOf(exceptions);
  }
}
