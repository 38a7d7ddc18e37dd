package dev.feierabend.app.wiring;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.feierabend.policies.fleet.WakeList;
import dev.feierabend.policies.fleet.WakeListText;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// A wake list on the disk, there as a whole or as it was before. One thread.
public final class WakeListFile {
  private final Path file;
  private Optional<WakeList> written = Optional.empty();

  WakeListFile(Path file) {
    this.file = file.toAbsolutePath();
  }

  /// Writes it where it says something else than what stands there; somebody may have changed that
  /// or moved it away. Afterwards it is on the disk.
  void keep(WakeList list) throws IOException {
    Optional<WakeList> last = written;
    if (last.isEmpty() || !list.saysTheSameAs(last.get()) || !stands(last.get())) {
      written = Optional.empty();
      write(file, list);
      written = Optional.of(list);
    }
  }

  private boolean stands(WakeList last) throws IOException {
    try {
      return Files.readString(file).equals(WakeListText.of(last));
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  /// For its owner alone: it tells where controllers are.
  public static void write(Path file, WakeList list) throws IOException {
    Path target = file.toAbsolutePath();
    Path folder = target.resolveSibling("");
    Path next =
        Files.createTempFile(
            folder,
            ".wake-list",
            ".next",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      flush(next, WakeListText.of(list));
      Files.move(next, target, ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(next);
    }
    try (var directory = FileChannel.open(folder, StandardOpenOption.READ)) {
      directory.force(true);
    }
  }

  private static void flush(Path file, String text) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
