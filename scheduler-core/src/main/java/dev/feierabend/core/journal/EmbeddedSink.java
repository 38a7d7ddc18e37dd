package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVStoreException;

/// A journal's directory that a history is copied into.
public final class EmbeddedSink implements SealedSink {
  private final EmbeddedHome home;
  private final EmbeddedStore store;
  private final HeadKeeper heads;
  private boolean taken;

  private EmbeddedSink(EmbeddedHome home, EmbeddedStore store, HeadKeeper heads) {
    this.home = home;
    this.store = store;
    this.heads = heads;
  }

  /// Opens or begins the journal in `directory`.
  ///
  /// @throws CorruptJournal where the store holds less than was acknowledged
  /// @throws Outage where another process has it open, or the directory refuses
  public static EmbeddedSink open(Path directory) {
    var home = new EmbeddedHome.Directory(directory, true).begun();
    var store = home.open();
    try {
      return new EmbeddedSink(home, store, home.heads());
    } catch (RuntimeException e) {
      store.abandon();
      throw e;
    }
  }

  @Override
  public Head head() {
    return Heads.checked(store, heads.kept()).head();
  }

  @Override
  public void take(List<Commit> commits) {
    try {
      commits.forEach(commit -> store.put(commit, Places.of(commit)));
      store.commit();
      store.sync();
    } catch (MVStoreException e) {
      throw new Outage("The copy cannot be written: %s".formatted(e.getMessage()), e);
    }
    heads.keep(commits.getLast().head());
    taken = true;
  }

  @Override
  public void close() {
    try (heads) {
      home.close(store, taken);
    }
  }
}
