package dev.feierabend.app.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// A wake list to go by, or one to write.
final class OfWakeList {
  @Option(
      names = "--list",
      paramLabel = "FILE",
      description = "The list whose hosts are brought back; the service keeps it.")
  @Nullable Path list;

  @Option(
      names = "--export",
      paramLabel = "FILE",
      description =
          "Writes a list of every host that can be brought back so, from the service's settings alone.")
  @Nullable Path export;
}
