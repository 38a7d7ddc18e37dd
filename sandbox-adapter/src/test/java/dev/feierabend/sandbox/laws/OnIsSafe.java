package dev.feierabend.sandbox.laws;

import java.util.List;
import java.util.Set;

/// Law 2: while the store refuses, and on the first look after a start or a jump, nothing begins to
/// be taken away.
final class OnIsSafe implements Law {
  private static final Set<String> TAKING = Set.of("sleep", "cordon", "drain", "off");

  @Override
  public List<String> violations(Night night) {
    return night.doubtful().stream()
        .filter(effect -> effect.changed() && TAKING.contains(effect.verb()))
        .map(effect -> "%s %s in doubt".formatted(effect.verb(), effect.subject()))
        .toList();
  }
}
