package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.BEHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.h2.mvstore.SFChunk;
import org.h2.mvstore.SingleFileStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process that is killed in the midst of a write leaves the first part of it, and a power cut
/// may leave a header without the chunk that was written before it. Tried at every write of a run
/// of appends, of `-Dcommits=` commits by `-Dseed=`.
class CutWriteTest {
  private static final int THREADS = 8;
  private static final int COMMITS = Integer.getInteger("commits", 150);
  private final long seed = Long.getLong("seed", 1);
  private final Random random = new Random(seed);
  @TempDir Path folder;

  @Test
  void whereverAWriteIsCutWhatWasAcknowledgedIsThere() {
    var cuts = new Cuts(folder.resolve("journal"), folder.resolve("left"));
    try (var log = new EmbeddedCommitLog(cuts, () -> Instant.EPOCH)) {
      int[] next = new int[THREADS];
      for (int commit = 0; commit < COMMITS; commit++) {
        int thread = random.nextInt(THREADS);
        var events =
            Stream.generate(() -> event("thread-" + thread, next[thread]++))
                .limit(1 + random.nextInt(3))
                .toList();
        cuts.acknowledged(log.append(random.nextBoolean() ? AHAUSEN : BEHAUSEN, events).head());
      }
    }
    assertThat(cuts.tried).as("seed %d", seed).isGreaterThan(COMMITS);
    assertThat(cuts.lost).as("seed %d", seed).isEmpty();
  }

  /// A disk that shows at each write what a kill would leave of it.
  private static final class Cuts implements EmbeddedHome {
    private final Directory there;
    private final Path left;
    private final List<String> lost = new ArrayList<>();
    private Head acknowledged = Head.GENESIS;
    private int tried;

    Cuts(Path there, Path left) {
      this.there = new Directory(there, true).begun();
      this.left = left;
    }

    void acknowledged(Head head) {
      acknowledged = head;
    }

    @Override
    public EmbeddedStore open() {
      var store = EmbeddedStore.open(new CutFile(), there.path(), false);
      store.reuseSpaceAtOnce();
      return store;
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

    /// What lies on the disk in this moment.
    private void killed() {
      left(journal -> {});
    }

    private void left(Consumer<ByteBuffer> change) {
      tried++;
      try {
        Files.createDirectories(left);
        Files.copy(
            there.path().resolve(HeadFile.NAME), left.resolve(HeadFile.NAME), REPLACE_EXISTING);
        var journal = ByteBuffer.wrap(Files.readAllBytes(there.path().resolve(EmbeddedStore.FILE)));
        change.accept(journal);
        Files.write(left.resolve(EmbeddedStore.FILE), journal.array());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      try (var log = EmbeddedCommitLog.open(left, () -> Instant.EPOCH)) {
        assertThat(log.head().number()).isGreaterThanOrEqualTo(acknowledged.number());
      } catch (CorruptJournal e) {
        lost.add("write %d: %s".formatted(tried, e.getMessage()));
      }
    }

    private final class CutFile extends SingleFileStore {
      private long lastAt;
      private byte[] overwritten = {};

      CutFile() {
        super(new HashMap<>());
      }

      @Override
      protected void writeFully(SFChunk chunk, long at, ByteBuffer bytes) {
        var first = bytes.duplicate();
        first.limit(bytes.position() + bytes.remaining() / 2);
        if (chunk != null) {
          lastAt = at;
          overwritten = there(at, bytes.remaining());
        }
        super.writeFully(chunk, at, first);
        killed();
        super.writeFully(chunk, at, bytes);
        killed();
        if (chunk == null) {
          left(journal -> journal.put((int) lastAt, overwritten));
        }
      }

      /// What stands there, and nothing behind the end.
      private byte[] there(long at, int length) {
        var bytes = new byte[length];
        int known = (int) Math.max(0, Math.min(length, size() - at));
        readFully((SFChunk) null, at, known).get(bytes, 0, known);
        return bytes;
      }
    }
  }
}
