package dev.feierabend.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A failure names its seed; `-Dseed=` repeats it.
class HeaderTextTest {
  private static final int CASES = Integer.getInteger("cases", 5_000);
  private static final List<String> STRANGE =
      List.of(
          "", "\"", "\\", "ä", "\u0000", "\u2028", "\ud83d\ude00", "\n", "a b", "~", "\u007f", "/");

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);

  @Test
  void whatIsWrittenIsWhatTheLibraryMakesCanonical() {
    for (int i = 0; i < CASES; i++) {
      var header = header(random.nextInt(4) == 0);
      assertThat(HeaderText.write(header))
          .as("seed %d, %s", seed, header)
          .isEqualTo(Hashes.canonical(header));
    }
  }

  @Test
  void whatIsReadIsWhatTheLibraryReads() throws Exception {
    for (int i = 0; i < CASES; i++) {
      var header = header(false);
      var text = Hashes.canonical(header);
      assertThat(HeaderText.read(text)).as("seed %d", seed).contains(header);
      assertThat(JournalMapper.SHARED.readValue(text, CommitHeader.class)).isEqualTo(header);
    }
  }

  /// A changed text is either not read at all, or read as the library reads it.
  @Test
  void whatWasChangedIsNeverReadAsSomethingElse() throws Exception {
    for (int i = 0; i < CASES; i++) {
      var text = new StringBuilder(Hashes.canonical(header(false)));
      text.setCharAt(random.nextInt(text.length()), (char) (' ' + random.nextInt(95)));
      var read = HeaderText.read(text.toString());
      if (read.isPresent()) {
        assertThat(JournalMapper.SHARED.readValue(text.toString(), CommitHeader.class))
            .as("seed %d, %s", seed, text)
            .isEqualTo(read.orElseThrow());
        assertThat(Hashes.canonical(read.orElseThrow()))
            .as("seed %d", seed)
            .isEqualTo(text.toString());
      }
    }
  }

  @Test
  void aWholeSecondWithAFractionIsNotCanonical() {
    var text = Hashes.canonical(header(false)).replaceFirst("(:\\d\\d)(\\.\\d{3})?Z", "$1.000Z");

    assertThat(HeaderText.read(text)).isEmpty();
    assertThat(HeaderText.isCanonical(CommitCodec.header(text), text)).isFalse();
  }

  @Test
  void whetherATextIsAHeadersIsWhatTheLibrarySays() {
    for (int i = 0; i < CASES; i++) {
      var header = header(random.nextInt(4) == 0);
      var text = Hashes.canonical(header(random.nextInt(4) == 0));
      assertThat(HeaderText.isCanonical(header, Hashes.canonical(header))).isTrue();
      assertThat(HeaderText.isCanonical(header, text))
          .as("seed %d, %s, %s", seed, header, text)
          .isEqualTo(text.equals(Hashes.canonical(header)));
    }
  }

  private CommitHeader header(boolean strange) {
    long number = strange ? random.nextLong() : 1 + random.nextInt(Integer.MAX_VALUE - 1);
    var time =
        Instant.ofEpochMilli(
            strange ? random.nextLong() >> 12 : random.nextInt() * 1000L + random.nextInt(1000));
    var previous = new Head(strange ? random.nextLong() : random.nextInt(1000), text(strange));
    return new CommitHeader(number, time, owner(), previous, text(strange), text(strange));
  }

  private Owner owner() {
    int which = random.nextInt(5);
    return which == 0 ? Owner.OPERATOR : Owner.of(new TenantId("town-" + which));
  }

  private String text(boolean strange) {
    var hash = Hashes.sha256(Long.toString(random.nextLong()));
    return strange && random.nextBoolean()
        ? hash + STRANGE.get(random.nextInt(STRANGE.size()))
        : hash;
  }
}
