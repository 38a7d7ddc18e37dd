package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.witness.Objection;
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

  /// The events of commits `first` to `last` have moved to an archive, all but those that the
  /// running service needs. Commits' headers never move, so the chain goes on and the tree grows.
  ///
  /// @param archive SHA-256 (hex) of the whole file, an evidence package of that period
  /// @param until when the period ended; the next one begins there
  record PeriodArchived(long first, long last, String archive, Instant until, Instant at)
      implements ProvingEvent {}

  /// Others' word on a checkpoint, which is named by its size and the SHA-256 (hex) of its whole
  /// text.
  sealed interface OfCheckpoint extends ProvingEvent {
    long size();

    String checkpoint();
  }

  /// Time stamp (RFC 3161): the checkpoint was there `at`.
  ///
  /// @param token the TimeStampToken, DER in Base64
  /// @param authority whom its certificate names
  record TimestampObtained(long size, String checkpoint, String token, String authority, Instant at)
      implements OfCheckpoint {}

  /// A witness saw at `at` that this tree grew out of what it had seen before.
  ///
  /// @param cosignature the signature's line (c2sp.org/tlog-cosignature), without its end
  record CheckpointCosigned(
      long size, String checkpoint, String witness, String cosignature, Instant at)
      implements OfCheckpoint {}

  /// A witness does not vouch for this checkpoint: it saw another history, or is told so.
  ///
  /// @param seen the size of the tree that the witness knows; 0 where it didn't say
  record WitnessRefused(
      long size, String checkpoint, String witness, Objection objection, long seen)
      implements OfCheckpoint {}
}
