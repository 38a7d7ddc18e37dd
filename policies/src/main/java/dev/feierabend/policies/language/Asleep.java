package dev.feierabend.policies.language;

import java.util.List;

/// When capacity may sleep: every week, with exceptions by date.
public record Asleep(List<WeeklyInterval> weekly, List<DateException> exceptions) {
  public Asleep {
    weekly = List.copyOf(weekly);
    exceptions = List.copyOf(exceptions);
  }
}
