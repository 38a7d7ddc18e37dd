package dev.feierabend.app.wiring;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.Checkpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// Signs the history every hour in which something happened, and leaves the public key beside the
/// journal for whoever verifies it.
final class Seals implements Hourly.Task {
  private final Checkpoints checkpoints;

  private Seals(Checkpoints checkpoints) {
    this.checkpoints = checkpoints;
  }

  static Seals with(Path key, Path folder, Journal journal) {
    var signer = signer(key);
    try {
      Files.writeString(folder.resolve(CheckpointKey.FILE), CheckpointKey.pem(signer.publicKey()));
    } catch (IOException e) {
      throw new Outage("Expected to write into the journal's folder %s".formatted(folder), e);
    }
    return new Seals(new Checkpoints(journal.log(), journal, signer));
  }

  private static CheckpointSigner signer(Path key) {
    try {
      return CheckpointSigner.ofPem(Files.readString(key));
    } catch (IOException | IllegalArgumentException e) {
      throw new Outage(
          "Expected an Ed25519 key in PEM at feierabend.signing-key but %s holds none that can be read; `openssl genpkey -algorithm ed25519` makes one"
              .formatted(key),
          e);
    }
  }

  @Override
  public void ended(Instant from, Instant to) {
    checkpoints.sign(to);
  }
}
