package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.Revision;

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

  /// Every owner's last commit as of `upTo`, by number and without a name, so that it may be shown
  /// to any of them: who knows their own last commit finds it here, or knows that some are missing.
  record HeadsFixed(Head upTo, List<Head> heads) implements ProvingEvent {
    public HeadsFixed {
      heads = List.copyOf(heads);
    }
  }

  /// The history up to `head`, itself included, was signed.
  @Revision("2")
  record CheckpointSigned(Head head, Seal seal, Instant at) implements ProvingEvent {}

  /// From here on another key signs. Both are verifier keys; `note` is the new one as a text,
  /// signed by the old.
  record KeyRotated(String oldKey, String newKey, String note, Instant at)
      implements ProvingEvent {}
}
