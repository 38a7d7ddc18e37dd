package dev.feierabend.helm.realparts;

import java.time.Instant;
import java.util.Optional;

/// Something that was done to the world, as the log of who did it has it.
///
/// @param log whose log
/// @param verb as intents are named: `sleep`, `cordon`, `power-off`
/// @param subject a machine's UUID or a workload's id
/// @param action what it says that it was done for, where it says so, in full or in brief
/// @param at when it was asked for, in whole milliseconds
record Effect(String log, String verb, String subject, Optional<String> action, Instant at) {
  Effect at(Instant other) {
    return new Effect(log, verb, subject, action, other);
  }

  @Override
  public String toString() {
    return "%s %s, in %s at %s".formatted(verb, subject, log, at);
  }
}
