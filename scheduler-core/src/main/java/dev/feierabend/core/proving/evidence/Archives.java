package dev.feierabend.core.proving.evidence;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CorruptJournal;
import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Evidence packages that hold the events which a store keeps no more; for one reader, who mostly
/// goes forward.
public final class Archives implements AutoCloseable {
  private record Opened(PackageFile file, PackageCommits commits) {}

  private final List<Opened> opened = new ArrayList<>();

  /// @param packages each of them verified before
  /// @throws Outage where one can't be read
  public static Archives open(List<Path> packages) {
    var archives = new Archives();
    for (Path path : packages) {
      try {
        var file = PackageFile.open(path);
        archives.opened.add(new Opened(file, new PackageCommits(file, file.manifest())));
      } catch (PackageFile.Unfit | IllegalArgumentException e) {
        archives.close();
        throw new Outage(String.valueOf(e.getMessage()), e);
      }
    }
    return archives;
  }

  /// SHA-256 (hex) of a file's bytes, by which the history names an archive.
  ///
  /// @throws Outage where it can't be read
  public static String digest(Path file) {
    try (var in = new DigestInputStream(Files.newInputStream(file), sha256())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (IOException e) {
      throw new Outage(
          "Expected an archive that can be read but found %s (%s)".formatted(file, e), e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /// `kept` with its events where one of these has them, else as it is.
  ///
  /// @throws CorruptJournal where the store keeps other places of them than they have
  public Commit filled(Commit kept) {
    return kept.isArchived() ? whole(kept).orElse(kept) : kept;
  }

  private Optional<Commit> whole(Commit kept) {
    return opened.stream()
        .flatMap(one -> one.commits().apply(kept.number()).stream())
        .filter(found -> found.head().equals(kept.head()))
        .findFirst()
        .map(found -> filled(kept, found));
  }

  private static Commit filled(Commit kept, Commit found) {
    if (!found.archived().body().equals(kept.body())) {
      throw new CorruptJournal(
          "Commit %d keeps other places than its events in the archive have"
              .formatted(kept.number()));
    }
    return kept.filledFrom(found);
  }

  @Override
  public void close() {
    for (Opened one : opened) {
      one.commits().close();
      one.file().close();
    }
    opened.clear();
  }
}
