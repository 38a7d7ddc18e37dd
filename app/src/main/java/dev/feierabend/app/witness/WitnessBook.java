package dev.feierabend.app.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.journal.Disk;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.notes.CosignerKey;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.SignedNote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// The newest checkpoint of each log, with our cosignature: a file a log, replaced as a whole.
///
/// @param own what stands there without this key's cosignature wasn't written here
record WitnessBook(Path folder, CosignerKey own) {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /// @throws Outage where what lies there can't be read, or isn't what was written
  Optional<SignedNote> last(KeyName origin) {
    Path file = file(hash(origin));
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var note = SignedNote.parse(Files.readString(file, UTF_8));
      if (own.in(note).isEmpty()) {
        throw new IllegalArgumentException("Expected a cosignature by " + own);
      }
      return Optional.of(note);
    } catch (IOException | IllegalArgumentException e) {
      throw harmed(file, e);
    }
  }

  private static Outage harmed(Path file, Exception e) {
    return new Outage(
        "%s isn't what this witness wrote; restore it from a copy that is not older"
            .formatted(file),
        e);
  }

  /// On the disk when this returns.
  ///
  /// @throws Outage where it can't be written; what was there is there still
  void keep(KeyName origin, SignedNote checkpoint) {
    Path file = file(hash(origin));
    try {
      Path next = folder.resolve(file.getFileName() + ".next");
      Files.writeString(next, checkpoint.toString(), UTF_8);
      Disk.replace(folder, file.getFileName().toString(), next);
    } catch (IOException e) {
      throw new Outage("%s cannot be written; look at the disk and its rights".formatted(file), e);
    }
  }

  /// What is kept of the log whose origin has this SHA-256 (hex).
  Optional<String> published(String hash) {
    try {
      return HASH.matcher(hash).matches() && Files.exists(file(hash))
          ? Optional.of(Files.readString(file(hash), UTF_8))
          : Optional.empty();
    } catch (IOException e) {
      throw harmed(file(hash), e);
    }
  }

  private Path file(String hash) {
    return folder.resolve(hash + ".checkpoint");
  }

  static String hash(KeyName origin) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(origin.value().getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
