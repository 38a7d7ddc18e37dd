package dev.feierabend.core.proving.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.List;

/// Signs notes under a name with an Ed25519 key, wherever that key's provider keeps it.
public record NoteSigner(KeyName name, KeyPair keys) {
  public VerifierKey verifier() {
    return new VerifierKey(name, keys.getPublic());
  }

  /// @param text ends in a line's end
  public SignedNote sign(String text) {
    try {
      var signature = Signature.getInstance(Ed25519.NAME);
      signature.initSign(keys.getPrivate());
      signature.update(text.getBytes(UTF_8));
      var line = NoteSignature.of(name, verifier().number(), signature.sign());
      return new SignedNote(text, List.of(line));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("An Ed25519 key signs", e);
    }
  }
}
