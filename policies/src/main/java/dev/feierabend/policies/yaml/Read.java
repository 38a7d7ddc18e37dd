package dev.feierabend.policies.yaml;

import java.util.Optional;
import java.util.function.Consumer;

/// What was read at a place; empty where it was wrong, and then there is a complaint about it.
public record Read<T>(Place at, Optional<T> found) {

  /// The value; asked for only where nothing was complained about.
  public T value() {
    return found.orElseThrow(
        () -> new IllegalStateException("A faulty value was asked for, at " + at));
  }

  public void ifSound(Consumer<T> use) {
    found.ifPresent(use);
  }
}
