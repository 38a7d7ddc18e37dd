package dev.feierabend.core.proving;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.proving.ProvingCommand.FixHeads;
import dev.feierabend.core.proving.ProvingCommand.RecordArchive;
import dev.feierabend.core.proving.ProvingCommand.RecordCheckpoint;
import dev.feierabend.core.proving.ProvingCommand.RecordWord;
import dev.feierabend.core.proving.ProvingCommand.RotateKey;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import dev.feierabend.core.proving.ProvingEvent.KeyRotated;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.PeriodArchived;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.VerifierKey;
import java.util.Optional;

/// How far the history is signed, as which log and by whom.
///
/// @param signed the last signed commit's number
/// @param origin the log's, from the first note on
/// @param key the id of the key that signs, likewise
/// @param word what others say of the newest checkpoint
/// @param archived the last commit whose events may have moved to an archive, likewise
record CheckpointState(
    long signed, Optional<KeyName> origin, Optional<String> key, Word word, long archived) {
  static final CheckpointState NONE =
      new CheckpointState(0, Optional.empty(), Optional.empty(), Word.NONE, 0);

  Decision decide(ProvingCommand command) {
    return switch (command) {
      case FixHeads(var heads) ->
          heads.upTo().number() <= known() ? Decision.nothing() : Decision.of(heads);
      case RecordCheckpoint(var checkpoint) -> decide(checkpoint);
      case RotateKey(var rotation) -> decide(rotation);
      case RecordWord(var one) -> word.decide(one);
      case RecordArchive(var one) -> decide(one);
    };
  }

  /// The last commit that is signed, or is itself the signature, or others' word on it.
  private long known() {
    return signed == 0 ? 0 : signed + 1 + word.commits();
  }

  private Decision decide(CheckpointSigned checkpoint) {
    if (checkpoint.head().number() <= signed) {
      return Decision.reject(
          "CHECKPOINT_OLD",
          "Expected a checkpoint behind commit %d but it signs commit %d"
              .formatted(signed, checkpoint.head().number()));
    }
    var next = evolve(checkpoint);
    if (origin.isPresent() && !origin.equals(next.origin)) {
      return Decision.reject(
          "CHECKPOINT_OF_ANOTHER_ORIGIN",
          "Expected the origin %s, as before, but found %s; a journal keeps its origin"
              .formatted(told(origin), told(next.origin)));
    }
    if (key.isPresent() && !key.equals(next.key)) {
      return Decision.reject(
          "CHECKPOINT_OF_ANOTHER_KEY",
          "Expected a signature of key %s but found one of %s; the old key must sign the new first"
              .formatted(told(key), told(next.key)));
    }
    return Decision.of(checkpoint);
  }

  private Decision decide(KeyRotated rotation) {
    var now = Optional.of(VerifierKey.parse(rotation.newKey()).id());
    if (key.equals(now)) {
      return Decision.nothing();
    }
    var before = Optional.of(VerifierKey.parse(rotation.oldKey()).id());
    if (key.isPresent() && !key.equals(before)) {
      return Decision.reject(
          "KEY_NOT_IN_USE",
          "Expected key %s, which signs now, to sign the new one but found %s"
              .formatted(told(key), told(before)));
    }
    return Rotation.holds(rotation)
        ? Decision.of(rotation)
        : Decision.reject(
            "ROTATION_UNSIGNED", "Expected the new key signed by the old one but it isn't");
  }

  private Decision decide(PeriodArchived period) {
    return period.first() == archived + 1 && period.last() > archived && period.last() <= signed
        ? Decision.of(period)
        : Decision.reject(
            "ARCHIVE_MISPLACED",
            "Expected a period from commit %d to %d at most but found %d to %d"
                .formatted(archived + 1, signed, period.first(), period.last()));
  }

  private static String told(Optional<?> known) {
    return known.map(Object::toString).orElse("none");
  }

  CheckpointState evolve(ProvingEvent event) {
    return switch (event) {
      case HeadsFixed _ -> this;
      case CheckpointSigned(var head, Seal.Note note, _) ->
          new CheckpointState(
              head.number(),
              Optional.of(Checkpoint.tree(note).origin()),
              Optional.of(KeyIds.of(note)),
              Word.on(note),
              archived);
      case CheckpointSigned(var head, Seal.Lines _, _) ->
          new CheckpointState(head.number(), origin, key, Word.NONE, archived);
      case KeyRotated rotation ->
          new CheckpointState(
              signed,
              origin,
              Optional.of(VerifierKey.parse(rotation.newKey()).id()),
              word,
              archived);
      case OfCheckpoint one -> new CheckpointState(signed, origin, key, word.evolve(one), archived);
      case PeriodArchived period -> new CheckpointState(signed, origin, key, word, period.last());
    };
  }
}
