package dev.feierabend.core.proving;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import dev.feierabend.core.proving.ProvingEvent.KeyRotated;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.PeriodArchived;

/// What is recorded of proofs.
public sealed interface ProvingCommand extends Command {
  String TARGET = "checkpoints";

  @Override
  default String target() {
    return TARGET;
  }

  /// Records `heads`; nothing is recorded where nothing but a checkpoint happened since the last.
  record FixHeads(HeadsFixed heads) implements ProvingCommand {}

  /// Records `checkpoint`.
  record RecordCheckpoint(CheckpointSigned checkpoint) implements ProvingCommand {}

  /// Records `rotation`; nothing is recorded where the new key signs already.
  record RotateKey(KeyRotated rotation) implements ProvingCommand {}

  /// Records `archived`, which is signed and follows the archive before.
  record RecordArchive(PeriodArchived archived) implements ProvingCommand {}

  /// Records what others say of the newest checkpoint; nothing where they said so already.
  record RecordWord(OfCheckpoint word) implements ProvingCommand {}
}
