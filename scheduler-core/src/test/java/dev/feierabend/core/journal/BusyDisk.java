package dev.feierabend.core.journal;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;

/// A directory on a disk that flushes as often as it is permitted to, and is full whenever `full`
/// says so.
record BusyDisk(EmbeddedHome.Directory there, Semaphore flushes, AtomicBoolean full)
    implements EmbeddedHome {

  static BusyDisk in(Path directory) {
    return new BusyDisk(
        new EmbeddedHome.Directory(directory, true).begun(),
        new Semaphore(0),
        new AtomicBoolean(false));
  }

  @Override
  public EmbeddedStore open() {
    return EmbeddedStore.open(new BusyFile(), there.path(), false);
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
    store.abandon();
  }

  private final class BusyFile extends SingleFileStore {
    BusyFile() {
      super(new HashMap<>());
    }

    @Override
    public void sync() {
      flushes.acquireUninterruptibly();
      super.sync();
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
