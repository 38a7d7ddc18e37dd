package dev.feierabend.core.proving.notes;

import java.security.PublicKey;

/// Whose signature counts: a name and an Ed25519 public key, as the line `name+id+base64(0x01 ‖
/// key)` (a "vkey").
public record VerifierKey(KeyName name, PublicKey key) {
  private static final byte ED25519 = 1;

  /// @throws IllegalArgumentException where `line` is no such key, or its id another key's
  public static VerifierKey parse(String line) {
    var parsed = TypedKey.parse(line, ED25519);
    return new VerifierKey(parsed.name(), parsed.key());
  }

  /// The first four bytes, hex, of the SHA-256 of name and key.
  public String id() {
    return typed().id();
  }

  int number() {
    return typed().number();
  }

  private TypedKey typed() {
    return new TypedKey(name, ED25519, key);
  }

  /// The line.
  @Override
  public String toString() {
    return typed().toString();
  }
}
