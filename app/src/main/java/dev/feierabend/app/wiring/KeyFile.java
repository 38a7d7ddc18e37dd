package dev.feierabend.app.wiring;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.CheckpointSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A secret key's file: PKCS #12 where a password's file is named with it, otherwise PKCS #8 in
/// PEM.
record KeyFile(Path file, Optional<Path> password) implements SigningKey {
  @Override
  public CheckpointSigner open() {
    try {
      if (password.isEmpty()) {
        return CheckpointSigner.ofPem(Files.readString(file));
      }
      String word = Files.readString(password.orElseThrow()).strip();
      return CheckpointSigner.ofPkcs12(Files.readAllBytes(file), word.toCharArray());
    } catch (IOException | IllegalArgumentException e) {
      throw new Outage(
          "Expected an Ed25519 key in PEM (or in PKCS #12, with feierabend.signing-password) but %s holds none that can be read; `openssl genpkey -algorithm ed25519` makes one"
              .formatted(file),
          e);
    }
  }
}
