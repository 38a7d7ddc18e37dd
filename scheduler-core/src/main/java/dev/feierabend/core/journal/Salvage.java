package dev.feierabend.core.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.READ;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// Finds what is left of commits in a store that doesn't open any more, by what every record begins
/// with. Earlier copies of the same record turn up too, and are the same.
public final class Salvage {
  private static final byte[] BEGINNING = CommitCodec.BEGINNING.getBytes(US_ASCII);
  private static final int LINES = 3;

  private Salvage() {}

  /// Every commit in the file that is unharmed by itself.
  public static Set<Commit> from(Path directory) {
    try (var channel = FileChannel.open(directory.resolve(EmbeddedStore.FILE), READ);
        var arena = Arena.ofConfined()) {
      return found(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena));
    } catch (IOException e) {
      throw new CorruptJournal("The store in %s cannot be read".formatted(directory), e);
    }
  }

  private static Set<Commit> found(MemorySegment file) {
    var commits = new HashSet<Commit>();
    for (long at = 0; at <= file.byteSize() - BEGINNING.length; at++) {
      if (beginsAt(file, at)) {
        long end = endOf(file, at);
        decode(file.asSlice(at, end - at).toArray(ValueLayout.JAVA_BYTE), commits);
      }
    }
    return commits;
  }

  private static boolean beginsAt(MemorySegment file, long at) {
    for (int i = 0; i < BEGINNING.length; i++) {
      if (file.get(ValueLayout.JAVA_BYTE, at + i) != BEGINNING[i]) {
        return false;
      }
    }
    return true;
  }

  /// Behind the third line's end, or at the file's.
  private static long endOf(MemorySegment file, long begin) {
    int lines = 0;
    long at = begin;
    while (at < file.byteSize() && lines < LINES) {
      if (file.get(ValueLayout.JAVA_BYTE, at) == '\n') {
        lines++;
      }
      at++;
    }
    return at;
  }

  private static void decode(byte[] record, Set<Commit> commits) {
    try {
      var commit = CommitCodec.decode(0, record);
      if (commit.keptFlaw().isEmpty()) {
        commits.add(commit);
      }
    } catch (CorruptJournal e) {
      // What only looks like a record, or is a harmed one, is no find.
      return;
    }
  }
}
