package dev.feierabend.core.proving;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.proving.ProvingCommand.RecordCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;

/// How far the history is signed.
///
/// @param signed the last signed commit's number
record CheckpointState(long signed) {
  static final CheckpointState NONE = new CheckpointState(0);

  Decision decide(ProvingCommand command) {
    return switch (command) {
      case RecordCheckpoint(var checkpoint) when checkpoint.head().number() < signed ->
          Decision.reject(
              "CHECKPOINT_OLD",
              "Expected a checkpoint behind commit %d but it signs commit %d"
                  .formatted(signed, checkpoint.head().number()));
      case RecordCheckpoint(var checkpoint) when checkpoint.head().number() <= known() ->
          Decision.nothing();
      case RecordCheckpoint(var checkpoint) -> Decision.of(checkpoint);
    };
  }

  /// The last commit that is signed, or is itself the signature.
  private long known() {
    return signed == 0 ? 0 : signed + 1;
  }

  CheckpointState evolve(ProvingEvent event) {
    return switch (event) {
      case CheckpointSigned(var head, _, _, _) -> new CheckpointState(head.number());
    };
  }
}
