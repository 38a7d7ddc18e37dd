package dev.feierabend.policies.language;

import java.time.LocalDate;
import java.util.Optional;

/// The dates on which a policy counts, in its own zone, both inclusive; open where empty.
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {
  public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

  public Validity {
    if (endsBeforeItBegins(from, to)) {
      throw new IllegalArgumentException(
          "Expected an end at or after the beginning but found %s and %s".formatted(from, to));
    }
  }

  static boolean endsBeforeItBegins(Optional<LocalDate> from, Optional<LocalDate> to) {
    return from.flatMap(begin -> to.filter(end -> end.isBefore(begin))).isPresent();
  }
}
