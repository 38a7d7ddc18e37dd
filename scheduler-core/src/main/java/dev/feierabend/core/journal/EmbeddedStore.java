package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;

/// One open MVStore. What is put is kept once `sync` returns.
final class EmbeddedStore {
  static final String FILE = "journal.mv";
  private static final int MEBIBYTES_GONE_PAST = 2;

  private final MVStore store;
  private final EmbeddedMaps maps;

  /// Each owner's last head, once it was asked for: there are as many as customers.
  private final Map<Owner, Head> lasts = new HashMap<>();

  private EmbeddedStore(MVStore store, EmbeddedMaps maps) {
    this.store = store;
    this.maps = maps;
  }

  static EmbeddedStore inMemory() {
    return of(new MVStore.Builder());
  }

  /// Makes an empty one in `directory`, all or nothing.
  static void begin(Path directory) throws IOException {
    var beside = Files.createDirectories(directory.resolve(FILE + ".begin"));
    Files.deleteIfExists(beside.resolve(FILE));
    open(beside).close();
    Disk.replace(directory, FILE, beside.resolve(FILE));
    Files.delete(beside);
  }

  static EmbeddedStore open(Path directory) {
    var opened = JournalSearch.open(directory, false, Map.of());
    opened.reuseSpaceAtOnce();
    return opened;
  }

  /// A commit is flushed before the next begins, so space that it freed may be used again at once.
  void reuseSpaceAtOnce() {
    store.setRetentionTime(0);
  }

  /// Never writes to the file, not even to mend it. Whoever reads it goes forward, so pages are
  /// kept as long as it takes to go past them: longer, they are work for the garbage collector.
  static EmbeddedStore readOnly(Path directory) {
    return JournalSearch.open(directory, true, Map.of("cacheSize", MEBIBYTES_GONE_PAST));
  }

  /// The file is opened here because MVStore lets go of one it opened itself only after some
  /// faults.
  static EmbeddedStore open(SingleFileStore file, Path directory, boolean readOnly) {
    try {
      file.open(directory.resolve(FILE).toString(), readOnly, null);
      return of(new MVStore.Builder().adoptFileStore(file));
    } catch (MVStoreException e) {
      letGo(file, e);
      throw refused(directory, e);
    } catch (Throwable damaged) {
      letGo(file, damaged);
      throw damaged;
    }
  }

  private static void letGo(SingleFileStore file, Throwable why) {
    try {
      file.close();
    } catch (RuntimeException e) {
      why.addSuppressed(e);
    }
  }

  private static EmbeddedStore of(MVStore.Builder builder) {
    var store = builder.autoCommitDisabled().autoCommitBufferSize(0).open();
    try {
      store.setVersionsToKeep(0);
      return new EmbeddedStore(store, EmbeddedMaps.in(store));
    } catch (Throwable damaged) {
      store.closeImmediately();
      throw damaged;
    }
  }

  private static Outage refused(Path directory, MVStoreException e) {
    return e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
        ? new Outage(
            "The journal in %s is already open in another process; stop it or choose another directory"
                .formatted(directory),
            e)
        : new CorruptJournal(
            "The journal in %s is damaged (%s); restore it from a copy"
                .formatted(directory, e.getMessage()),
            e);
  }

  long lastNumber() {
    return Optional.ofNullable(maps.commits().lastKey()).orElse(0L);
  }

  Optional<Commit> commit(long number) {
    return Optional.ofNullable(maps.commits().get(number))
        .map(bytes -> CommitCodec.decode(number, bytes));
  }

  boolean holds(StoredEvent event) {
    return maps.places().containsKey(Places.of(event));
  }

  Head lastOf(Owner owner) {
    return lasts.computeIfAbsent(owner, this::storedLastOf);
  }

  private Head storedLastOf(Owner owner) {
    return Optional.ofNullable(maps.owners().get(owner.toString()))
        .flatMap(this::commit)
        .map(Commit::head)
        .orElse(Head.GENESIS);
  }

  SortedSet<Long> numbersOf(String aggregate, long sequence) {
    var numbers = new TreeSet<Long>();
    var cursor =
        maps.places()
            .cursor(Places.of(aggregate, sequence), Places.of(aggregate, Long.MAX_VALUE), false);
    while (cursor.hasNext()) {
      cursor.next();
      numbers.add(cursor.getValue());
    }
    return numbers;
  }

  /// @param places of its events, as [Places] spells them
  void put(Commit commit, List<String> places) {
    maps.commits().put(commit.number(), CommitCodec.encode(commit));
    maps.owners().put(commit.header().owner().toString(), commit.number());
    lasts.put(commit.header().owner(), commit.head());
    places.forEach(place -> maps.places().put(place, commit.number()));
  }

  /// Writes what was put; all of it outlives a kill then.
  void commit() {
    store.commit();
  }

  /// Returns once all that was committed outlives a power cut.
  void sync() {
    store.sync();
  }

  /// Copies what is alive to a new file.
  void copyTo(Path file) {
    try (var target = new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open()) {
      maps.copyTo(target);
    }
  }

  /// The share of the file's pages that is alive, in percent.
  int alivePercent() {
    return store.getFileStore().getChunksFillRate();
  }

  boolean isClosed() {
    return store.isClosed();
  }

  /// Lets go of the file as it is: nothing is persisted, nothing mended.
  void abandon() {
    store.closeImmediately();
  }

  void close() {
    store.close();
  }
}
