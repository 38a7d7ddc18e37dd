package dev.feierabend.core.proving.notes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text and who signed it. The text ends in a line's end; what it says counts for nothing unless
/// [#holds] under a key that is trusted.
public record SignedNote(String text, List<NoteSignature> signatures) {
  /// More than any log and its witnesses add.
  private static final int MOST_SIGNATURES = 100;

  public SignedNote {
    signatures = List.copyOf(signatures);
    if (!text.endsWith("\n") || signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
      throw new IllegalArgumentException(
          "Expected a text that ends in a line's end and 1 to %d signatures"
              .formatted(MOST_SIGNATURES));
    }
  }

  /// @throws IllegalArgumentException where `note` is none; says what of it
  public static SignedNote parse(String note) {
    int control = note.chars().filter(c -> c < ' ' && c != '\n').findFirst().orElse(' ');
    if (control != ' ') {
      throw new IllegalArgumentException(
          "Expected no control characters in a note but found U+%04X".formatted(control));
    }
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
      throw new IllegalArgumentException(
          "Expected a text, an empty line and signature lines, each with its end");
    }
    var signatures = note.substring(blank + 2, note.length() - 1).split("\n", -1);
    return new SignedNote(
        note.substring(0, blank + 1), Stream.of(signatures).map(NoteSignature::parse).toList());
  }

  /// True where `key` signed this text, and nothing here claims to be its signature and isn't.
  /// Signatures of other keys and algorithms say nothing either way.
  public boolean holds(VerifierKey key) {
    byte[] message = text.getBytes(UTF_8);
    var claims = signatures.stream().filter(one -> one.claims(key)).toList();
    return !claims.isEmpty()
        && claims.stream().allMatch(one -> Ed25519.verifies(key.key(), message, one.signature()));
  }

  /// True where one of `keys` signed this text, and nothing here claims to be the signature of one
  /// of them and isn't.
  public boolean holds(Collection<VerifierKey> keys) {
    var claimed =
        keys.stream().filter(key -> signatures.stream().anyMatch(one -> one.claims(key))).toList();
    return !claimed.isEmpty() && claimed.stream().allMatch(this::holds);
  }

  /// The same with what `keys` signed alone, which is something.
  public SignedNote only(Collection<VerifierKey> keys) {
    return new SignedNote(
        text, signatures.stream().filter(one -> keys.stream().anyMatch(one::claims)).toList());
  }

  /// The same with one more signature.
  public SignedNote with(NoteSignature signature) {
    return new SignedNote(text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
  }

  /// The whole note.
  @Override
  public String toString() {
    return signatures.stream()
        .map(one -> one + "\n")
        .collect(Collectors.joining("", text + "\n", ""));
  }
}
