package dev.feierabend.sandbox.laws;

import dev.feierabend.core.observing.ObservingEvent.ForeignChangeObserved;
import java.util.List;
import java.util.Set;

/// Law 7: what a person changed is left alone until the next transition.
final class APersonsLaterChangeWins implements Law {
  private static final Set<String> TAKING = Set.of("sleep", "off");

  @Override
  public List<String> violations(Night night) {
    return night
        .events(ForeignChangeObserved.class)
        .flatMap(change ->
            night.effects().stream()
                .filter(effect -> effect.changed() && TAKING.contains(effect.verb()))
                .filter(effect -> effect.subject().equals(change.subject()))
                .filter(effect ->
                    effect.at().isAfter(change.at()) && effect.at().isBefore(change.until()))
                .map(effect -> "%s %s against a person".formatted(effect.verb(), effect.subject())))
        .toList();
  }
}
