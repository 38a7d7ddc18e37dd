package dev.feierabend.core.journal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// The records at the leaves of a tree of sealed interfaces.
final class SealedCases {
  private SealedCases() {}

  static List<Class<?>> of(Class<?> root) {
    return leaves(root).distinct().toList();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedCases::leaves)
        : Stream.of(type);
  }
}
