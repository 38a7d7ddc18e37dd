package dev.feierabend.kubernetes.preflight;

import java.util.Optional;
import java.util.function.Supplier;

/// Asks when it is asked first, and remembers the answer. For one thread.
final class AskedOnce<T> implements Supplier<T> {
  private final Supplier<T> source;
  private Optional<T> known = Optional.empty();

  AskedOnce(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public T get() {
    T answer = known.orElseGet(source);
    known = Optional.of(answer);
    return answer;
  }
}
