package dev.feierabend.helm.realparts;

import dev.feierabend.testservers.Switching;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// A power controller's log, as what was done to its machine.
final class ControllerLog {
  private static final Map<String, String> VERBS =
      Map.of(
          "On", "power-on",
          "power 1", "power-on",
          "GracefulShutdown", "power-off",
          "shutdown 1", "power-off");

  /// A machine that is on was switched off without a word to what runs on it.
  private static final Set<String> FORCED =
      Set.of("ForceOff", "ForceRestart", "PowerCycle", "power 0", "reset");

  private ControllerLog() {}

  static Stream<Effect> effects(Machine machine) {
    String log = "the log of %s's controller".formatted(machine.node());
    return machine.switchings().stream()
        .map(it ->
            new Effect(
                log,
                VERBS.getOrDefault(it.what(), it.what()),
                machine.uuid(),
                Optional.empty(),
                it.at()));
  }

  static Stream<String> forced(Machine machine) {
    return machine.switchings().stream()
        .map(Switching::what)
        .filter(it -> FORCED.stream().anyMatch(it::startsWith))
        .map(it -> "%s was forced: %s".formatted(machine.node(), it));
  }
}
