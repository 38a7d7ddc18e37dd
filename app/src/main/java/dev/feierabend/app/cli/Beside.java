package dev.feierabend.app.cli;

import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.policies.fleet.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What lies beside a journal to read it with: the fleet, who is who, the key of the checkpoints.
/// Each may be missing.
record Beside(Path journal) {
  static final String FLEET = "fleet.yaml";

  Optional<Fleet> fleet() {
    return file(FLEET).map(Inputs::fleet);
  }

  /// Names by pseudonym.
  Map<String, String> people() {
    return Inputs.people(ActorsFile.beside(journal));
  }

  Optional<Path> keyFile() {
    return file(CheckpointKey.FILE);
  }

  private Optional<Path> file(String name) {
    return Optional.of(journal.resolve(name)).filter(Files::exists);
  }
}
