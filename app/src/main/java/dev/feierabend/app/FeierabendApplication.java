package dev.feierabend.app;

import dev.feierabend.app.cli.CommandLine;

/// Where the JVM comes in.
final class FeierabendApplication {
  private FeierabendApplication() {}

  static void main(String[] args) {
    int exit = CommandLine.standard().run(args);
    System.exit(exit);
  }
}
