package dev.feierabend.app.cli;

import dev.feierabend.app.people.ActorsFile;
import dev.feierabend.core.journal.CorruptJournal;
import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.CheckpointKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Where a demonstration leaves its journal. An earlier demonstration there, known by its [#MARK],
/// is replaced; anything else is left alone, real journals above all.
record DemoDirectory(Path path) {
  /// Says which demonstration this is.
  static final String MARK = "demo.txt";

  private static final Set<String> OURS =
      Set.of(
          MARK,
          "journal.mv",
          "head.json",
          Beside.FLEET,
          ActorsFile.NAME,
          CheckpointKey.FILE,
          CheckpointKey.VERIFIER);

  /// Makes room, and marks the directory.
  void begin(String mark) {
    try {
      Files.createDirectories(path);
      try (var files = Files.list(path)) {
        replace(files.toList());
      }
    } catch (IOException e) {
      throw refused(e);
    }
    keep(MARK, mark);
  }

  private void replace(List<Path> found) throws IOException {
    for (Path file : found) {
      if (!OURS.contains(file.getFileName().toString()) || !Files.exists(path.resolve(MARK))) {
        throw new Unreadable(
            "Expected an empty directory or an earlier demonstration but found %s; choose another with --out"
                .formatted(file));
      }
    }
    refuseWhereOpen();
    for (Path file : found) {
      Files.delete(file);
    }
  }

  /// A file that another process has open can be deleted all the same, and with it that process's
  /// history.
  private void refuseWhereOpen() {
    if (JournalFile.in(path)) {
      try {
        JournalFile.open(path).close();
      } catch (CorruptJournal _) {
        return; // A damaged demonstration may go.
      }
    }
  }

  void keep(String name, String text) {
    try {
      Files.writeString(path.resolve(name), text);
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private Outage refused(IOException e) {
    return new Outage(
        "%s cannot be written (%s); look at its rights, or choose another with --out"
            .formatted(path, e),
        e);
  }
}
