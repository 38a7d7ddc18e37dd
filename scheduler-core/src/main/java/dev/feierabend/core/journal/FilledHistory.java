package dev.feierabend.core.journal;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A history whose archived commits are given back their events, as far as `filling` has them.
public record FilledHistory(History kept, UnaryOperator<Commit> filling) implements History {
  @Override
  public Optional<Commit> commit(long number) {
    return kept.commit(number).map(filling);
  }

  @Override
  public Stream<Commit> commits() {
    return kept.commits().map(filling);
  }

  @Override
  public void close() {
    kept.close();
  }
}
