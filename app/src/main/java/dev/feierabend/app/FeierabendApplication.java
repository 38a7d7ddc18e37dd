package dev.feierabend.app;

final class FeierabendApplication {
  static void main() {}
}
