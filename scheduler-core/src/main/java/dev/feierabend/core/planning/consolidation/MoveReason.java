package dev.feierabend.core.planning.consolidation;

import dev.feierabend.policies.terms.MachineId;
import java.time.Instant;

/// Why a guest gets another host.
public sealed interface MoveReason {
  /// It runs nowhere yet.
  record Starts() implements MoveReason {}

  /// Its host is off until then.
  record Vacates(MachineId host, Instant until) implements MoveReason {}

  /// At their peaks its host's guests would need more than it has.
  record Relieves(MachineId host) implements MoveReason {}

  /// Where it was it broke a rule.
  record Obeys(String rule) implements MoveReason {}

  /// Where it was it was outside of its zones.
  record EntersItsZone(String zone) implements MoveReason {}

  /// It leaves its room to a larger one.
  record MakesRoom() implements MoveReason {}
}
