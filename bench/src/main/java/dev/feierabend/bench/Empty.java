package dev.feierabend.bench;

/// The least that a JVM can be started for.
final class Empty {
  private Empty() {}

  static void main() {}
}
