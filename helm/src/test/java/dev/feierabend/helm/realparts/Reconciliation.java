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
/// @param differences a sentence each
record Reconciliation(List<Effect> effects, List<Intent> intents, List<String> differences) {
  private static final String MOVE = "move";

  /// @param once whether an intent may have one effect of a kind only, as where nothing goes wrong;
  ///   of a drain there are as many as there was to move
  /// @param unmarked machines on which nothing shows that they are cordoned or admitted
  record Terms(boolean once, Set<String> unmarked) {}

  static Reconciliation of(List<Effect> effects, List<Intent> intents, Terms terms) {
    var differences = new ArrayList<String>();
    Set<Intent> done = new HashSet<>();
    Set<List<String>> seen = new HashSet<>();
    for (Effect effect : effects) {
      Optional<Intent> intent =
          intents.stream().filter(it -> belongs(effect, it, intents)).findFirst();
      if (intent.isEmpty()) {
        differences.add("without an intent: " + effect);
      } else {
        done.add(intent.get());
        boolean first = seen.add(List.of(intent.get().id(), effect.verb(), effect.subject()));
        if (!first && terms.once && !effect.verb().equals("drain")) {
          differences.add("twice for %s: %s".formatted(intent.get().id(), effect));
        }
      }
    }
    Stream<String> withoutEffect =
        intents.stream()
            .filter(it -> it.completed() && !done.contains(it) && !mayShowNothing(it, terms))
            .map(it -> "completed without an effect: " + it.id());
    Stream<String> withoutOutcome =
        intents.stream()
            .filter(it -> it.outcome().isEmpty())
            .map(it -> "without an outcome: " + it.id());
    Stream.concat(withoutEffect, withoutOutcome).forEach(differences::add);
    return new Reconciliation(List.copyOf(effects), List.copyOf(intents), differences);
  }

  private static boolean belongs(Effect effect, Intent intent, List<Intent> intents) {
    boolean kind =
        effect.verb().equals(MOVE)
            ? moves(intent.issued().step(), effect.subject(), intents)
            : effect.verb().equals(intent.verb()) && effect.subject().equals(intent.subject());
    return kind
        && effect.action().map(intent::isNotedAs).orElseGet(() -> intent.spans(effect.at()));
  }

  /// A guest is moved off a host that is emptied, if it runs; off one that goes off, if it doesn't;
  /// and to where it is to start.
  private static boolean moves(Step step, String guest, List<Intent> intents) {
    return switch (step) {
      case Step.Drain(_, var moves) ->
          moves.stream().anyMatch(move -> move.workload().value().equals(guest));
      case Step.Wake wake -> wake.subject().equals(guest);
      case Step.PowerOff _ ->
          intents.stream().anyMatch(it -> it.verb().equals("sleep") && it.subject().equals(guest));
      case Step.Sleep _, Step.Cordon _, Step.PowerOn _, Step.Admit _ -> false;
    };
  }

  private static boolean mayShowNothing(Intent intent, Terms terms) {
    return switch (intent.issued().step()) {
      case Step.Drain(_, var moves) -> moves.isEmpty();
      case Step.Cordon _, Step.Admit _ -> terms.unmarked.contains(intent.subject());
      case Step.Sleep _, Step.Wake _, Step.PowerOff _, Step.PowerOn _ -> false;
    };
  }

  /// How many effects each log has.
  SortedMap<String, Long> counted() {
    return effects.stream().collect(groupingBy(Effect::log, TreeMap::new, counting()));
  }

  long completed() {
    return intents.stream().filter(Intent::completed).count();
  }
}
