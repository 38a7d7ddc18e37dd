package dev.feierabend.core.proving.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whose cosignatures count (c2sp.org/tlog-cosignature): a name and an Ed25519 public key, as the
/// line `name+id+base64(0x04 ‖ key)`.
public record CosignerKey(KeyName name, PublicKey key) {
  private static final byte COSIGNATURE = 4;

  /// @throws IllegalArgumentException where `line` is no such key, or its id another key's
  public static CosignerKey parse(String line) {
    var parsed = TypedKey.parse(line, COSIGNATURE);
    return new CosignerKey(parsed.name(), parsed.key());
  }

  /// What is signed: that at this second this was the largest tree seen.
  static byte[] message(String text, long seconds) {
    return "cosignature/v1\ntime %d\n%s".formatted(seconds, text).getBytes(UTF_8);
  }

  /// This key's cosignature of the note; empty where there is none, or what claims to be one isn't.
  public Optional<Cosignature> in(SignedNote note) {
    List<Cosignature> found = new ArrayList<>();
    for (NoteSignature line : note.signatures()) {
      if (line.claims(name, number())) {
        var opened = opened(note.text(), line);
        if (opened.isEmpty()) {
          return Optional.empty();
        }
        found.add(opened.get());
      }
    }
    return found.stream().findFirst();
  }

  private Optional<Cosignature> opened(String text, NoteSignature line) {
    byte[] signature = line.signature();
    if (signature.length <= Long.BYTES) {
      return Optional.empty();
    }
    long seconds = ByteBuffer.wrap(signature).getLong();
    byte[] signed = Arrays.copyOfRange(signature, Long.BYTES, signature.length);
    try {
      return seconds > 0 && Ed25519.verifies(key, message(text, seconds), signed)
          ? Optional.of(new Cosignature(line, Instant.ofEpochSecond(seconds)))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /// The first four bytes, hex, of the SHA-256 of name, type and key.
  public String id() {
    return typed().id();
  }

  int number() {
    return typed().number();
  }

  private TypedKey typed() {
    return new TypedKey(name, COSIGNATURE, key);
  }

  /// The line.
  @Override
  public String toString() {
    return typed().toString();
  }
}
