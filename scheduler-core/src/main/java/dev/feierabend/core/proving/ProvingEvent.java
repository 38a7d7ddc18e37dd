package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import java.time.Instant;

/// What vouches for the history, from within it.
public sealed interface ProvingEvent extends JournalEvent {
  @Override
  default Owner owner() {
    return Owner.OPERATOR;
  }

  @Override
  default String aggregate() {
    return ProvingCommand.TARGET;
  }

  /// The history up to `head` was signed: `key` is the SHA-256 (hex) of the public key's X.509
  /// form, `signature` Ed25519 in Base64 over the text that `Checkpoint` spells.
  record CheckpointSigned(Head head, String key, String signature, Instant at)
      implements ProvingEvent {}
}
