package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where an embedded store lives, and how it is opened there.
interface EmbeddedHome {
  EmbeddedStore open();

  HeadKeeper heads();

  /// Whether a commit is on the disk before it is acknowledged.
  boolean flushed();

  void close(EmbeddedStore store, boolean appended);

  record Memory() implements EmbeddedHome {
    @Override
    public EmbeddedStore open() {
      return EmbeddedStore.inMemory();
    }

    @Override
    public HeadKeeper heads() {
      return HeadKeeper.NONE;
    }

    @Override
    public boolean flushed() {
      return false;
    }

    @Override
    public void close(EmbeddedStore store, boolean appended) {
      store.close();
    }
  }

  record Directory(Path path, boolean flushed) implements EmbeddedHome {
    /// Makes the directory where there is none; the head comes first, so that a store without one
    /// is known to be damaged.
    Directory begun() {
      var file = path.resolve(EmbeddedStore.FILE);
      try {
        Files.createDirectories(path);
        if (!Files.exists(path.resolve(HeadFile.NAME)) && !Files.exists(file)) {
          HeadFile.begin(path);
        }
        if (!Files.exists(file)) {
          EmbeddedStore.begin(path);
        }
      } catch (IOException e) {
        throw new Outage(
            "The journal's directory %s cannot be made; choose another".formatted(path), e);
      }
      if (Files.exists(file) && !Files.isWritable(file)) {
        throw new Outage("%s may not be written; look at its rights".formatted(file));
      }
      return this;
    }

    @Override
    public EmbeddedStore open() {
      return EmbeddedStore.open(path);
    }

    @Override
    public HeadKeeper heads() {
      return HeadFile.open(path, flushed);
    }

    @Override
    public void close(EmbeddedStore store, boolean appended) {
      if (appended) {
        Compaction.close(store, path);
      } else {
        store.close();
      }
    }
  }
}
