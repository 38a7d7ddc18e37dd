package dev.feierabend.console;

import dev.feierabend.core.Slices;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.Checkpoints;
import dev.feierabend.core.proving.TileFolder;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.VerifierKey;
import dev.feierabend.policies.terms.ActorId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A signed, published history of two commits.
final class SignedLog {
  private static final CheckpointSigner SIGNER = CheckpointSigner.ofSeed(new byte[32]);
  private static final KeyName ORIGIN = new KeyName("example.com/log");
  static final VerifierKey KEY = SIGNER.verifier(ORIGIN);

  private SignedLog() {}

  static TileFolder published() throws IOException {
    var tiles = new TileFolder(Files.createTempDirectory(Path.of("target"), "tlog-"));
    var log = EmbeddedCommitLog.inMemory(() -> TwoTowns.NOON);
    try (var journal = Slices.journal(log, () -> TwoTowns.NOON, List.of())) {
      journal.send(
          new DeclareFreeze(Owner.OPERATOR, new ActorId("actor-17"), "storm", TwoTowns.NOON));
      var checkpoints = new Checkpoints(log, journal, SIGNER, Optional.of(ORIGIN));
      checkpoints.sign(TwoTowns.NOON);
      tiles.publish(log, checkpoints.last().orElseThrow());
    }
    return tiles;
  }
}
