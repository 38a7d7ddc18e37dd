package dev.feierabend.core.acting;

import dev.feierabend.policies.terms.Watts;

/// What a machine draws at this moment, as its controller measures it.
public sealed interface PowerReading {
  /// @param source what measured it, for people: `Redfish, EnvironmentMetrics`
  record Metered(Watts watts, String source) implements PowerReading {
    public Metered {
      if (source.isBlank()) {
        throw new IllegalArgumentException("Expected a reading to name its source");
      }
    }
  }

  /// This controller measures nothing, or nothing that is this machine's alone.
  record NotOffered(String because) implements PowerReading {}

  /// It may measure, but doesn't say what.
  record Unknown(String because) implements PowerReading {}
}
