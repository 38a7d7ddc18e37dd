package dev.feierabend.core.journal;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;

/// Opens a journal's file with everything that was acknowledged.
///
/// MVStore finds its newest chunk by the file's header, which it writes now and then, and from
/// there by going from chunk to chunk. A kill in the midst of a write breaks that way where a dead
/// chunk on it was being overwritten, and a power cut may leave a header whose chunk isn't there;
/// then it takes an older one for the newest as long as all that that one needs is there. The head
/// beside the file tells, and all of the file is searched for the newest.
final class JournalSearch {
  private JournalSearch() {}

  /// @param config of MVStore
  static EmbeddedStore open(Path directory, boolean readOnly, Map<String, Object> config) {
    var quick = EmbeddedStore.open(new SingleFileStore(new HashMap<>(config)), directory, readOnly);
    boolean whole = false;
    try {
      whole = !endsEarly(quick, directory);
    } finally {
      if (!whole) {
        quick.abandon();
      }
    }
    return whole ? quick : EmbeddedStore.open(new SearchedFile(config), directory, readOnly);
  }

  /// What can't be read at all is found by whoever reads it.
  private static boolean endsEarly(EmbeddedStore store, Path directory) {
    try {
      return store.lastNumber() < HeadFile.in(directory).number();
    } catch (CorruptJournal | MVStoreException _) {
      return false;
    }
  }

  /// A file of which every block is looked at. Not MVStore's recovery mode, in which a page that
  /// can't be read is an empty one.
  private static final class SearchedFile extends SingleFileStore {
    SearchedFile(Map<String, Object> config) {
      super(new HashMap<>(config));
    }

    @Override
    protected void readStoreHeader(boolean recoveryMode) {
      super.readStoreHeader(true);
    }
  }
}
