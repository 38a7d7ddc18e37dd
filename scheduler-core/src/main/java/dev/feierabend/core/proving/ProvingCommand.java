package dev.feierabend.core.proving;

import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;

/// What is recorded of proofs.
public sealed interface ProvingCommand extends Command {
  String TARGET = "checkpoints";

  @Override
  default String target() {
    return TARGET;
  }

  /// Records `checkpoint`; nothing is recorded where nothing but a checkpoint happened since the
  /// last.
  record RecordCheckpoint(CheckpointSigned checkpoint) implements ProvingCommand {}
}
