package dev.feierabend.core.proving;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.proving.ProvingEvent.CheckpointCosigned;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.TimestampObtained;
import dev.feierabend.core.proving.ProvingEvent.WitnessRefused;
import dev.feierabend.core.proving.notes.NoteSignature;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// What others say of the newest checkpoint. Older ones are not asked about: its tree holds them.
///
/// @param checkpoint its SHA-256 (hex); empty where it is no note
/// @param stamped whether an authority stamped it with the time
/// @param cosigned by which witnesses
/// @param refused by which witnesses
record Word(
    Optional<String> checkpoint, boolean stamped, Set<String> cosigned, Set<String> refused) {
  static final Word NONE = new Word(Optional.empty(), false, Set.of(), Set.of());

  Word {
    cosigned = Set.copyOf(cosigned);
    refused = Set.copyOf(refused);
  }

  static Word on(Seal.Note checkpoint) {
    return new Word(Optional.of(checkpoint.digestInHex()), false, Set.of(), Set.of());
  }

  /// How many commits that word takes; one a word.
  int commits() {
    return (stamped ? 1 : 0) + cosigned.size() + refused.size();
  }

  Decision decide(OfCheckpoint word) {
    if (checkpoint.filter(word.checkpoint()::equals).isEmpty()) {
      return Decision.reject(
          "CHECKPOINT_NOT_THE_NEWEST",
          "Expected the newest checkpoint, %s, but found %s, of %d commits"
              .formatted(checkpoint.orElse("none"), word.checkpoint(), word.size()));
    }
    return switch (word) {
      case TimestampObtained _ -> once(stamped, word);
      case CheckpointCosigned cosigned ->
          NoteSignature.parse(cosigned.cosignature()).name().value().equals(cosigned.witness())
              ? once(this.cosigned.contains(cosigned.witness()), word)
              : Decision.reject(
                  "COSIGNATURE_OF_ANOTHER",
                  "Expected a cosignature of %s but found \"%s\""
                      .formatted(cosigned.witness(), cosigned.cosignature()));
      case WitnessRefused no -> once(refused.contains(no.witness()), word);
    };
  }

  private static Decision once(boolean already, OfCheckpoint word) {
    return already ? Decision.nothing() : Decision.of(word);
  }

  Word evolve(OfCheckpoint word) {
    return switch (word) {
      case TimestampObtained _ -> new Word(checkpoint, true, cosigned, refused);
      case CheckpointCosigned one ->
          new Word(checkpoint, stamped, with(cosigned, one.witness()), refused);
      case WitnessRefused one ->
          new Word(checkpoint, stamped, cosigned, with(refused, one.witness()));
    };
  }

  private static Set<String> with(Set<String> some, String one) {
    var more = new HashSet<>(some);
    more.add(one);
    return more;
  }
}
