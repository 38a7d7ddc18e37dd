package dev.feierabend.core.proving;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.ToLongFunction;

/// How many events each aggregate has had, in 12 bytes an aggregate and the room that a table
/// needs: some 20 MB a million. Aggregates are told apart by 64 bits of a hash whose key is drawn
/// anew each time. Two that share them look like a hole, which the asker then looks into; that they
/// hide one, nobody can bring about who doesn't know the key.
final class NextSequences {
  private static final int SEGMENTS = 256;
  private static final int SMALLEST = 16;

  private final ToLongFunction<String> hash;
  private final Segment[] segments = new Segment[SEGMENTS];

  NextSequences(ToLongFunction<String> hash) {
    this.hash = hash;
    Arrays.setAll(segments, _ -> new Segment());
  }

  static NextSequences secretly() {
    var drawn = new SecureRandom();
    long key0 = drawn.nextLong();
    long key1 = drawn.nextLong();
    return new NextSequences(text -> SipHash.of(key0, key1, text));
  }

  /// The number of the aggregate's next event, which thereby is taken.
  long take(String aggregate) {
    long drawn = hash.applyAsLong(aggregate);
    return segments[(int) (drawn >>> 56)].take(drawn == 0 ? 1 : drawn);
  }

  /// Open addressing; a free place has the hash 0.
  private static final class Segment {
    private long[] hashes = new long[SMALLEST];
    private int[] counts = new int[SMALLEST];
    private int used;

    long take(long hash) {
      int at = placeOf(hash);
      if (hashes[at] == 0) {
        hashes[at] = hash;
        used++;
      }
      int next = counts[at]++;
      if (used > hashes.length * 3 / 4) {
        grow();
      }
      return next;
    }

    private int placeOf(long hash) {
      int at = (int) Long.remainderUnsigned(hash, hashes.length);
      while (hashes[at] != 0 && hashes[at] != hash) {
        at = at + 1 == hashes.length ? 0 : at + 1;
      }
      return at;
    }

    private void grow() {
      var hadHashes = hashes;
      var hadCounts = counts;
      hashes = new long[hadHashes.length * 3 / 2];
      counts = new int[hashes.length];
      for (int i = 0; i < hadHashes.length; i++) {
        if (hadHashes[i] != 0) {
          int at = placeOf(hadHashes[i]);
          hashes[at] = hadHashes[i];
          counts[at] = hadCounts[i];
        }
      }
    }
  }
}
