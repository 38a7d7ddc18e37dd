package dev.feierabend.bench;

import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;

/// The store that the embedded log stands on, with nothing above it: one map, a commit as many
/// records as a group has.
record RawStore(Scratch scratch, MVStore store, boolean flushed, int group, List<byte[]> records)
    implements Subject.Trial {

  static RawStore in(Scratch scratch, boolean flushed, int group, List<byte[]> records) {
    var store =
        new MVStore.Builder()
            .fileName(scratch.path().resolve("raw.mv").toString())
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .open();
    store.setVersionsToKeep(0);
    store.setRetentionTime(0);
    return new RawStore(scratch, store, flushed, group, records);
  }

  @Override
  public long run() {
    MVMap<Long, byte[]> map = store.openMap("records");
    for (long number = 0; number < records.size(); number++) {
      map.put(number, records.get((int) number));
      if ((number + 1) % group == 0 || number + 1 == records.size()) {
        commit();
      }
    }
    return records.size();
  }

  private void commit() {
    store.commit();
    if (flushed) {
      store.sync();
    }
  }

  @Override
  public void end() throws Exception {
    store.closeImmediately();
    scratch.close();
  }
}
