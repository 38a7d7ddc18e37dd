package dev.feierabend.core.journal;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// A failure names its seed; `-Dseed=` repeats it.
class PlaceReaderTest {
  private static final int CASES = Integer.getInteger("cases", 5_000);
  private static final String NOISE = "{}[]\",:0123456789e-+.\\ntrufalsx \u0000ä\ufeff";

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  private final String body =
      Commit.body(List.of(Samples.event("a", 0), Samples.event("Ä\"b", 7), Samples.event("c", 1)));

  @Test
  void placesAreThoseOfTheEvents() {
    assertThat(PlaceReader.read(body))
        .contains(
            List.of(new EventPlace("a", 0), new EventPlace("Ä\"b", 7), new EventPlace("c", 1)));
  }

  /// Libraries take it for UTF-16; its digest was taken of UTF-8.
  @Test
  void aBodyWithZerosBetweenIsNotRead() {
    var spaced = body.codePoints().mapToObj(Character::toString).collect(joining("\u0000"));
    assertThat(PlaceReader.read("\u0000" + spaced)).isEmpty();
    assertThat(PlaceReader.read(spaced + "\u0000")).isEmpty();
  }

  @Test
  void whateverWasDoneToABodyThePlacesAreThoseThatTheMapperReads() {
    for (int i = 0; i < CASES; i++) {
      var harmed = harmed();
      var commit = commit(harmed);
      assertThat(orNothing(commit::places))
          .as("seed %d, %s", seed, harmed)
          .isEqualTo(orNothing(() -> placesOf(commit.events())));
    }
  }

  private static List<EventPlace> placesOf(List<StoredEvent> events) {
    return events.stream().map(one -> new EventPlace(one.aggregate(), one.sequence())).toList();
  }

  private static <T> Optional<T> orNothing(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (CorruptJournal e) {
      return Optional.empty();
    }
  }

  private String harmed() {
    var text = new StringBuilder(body);
    for (int times = random.nextInt(3); times >= 0 && !text.isEmpty(); times--) {
      int at = random.nextInt(text.length());
      char noise = NOISE.charAt(random.nextInt(NOISE.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, noise);
        case 2 -> text.setCharAt(at, noise);
        default -> text.setLength(at);
      }
    }
    return text.toString();
  }

  private static Commit commit(String body) {
    var header =
        new CommitHeader(
            1,
            Instant.EPOCH,
            Samples.AHAUSEN,
            Head.GENESIS,
            Head.GENESIS.hash(),
            Hashes.sha256(body));
    return Commit.seal(header, body);
  }
}
