package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.h2.mvstore.MVStore;

/// A journal's files as somebody leaves them who writes them by hand: any commit at any place,
/// beside any head.
public final class Rewritten {
  private Rewritten() {}

  /// In place of what is in `directory`, the commits stand at the numbers 1, 2, 3, whatever they
  /// say of themselves.
  public static void write(Path directory, List<Commit> commits, Head kept) {
    var numbered = new TreeMap<Long, Commit>();
    commits.forEach(commit -> numbered.put(numbered.size() + 1L, commit));
    write(directory, numbered, kept);
  }

  /// The same at numbers of the writer's choice.
  public static void write(Path directory, SortedMap<Long, Commit> commits, Head kept) {
    try {
      var file = directory.resolve(EmbeddedStore.FILE);
      Files.deleteIfExists(file);
      try (var store =
          new MVStore.Builder().fileName(file.toString()).autoCommitDisabled().open()) {
        var map = EmbeddedMaps.in(store).commits();
        commits.forEach((number, commit) -> map.put(number, CommitCodec.encode(commit)));
        store.commit();
      }
      Files.writeString(
          directory.resolve(HeadFile.NAME), JournalMapper.SHARED.writeValueAsString(kept));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /// A commit behind `previous` with hashes that fit; owner and time are those of `like`.
  public static Commit linked(
      Head previous, Head ownerPrevious, Commit like, List<StoredEvent> events) {
    var body = Commit.body(events);
    Owner owner = like.header().owner();
    return Commit.seal(
        new CommitHeader(
            previous.number() + 1,
            like.header().time(),
            owner,
            ownerPrevious,
            previous.hash(),
            Hashes.sha256(body)),
        body);
  }
}
