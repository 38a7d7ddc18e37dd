package dev.feierabend.core.proving;

import dev.feierabend.core.proving.ProvingEvent.KeyRotated;
import dev.feierabend.core.proving.notes.NoteSigner;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.VerifierKey;
import java.time.Instant;

/// One key hands over to the next by signing it. A key is one line and a checkpoint three, so
/// neither can be taken for the other.
final class Rotation {
  private Rotation() {}

  static KeyRotated of(NoteSigner before, VerifierKey now, Instant at) {
    var note = before.sign(now + "\n");
    return new KeyRotated(before.verifier().toString(), now.toString(), note.toString(), at);
  }

  /// True where the old key signed the new one, whoever's both are.
  static boolean holds(KeyRotated rotation) {
    try {
      var note = SignedNote.parse(rotation.note());
      return note.text().equals(rotation.newKey() + "\n")
          && note.holds(VerifierKey.parse(rotation.oldKey()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
