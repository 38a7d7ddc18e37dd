package dev.feierabend.app.cli;

import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.policies.fleet.Fleet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;

/// What lies beside a journal to read it with: the fleet, who is who, the key of the checkpoints.
/// Each may be missing.
///
/// @param directory empty where none is named
record Beside(Optional<Path> directory) {
  static final String FLEET = "fleet.yaml";

  Optional<Fleet> fleet() {
    return file(FLEET).map(Inputs::fleet);
  }

  /// Names by pseudonym.
  Map<String, String> people() {
    return directory.map(ActorsFile::beside).map(Inputs::people).orElseGet(Map::of);
  }

  Optional<Path> keyFile() {
    return file(CheckpointKey.FILE);
  }

  /// A package of what is signed holds the key.
  ///
  /// @throws Unreadable where something is signed and no key is known
  void expectKey(Optional<PublicKey> key, Verification.Intact history) {
    if (key.isEmpty() && history.signed() > 0) {
      throw new Unreadable(
          "Expected the checkpoints' public key, %s, beside the journal but found none; name it with --key"
              .formatted(CheckpointKey.FILE));
    }
  }

  private Optional<Path> file(String name) {
    return directory.map(beside -> beside.resolve(name)).filter(Files::exists);
  }
}
