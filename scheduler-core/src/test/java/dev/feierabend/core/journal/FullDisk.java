package dev.feierabend.core.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/// A directory on a disk that is full whenever `full` says so.
record FullDisk(EmbeddedHome.Directory there, AtomicBoolean full) implements EmbeddedHome {

  static FullDisk in(Path directory) {
    return new FullDisk(
        new EmbeddedHome.Directory(directory, true).begun(), new AtomicBoolean(false));
  }

  @Override
  public EmbeddedStore open() {
    return EmbeddedStore.open(new FullFile(full), there.path(), false);
  }

  @Override
  public HeadKeeper heads() {
    return there.heads();
  }

  @Override
  public boolean flushed() {
    return true;
  }

  @Override
  public void close(EmbeddedStore store, boolean appended) {
    store.close();
  }

  private static final class FullFile extends SingleFileStore {
    private final AtomicBoolean full;

    FullFile(AtomicBoolean full) {
      super(new HashMap<>());
      this.full = full;
    }

    @Override
    protected void writeFully(SFChunk chunk, long at, ByteBuffer bytes) {
      if (full.get()) {
        throw DataUtils.newMVStoreException(
            DataUtils.ERROR_WRITING_FAILED, "No space left on device");
      }
      super.writeFully(chunk, at, bytes);
    }
  }
}
