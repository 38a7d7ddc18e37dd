package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Head;
import dev.feierabend.core.proving.ProvingEvent.KeyRotated;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.notes.VerifierKey;
import java.security.PublicKey;
import java.util.Optional;

/// Whose checkpoints count: those of one key, and of the keys to which it handed over. Without a
/// key, anybody's.
final class Trust {
  private Optional<PublicKey> key;

  Trust(Optional<PublicKey> first) {
    this.key = first;
  }

  boolean signed(Seal seal, Head head) {
    return key.map(known -> signed(seal, head, known)).orElse(true);
  }

  private static boolean signed(Seal seal, Head head, PublicKey key) {
    return switch (seal) {
      case Seal.Lines lines -> Checkpoint.holds(lines, head, key);
      case Seal.Note(var text) -> {
        var note = SignedNote.parse(text);
        var origin = TreeHead.parse(note.text()).origin();
        yield note.holds(new VerifierKey(origin, key));
      }
    };
  }

  /// False where `rotation` was not signed, or not by the key that counts.
  boolean handedOver(KeyRotated rotation) {
    if (!Rotation.holds(rotation)) {
      return false;
    }
    var before = VerifierKey.parse(rotation.oldKey()).key();
    boolean known = key.map(before::equals).orElse(true);
    if (known && key.isPresent()) {
      key = Optional.of(VerifierKey.parse(rotation.newKey()).key());
    }
    return known;
  }
}
