package dev.feierabend.core.proving.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.KeyPair;
import java.util.List;

/// Signs notes under a name with an Ed25519 key, wherever that is kept.
public record NoteSigner(KeyName name, KeptKey key) {
  public NoteSigner(KeyName name, KeyPair keys) {
    this(name, new KeyAtHand(keys));
  }

  public VerifierKey verifier() {
    return new VerifierKey(name, key.publicKey());
  }

  /// @param text ends in a line's end
  public SignedNote sign(String text) {
    var line = NoteSignature.of(name, verifier().number(), key.sign(text.getBytes(UTF_8)));
    return new SignedNote(text, List.of(line));
  }
}
