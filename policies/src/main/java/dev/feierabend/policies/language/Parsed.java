package dev.feierabend.policies.language;

import java.util.List;

/// What a document says, or everything that is wrong with it.
public sealed interface Parsed<T> {
  record Valid<T>(T value) implements Parsed<T> {}

  /// Faults in the order of the document; at least one.
  record Invalid<T>(List<Fault> faults) implements Parsed<T> {
    public Invalid {
      faults = List.copyOf(faults);
    }
  }
}
