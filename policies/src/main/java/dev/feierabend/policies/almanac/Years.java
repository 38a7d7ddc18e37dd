package dev.feierabend.policies.almanac;

import java.util.Optional;

/// The years in which a day counts, both inclusive; open where empty.
public record Years(Optional<Integer> from, Optional<Integer> to) {
  public static final Years ALWAYS = new Years(Optional.empty(), Optional.empty());

  boolean includes(int year) {
    return from.orElse(year) <= year && year <= to.orElse(year);
  }

  boolean overlap(Years other) {
    return first() <= other.last() && other.first() <= last();
  }

  private int first() {
    return from.orElse(Integer.MIN_VALUE);
  }

  private int last() {
    return to.orElse(Integer.MAX_VALUE);
  }
}
