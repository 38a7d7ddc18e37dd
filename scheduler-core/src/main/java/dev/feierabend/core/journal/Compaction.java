package dev.feierabend.core.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives back the room that earlier versions of pages take: what is alive is copied to a new file,
/// which takes the old one's place as a whole. The store's own way, to move pages within the file,
/// isn't used: it would touch the only copy of the history.
final class Compaction {
  private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);
  private static final long SMALL = 64L << 20;

  private Compaction() {}

  /// Closes `store`, compacted where that is cheap or half of its file is waste.
  static void close(EmbeddedStore store, Path directory) {
    var file = directory.resolve(EmbeddedStore.FILE);
    var next = directory.resolve(EmbeddedStore.FILE + ".next");
    try {
      if (Files.size(file) <= SMALL || store.alivePercent() < 50) {
        Files.deleteIfExists(next);
        store.copyTo(next);
        Disk.replace(directory, EmbeddedStore.FILE, next);
        store.abandon();
      }
    } catch (IOException | MVStoreException e) {
      LOG.warn("The journal was closed without being compacted, nothing is lost", e);
    }
    store.close();
  }
}
