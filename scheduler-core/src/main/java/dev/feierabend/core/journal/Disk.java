package dev.feierabend.core.journal;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/// What it takes for a file's name to outlive a power cut.
public final class Disk {
  private Disk() {}

  /// Puts `next` in `name`'s place, all or nothing; both in `directory`.
  public static void replace(Path directory, String name, Path next) throws IOException {
    flush(next);
    Files.move(next, directory.resolve(name), ATOMIC_MOVE);
    flush(directory);
  }

  /// Writes a file's content, or a directory's names, to the disk.
  static void flush(Path path) throws IOException {
    try (var channel = FileChannel.open(path, READ)) {
      channel.force(true);
    }
  }
}
