package dev.feierabend.policies.almanac;

import dev.feierabend.policies.language.ListName;
import java.util.List;

/// A list of days that policies may name.
public record NamedDays(ListName name, List<AlmanacDay> days) {
  public NamedDays {
    days = List.copyOf(days);
  }
}
