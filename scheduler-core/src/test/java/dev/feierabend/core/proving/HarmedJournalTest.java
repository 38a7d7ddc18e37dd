package dev.feierabend.core.proving;

import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.proving.Verification.Broken;
import dev.feierabend.core.proving.Verification.Intact;
import dev.feierabend.core.proving.Verification.Unreadable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A journal that was flipped and cut in many places. The seed is printed; `-Dseed=` repeats it.
class HarmedJournalTest {
  private static final int COMMITS = 120;
  private static final int FLIPS = Integer.getInteger("flips", 400);

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  @TempDir Path directory;
  private Exhibit exhibit;

  @BeforeEach
  void record() throws IOException {
    System.out.println("HarmedJournalTest: seed " + seed);
    exhibit = Exhibit.recorded(directory, COMMITS, seed);
  }

  @Test
  void anyFlippedByteIsFoundOrChangesNothing() throws IOException {
    assertThat(flippedAnywhere(exhibit)).containsKey("Broken");
  }

  @Test
  void anyFlippedByteOfAStoreThatWasKilledIsFoundOrChangesNothing(@TempDir Path other)
      throws IOException {
    var killed = Exhibit.killed(other, COMMITS, seed);
    assertThat(JournalVerifier.verify(other)).isEqualTo(killed.intact());
    assertThat(flippedAnywhere(killed)).containsKeys("Broken", "Intact");
  }

  /// A fault that no exception of the store's own tells.
  @Test
  void whereTheLastNumberCannotBeReadTheFileIsLetGoAllTheSame(@TempDir Path other)
      throws IOException {
    var killed = Exhibit.killed(other, COMMITS, 52_039_271_350_744L);

    assertThat(killed.verdict(killed.flipped(373_027, 71))).isInstanceOf(Broken.class);
    assertThat(isFree(killed.file())).isTrue();
  }

  private Map<String, Integer> flippedAnywhere(Exhibit exhibit) throws IOException {
    var verdicts = new TreeMap<String, Integer>();
    for (int i = 0; i < FLIPS; i++) {
      int at = random.nextInt(exhibit.bytes().length);
      int mask = 1 + random.nextInt(255);
      var found = exhibit.verdict(exhibit.flipped(at, mask));
      if (found instanceof Intact) {
        assertThat(found).as("seed %d, byte %d ^ %d", seed, at, mask).isEqualTo(exhibit.intact());
      }
      assertThat(isFree(exhibit.file())).as("seed %d, byte %d ^ %d", seed, at, mask).isTrue();
      verdicts.merge(found.getClass().getSimpleName(), 1, Integer::sum);
    }
    System.out.println("HarmedJournalTest: of " + FLIPS + " flipped bytes " + verdicts);
    return verdicts;
  }

  private static boolean isFree(Path file) throws IOException {
    try (var channel = FileChannel.open(file, WRITE);
        var lock = channel.tryLock()) {
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Test
  void aFileCutAnywhereIsBrokenAtACommitThatIsNotThere() throws IOException {
    for (int i = 0; i < 120; i++) {
      int length = random.nextInt(exhibit.bytes().length);
      assertThat(exhibit.verdict(Arrays.copyOf(exhibit.bytes(), length)))
          .as("seed %d, cut to %d", seed, length)
          .isInstanceOfSatisfying(
              Broken.class, found -> assertThat(found.firstBad()).isBetween(1L, (long) COMMITS));
    }
  }

  @Test
  void aFileOfNothingButNoiseIsNeitherIntactNorAnException() throws IOException {
    var noise = new byte[exhibit.bytes().length];
    random.nextBytes(noise);
    assertThat(exhibit.verdict(noise)).isInstanceOfAny(Broken.class, Unreadable.class);
  }
}
