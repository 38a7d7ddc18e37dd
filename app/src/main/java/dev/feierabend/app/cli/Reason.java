package dev.feierabend.app.cli;

import picocli.CommandLine.Option;

/// Why somebody asks for something.
final class Reason {
  static final String TOLD = "The reason; it goes into the history.";

  @Option(
      names = "--because",
      paramLabel = "TEXT",
      required = true,
      converter = TypedReason.class,
      description = TOLD)
  String because = "";
}
