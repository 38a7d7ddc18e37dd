package dev.feierabend.core.proving.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A name, what its signatures are made of, and an Ed25519 public key: the line
/// `name+id+base64(type ‖ key)` (a "vkey").
record TypedKey(KeyName name, byte type, PublicKey key) {
  private static final HexFormat HEX = HexFormat.of();

  /// @throws IllegalArgumentException where `line` is no such key, or its id another key's
  static TypedKey parse(String line, byte type) {
    String[] parts = line.split("\\+", 3);
    if (parts.length != 3) {
      throw new IllegalArgumentException(
          "Expected a verifier key, name+id+key, but found \"%s\"".formatted(line));
    }
    byte[] typed = Base64.getDecoder().decode(parts[2]);
    if (typed.length != 1 + Ed25519.KEY_LENGTH || typed[0] != type) {
      throw new IllegalArgumentException(
          "Expected an Ed25519 verifier key (type %d, 32 bytes) but found \"%s\""
              .formatted(type, line));
    }
    var raw = Arrays.copyOfRange(typed, 1, typed.length);
    var parsed = new TypedKey(new KeyName(parts[0]), type, Ed25519.key(raw));
    if (!parsed.toString().equals(line)) {
      throw new IllegalArgumentException(
          "Expected the id %s of that name and key but found \"%s\"".formatted(parsed.id(), line));
    }
    return parsed;
  }

  /// The first four bytes, hex, of the SHA-256 of name, type and key.
  String id() {
    return HEX.toHexDigits(number());
  }

  int number() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update((name + "\n").getBytes(UTF_8));
      return ByteBuffer.wrap(digest.digest(typed())).getInt();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private byte[] typed() {
    var raw = Ed25519.raw(key);
    return ByteBuffer.allocate(1 + raw.length).put(type).put(raw).array();
  }

  /// The line.
  @Override
  public String toString() {
    return "%s+%s+%s".formatted(name, id(), Base64.getEncoder().encodeToString(typed()));
  }
}
