package dev.feierabend.core.journal;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/// A store's three maps: commits by number, the number by an event's place, each owner's last
/// number.
record EmbeddedMaps(
    MVMap<Long, byte[]> commits, MVMap<String, Long> places, MVMap<String, Long> owners) {
  /// As much is copied before it is written out.
  private static final int ENTRIES_A_WRITE = 5_000;

  static EmbeddedMaps in(MVStore store) {
    var bytes =
        new MVMap.Builder<Long, byte[]>()
            .keyType(LongDataType.INSTANCE)
            .valueType(ByteArrayDataType.INSTANCE);
    var numbers =
        new MVMap.Builder<String, Long>()
            .keyType(StringDataType.INSTANCE)
            .valueType(LongDataType.INSTANCE);
    return new EmbeddedMaps(
        store.openMap("commits", bytes),
        store.openMap("places", numbers),
        store.openMap("owners", numbers));
  }

  void copyTo(MVStore target) {
    var maps = in(target);
    copy(commits, maps.commits, target);
    copy(places, maps.places, target);
    copy(owners, maps.owners, target);
    target.commit();
  }

  private static <K, V> void copy(MVMap<K, V> from, MVMap<K, V> to, MVStore target) {
    var cursor = from.cursor(null);
    for (int copied = 1; cursor.hasNext(); copied++) {
      to.append(cursor.next(), cursor.getValue());
      if (copied % ENTRIES_A_WRITE == 0) {
        target.commit();
      }
    }
  }
}
