package dev.feierabend.core.proving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.proving.Verification.Broken;
import dev.feierabend.core.proving.Verification.Intact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Every byte of every commit of a small signed journal, and some of a large one's, flipped. The
/// seed is printed; `-Dseed=` repeats it. A campaign has more: `-Drounds=` times every byte,
/// `-Dcommits=` in the large one, of which `-Dflips=` bytes.
class FlippedByteTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 1);
  private static final int COMMITS = Integer.getInteger("commits", 2_000);
  private static final int FLIPS = Integer.getInteger("flips", 50);

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  @TempDir Path directory;

  @BeforeEach
  void tell() {
    System.out.println("FlippedByteTest: seed " + seed);
  }

  @Test
  void everyByteOfEveryCommitIsFoundAndTheCommitNamed() throws IOException {
    var exhibit = Exhibit.of(directory, SignedHistory.small(directory));
    for (var commit : exhibit.commits()) {
      int begin = exhibit.placeOf(commit);
      for (int at = 0; at < ROUNDS * Exhibit.length(commit); at++) {
        assertFound(exhibit, commit, begin + at % Exhibit.length(commit));
      }
    }
  }

  @Test
  void aByteAnywhereInALargeJournalIsFoundAndTheCommitNamed() throws IOException {
    var exhibit = Exhibit.recorded(directory, COMMITS, seed);
    for (int i = 0; i < FLIPS; i++) {
      var commit = exhibit.commits().get(random.nextInt(COMMITS));
      assertFound(
          exhibit, commit, exhibit.placeOf(commit) + random.nextInt(Exhibit.length(commit)));
    }
  }

  private void assertFound(Exhibit exhibit, Commit commit, int at) throws IOException {
    int mask = 1 + random.nextInt(255);
    assertThat(exhibit.verdict(exhibit.flipped(at, mask)))
        .as("seed %d, byte %d ^ %d, commit %d", seed, at, mask, commit.number())
        .isInstanceOfSatisfying(
            Broken.class, found -> assertThat(found.firstBad()).isEqualTo(commit.number()));
  }

  @Test
  void everyByteOfTheHeadBesideTheStoreIsFoundOrChangesNothing() throws IOException {
    var exhibit = Exhibit.of(directory, SignedHistory.small(directory));
    var head = directory.resolve("head.json");
    byte[] written = Files.readAllBytes(head);
    int broken = 0;
    for (int at = 0; at < written.length; at++) {
      var flipped = written.clone();
      int mask = 1 + random.nextInt(255);
      flipped[at] ^= (byte) mask;
      Files.write(head, flipped);
      var verdict = JournalVerifier.verify(directory);
      if (verdict instanceof Intact) {
        assertThat(verdict).as("byte %d ^ %d", at, mask).isEqualTo(exhibit.intact());
      } else if (verdict instanceof Broken) {
        broken++;
      }
    }
    assertThat(broken).isPositive();
  }
}
