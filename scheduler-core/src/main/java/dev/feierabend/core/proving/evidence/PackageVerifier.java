package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.proving.evidence.Fault.Kind;
import dev.feierabend.core.proving.evidence.PackageFile.Unfit;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.Optional;

/// Examines an evidence package offline: its members, its signature, its tree, its commits.
public final class PackageVerifier {
  private PackageVerifier() {}

  /// Whether `file` is a package rather than anything else.
  public static boolean fits(Path file) {
    return PackageFile.looksLike(file);
  }

  /// @param key that signed, or that handed over to who did; without one, the package's own is
  ///   taken at its word
  public static Examined verify(Path path, Optional<PublicKey> key) {
    try (var file = PackageFile.open(path)) {
      var manifest = file.manifest();
      var fault = new MemberCheck(file, manifest).fault();
      return fault
          .<Examined>map(Examined.Unsound::new)
          .orElseGet(() -> content(file, manifest, key));
    } catch (Unfit | IllegalArgumentException e) {
      return new Examined.Unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static Examined content(PackageFile file, Manifest manifest, Optional<PublicKey> key) {
    Optional<SignedTree> tree;
    try {
      tree = SignedTree.in(file);
      var fault = tree.flatMap(signed -> signed.fault(manifest, key));
      if (fault.isPresent()) {
        return new Examined.Unsound(fault.get());
      }
    } catch (IllegalArgumentException e) {
      return new Examined.Unsound(Fault.of(Kind.CHECKPOINT_UNREADABLE));
    }
    if (tree.isEmpty() && (key.isPresent() || vouched(manifest))) {
      return new Examined.Unsound(Fault.of(Kind.CHECKPOINT_MISSING));
    }
    return new PackageContent(file, manifest, tree, key).examined();
  }

  /// Whether it holds what goes with a checkpoint only.
  private static boolean vouched(Manifest manifest) {
    return manifest.files().keySet().stream()
        .anyMatch(name -> name.matches("(log\\.|rotations/|tile/|timestamps/|cosignatures).*"));
  }
}
