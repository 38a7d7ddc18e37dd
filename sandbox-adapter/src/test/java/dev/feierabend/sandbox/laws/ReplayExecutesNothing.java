package dev.feierabend.sandbox.laws;

import java.util.List;

/// Law 9: starting on a journal does nothing to the world.
final class ReplayExecutesNothing implements Law {
  @Override
  public List<String> violations(Night night) {
    return night.replayed() == 0
        ? List.of()
        : List.of("a replay had %d effects".formatted(night.replayed()));
  }
}
