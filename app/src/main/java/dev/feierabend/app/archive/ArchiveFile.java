package dev.feierabend.app.archive;

import dev.feierabend.core.journal.History;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.FlawText;
import dev.feierabend.core.proving.evidence.Archives;
import dev.feierabend.core.proving.evidence.EvidenceWriter;
import dev.feierabend.core.proving.evidence.Examined;
import dev.feierabend.core.proving.evidence.PackageVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.util.Locale;
import java.util.Optional;

/// A package that has just been written and verified. Until the history names it, it may go again.
///
/// @param digest SHA-256 (hex) of the file
/// @param isNew false where the very same file was there, from an attempt that was interrupted
record ArchiveFile(Path path, String digest, boolean isNew) {
  /// @throws Outage where it can't be written, or another file is there, or it isn't sound
  static ArchiveFile write(History history, Period period, Optional<PublicKey> key, Path target) {
    var fresh = target.resolveSibling(target.getFileName() + ".new");
    try {
      new EvidenceWriter(history::commits, period.scope(), key).write(fresh);
      require(fresh, period, key);
      return named(fresh, target);
    } catch (IOException e) {
      throw new Outage("%s cannot be written (%s)".formatted(target, e), e);
    } finally {
      remove(fresh);
    }
  }

  private static void require(Path fresh, Period period, Optional<PublicKey> key) {
    var found = PackageVerifier.verify(fresh, key);
    if (!(found instanceof Examined.Sound sound) || sound.commits() != period.commits()) {
      throw new Outage(
          "Expected a sound archive of %d commits but what was written reads as %s; nothing was changed, look at the disk"
              .formatted(period.commits(), told(found)));
    }
  }

  private static String told(Examined found) {
    return switch (found) {
      case Examined.Sound sound -> "one of %d".formatted(sound.commits());
      case Examined.Unsound(var fault) -> fault.told(Locale.ENGLISH);
      case Examined.Broken(var broken) -> FlawText.of(broken, Locale.ENGLISH);
      case Examined.Unreadable(var why) -> why;
    };
  }

  private static ArchiveFile named(Path fresh, Path target) throws IOException {
    String digest = Archives.digest(fresh);
    if (!Files.exists(target)) {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
      return new ArchiveFile(target, digest, true);
    }
    if (Files.mismatch(fresh, target) != -1) {
      throw new Outage(
          "Expected no other file under the archive's name but %s is one; name another, or remove it where no journal names its SHA-256"
              .formatted(target));
    }
    return new ArchiveFile(target, digest, false);
  }

  /// Takes back what nothing names.
  void withdraw() {
    if (isNew) {
      remove(path);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new Outage("%s cannot be removed; look at its rights".formatted(file), e);
    }
  }
}
