package dev.feierabend.core.proving.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.VerifierKey;
import java.util.List;
import java.util.Optional;

/// Who signed a package's checkpoint: the key that counts, or the one it handed over to. The key in
/// the package must be such a one too, whichever counts, so that nobody takes home a wrong one.
record SignerCheck(PackageFile file, Manifest manifest, SignedNote note) {
  private static final int SMALL = 1 << 20;

  /// @param given the key that counts; without one, the package's own is taken at its word
  Optional<Fault> fault(Optional<VerifierKey> given) {
    Optional<String> line = text(Members.VERIFIER_KEY);
    Optional<VerifierKey> own = line.flatMap(SignerCheck::key);
    if (line.isPresent() && own.isEmpty()) {
      return Optional.of(Fault.of(Kind.MEMBER_UNREADABLE, Members.VERIFIER_KEY));
    }
    if (!text(Members.PEM).equals(own.map(known -> CheckpointKey.pem(known.key())))) {
      return Optional.of(Fault.of(Kind.OTHER_KEY, Members.PEM));
    }
    if (own.isEmpty() && given.isEmpty()) {
      return Optional.of(Fault.of(Kind.CHECKPOINT_UNSIGNED, "?"));
    }
    return own.flatMap(this::wrongHandover)
        .or(() -> given.flatMap(this::unsigned))
        .or(() -> own.flatMap(this::unsigned));
  }

  private Optional<String> text(String member) {
    return file.bytes(member, SMALL).map(bytes -> new String(bytes, UTF_8));
  }

  /// Of one line with its end.
  private static Optional<VerifierKey> key(String line) {
    try {
      return Optional.of(line)
          .filter(one -> one.endsWith("\n"))
          .map(one -> VerifierKey.parse(one.substring(0, one.length() - 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<String> rotations() {
    return manifest.files().keySet().stream()
        .filter(name -> name.startsWith("rotations/"))
        .toList();
  }

  /// From the first key on each must sign the next.
  private Optional<Fault> wrongHandover(VerifierKey first) {
    VerifierKey current = first;
    for (String name : rotations()) {
      Optional<VerifierKey> next = next(name, current);
      if (next.isEmpty()) {
        return Optional.of(Fault.of(Kind.KEY_CHANGE_UNSIGNED, name));
      }
      current = next.get();
    }
    return Optional.empty();
  }

  /// Who knows a later key than the first has no use for what led there.
  private Optional<Fault> unsigned(VerifierKey first) {
    VerifierKey last = first;
    for (String name : rotations()) {
      last = next(name, last).orElse(last);
    }
    return note.holds(last)
        ? Optional.empty()
        : Optional.of(Fault.of(Kind.CHECKPOINT_UNSIGNED, last.id()));
  }

  /// The key that `current` signed; empty where it didn't.
  private Optional<VerifierKey> next(String name, VerifierKey current) {
    try {
      return text(name)
          .map(SignedNote::parse)
          .filter(rotation -> rotation.holds(current))
          .flatMap(rotation -> key(rotation.text()));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
