package dev.feierabend.app.cli;

import dev.feierabend.policies.fleet.Fleet;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The fleet that a journal is read with.
final class OfFleet {
  @Option(
      names = "--fleet",
      paramLabel = "FILE",
      description = "The fleet's document; by default fleet.yaml beside the journal.")
  @Nullable Path fleet;

  /// @throws Unreadable where none is named and none lies there
  Fleet beside(Beside beside) {
    return Optional.ofNullable(fleet)
        .map(Inputs::fleet)
        .or(beside::fleet)
        .orElseThrow(() ->
            new Unreadable(
                "Expected the fleet's document, %s, beside the journal but found none; name it with --fleet"
                    .formatted(Beside.FLEET)));
  }
}
