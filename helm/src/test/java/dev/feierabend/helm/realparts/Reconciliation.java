package dev.feierabend.helm.realparts;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.feierabend.core.acting.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// What the logs of the parts say was done, against what the journal says was to be done. An effect
/// that names its action belongs to that one; another belongs to an intent of its kind and subject
/// that it was done within.
///
/// @param empty completed drains of hosts on which nothing was left to move
/// @param differences a sentence each
record Reconciliation(
    List<Effect> effects, List<Intent> intents, int empty, List<String> differences) {

  /// @param once whether an intent may have one effect only, as where nothing goes wrong; of a
  ///   drain there are as many as there was to move
  static Reconciliation of(List<Effect> effects, List<Intent> intents, boolean once) {
    var differences = new ArrayList<String>();
    Set<Intent> done = new HashSet<>();
    for (Effect effect : effects) {
      Optional<Intent> intent = intents.stream().filter(it -> belongs(effect, it)).findFirst();
      if (intent.isEmpty()) {
        differences.add("without an intent: " + effect);
      } else if (!done.add(intent.get()) && once && !drains(intent.get())) {
        differences.add("twice for %s: %s".formatted(intent.get().id(), effect));
      }
    }
    List<Intent> idle =
        intents.stream().filter(it -> it.completed() && !done.contains(it)).toList();
    Stream<String> withoutEffect =
        idle.stream()
            .filter(intent -> !drains(intent))
            .map(intent -> "completed without an effect: " + intent.id());
    Stream<String> withoutOutcome =
        intents.stream()
            .filter(intent -> intent.outcome().isEmpty())
            .map(intent -> "without an outcome: " + intent.id());
    Stream.concat(withoutEffect, withoutOutcome).forEach(differences::add);
    int empty = (int) idle.stream().filter(Reconciliation::drains).count();
    return new Reconciliation(List.copyOf(effects), List.copyOf(intents), empty, differences);
  }

  private static boolean belongs(Effect effect, Intent intent) {
    return effect.verb().equals(intent.verb())
        && effect.subject().equals(intent.subject())
        && effect.action().map(intent.id()::equals).orElseGet(() -> intent.spans(effect.at()));
  }

  private static boolean drains(Intent intent) {
    return intent.issued().step() instanceof Step.Drain;
  }

  /// How many effects each log has.
  SortedMap<String, Long> counted() {
    return effects.stream().collect(groupingBy(Effect::log, TreeMap::new, counting()));
  }

  long completed() {
    return intents.stream().filter(Intent::completed).count();
  }
}
