package dev.feierabend.core.proving.notes;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// One signature line of a note: `— name base64(id ‖ signature)`, of any algorithm.
public record NoteSignature(KeyName name, int id, String base64) {
  static final String DASH = "— ";

  static NoteSignature of(KeyName name, int id, byte[] signature) {
    var bytes = ByteBuffer.allocate(Integer.BYTES + signature.length).putInt(id).put(signature);
    return new NoteSignature(name, id, Base64.getEncoder().encodeToString(bytes.array()));
  }

  /// @throws IllegalArgumentException where `line` is none
  public static NoteSignature parse(String line) {
    int space = line.indexOf(' ', DASH.length());
    if (!line.startsWith(DASH) || space < 0) {
      throw new IllegalArgumentException(
          "Expected a signature line, \"— name base64\", but found \"%s\"".formatted(line));
    }
    var name = new KeyName(line.substring(DASH.length(), space));
    String base64 = line.substring(space + 1);
    byte[] bytes = Base64.getDecoder().decode(base64);
    if (bytes.length <= Integer.BYTES
        || !Base64.getEncoder().encodeToString(bytes).equals(base64)) {
      throw new IllegalArgumentException(
          "Expected a key's id and a signature in Base64 but found \"%s\"".formatted(line));
    }
    return new NoteSignature(name, ByteBuffer.wrap(bytes).getInt(), base64);
  }

  /// By that key and its algorithm; whether it is right is another question.
  boolean claims(VerifierKey key) {
    return claims(key.name(), key.number());
  }

  boolean claims(KeyName by, int number) {
    return name.equals(by) && id == number;
  }

  byte[] signature() {
    byte[] bytes = Base64.getDecoder().decode(base64);
    return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
  }

  /// The key's id in hex, as in its vkey.
  public String idInHex() {
    return HexFormat.of().toHexDigits(id);
  }

  /// The line, without its end.
  @Override
  public String toString() {
    return DASH + name + " " + base64;
  }
}
