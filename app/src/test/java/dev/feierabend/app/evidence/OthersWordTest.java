package dev.feierabend.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.cli.Typed;
import dev.feierabend.core.proving.evidence.Examined;
import dev.feierabend.core.proving.evidence.Examined.Sound;
import dev.feierabend.core.proving.evidence.Examined.Unsound;
import dev.feierabend.core.proving.evidence.Fault;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import dev.feierabend.core.proving.evidence.PackageVerifier;
import dev.feierabend.core.proving.stamps.OpensslAuthority;
import dev.feierabend.core.proving.stamps.Stamping.Stamped;
import dev.feierabend.core.proving.stamps.TimestampReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time stamps and cosignatures that go along with a package, and what becomes of them in wrong
/// hands. The seed is printed; `-Dseed=` repeats it.
class OthersWordTest {
  private static final String COSIGNATURES = "cosignatures";
  private static final int FLIPS = Integer.getInteger("flips", 40);
  @TempDir static Path shared;
  private static Vouched vouched;
  private static Parcel whole;
  private static Parcel part;
  private static String stamp;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  @TempDir Path folder;

  @BeforeAll
  static void live() throws IOException {
    vouched = Vouched.in(shared);
    whole = vouched.exported();
    part = vouched.exported("--customer", "bergstadt");
    long size = Long.parseLong(new String(whole.members().get("checkpoint"), UTF_8).split("\n")[1]);
    stamp = "timestamps/%012d.tsr".formatted(size);
  }

  private Path packed(Parcel parcel) {
    return parcel.packed(folder.resolve("other.zip"));
  }

  private Examined examined(Parcel parcel) {
    return PackageVerifier.verify(packed(parcel), Optional.empty());
  }

  private Typed asked(Parcel parcel) {
    return Typed.of(
        "verify",
        packed(parcel),
        "--witness",
        vouched.witness(),
        "--timestamp-ca",
        vouched.authority());
  }

  private static Examined unsound(Kind kind, String member) {
    return new Unsound(new Fault(kind, List.of(member)));
  }

  private static byte[] stampOf(String what) {
    byte[] digest = new byte[32];
    System.arraycopy(what.getBytes(UTF_8), 0, digest, 0, what.length());
    return TimestampReply.granting(((Stamped) vouched.stamp(digest)).token()).orElseThrow();
  }

  @Test
  void othersWordGoesAlongAndHoldsByTheirKeys() {
    for (var parcel : List.of(whole, part)) {
      assertThat(parcel.members()).containsKeys(stamp, COSIGNATURES);
      var typed = asked(parcel);
      assertThat(typed.exit()).as(typed.out() + typed.err()).isZero();
      assertThat(typed.out())
          .contains("example.org/w vouches for the first ", "timestamp vouches for the first ");
    }
  }

  @Test
  void wordThatWasTakenOutIsFoundByTheHistoryOrIsMissedByWhoAsksForIt() {
    for (var name : List.of(stamp, COSIGNATURES)) {
      assertThat(examined(whole.without(name).listed()))
          .isEqualTo(unsound(Kind.MEMBER_NOT_RECORDED, name));
      assertThat(examined(part.without(name).listed())).isInstanceOf(Sound.class);
      var typed = asked(part.without(name).listed());
      assertThat(typed.exit()).isEqualTo(1);
      assertThat(typed.out()).contains("Nothing in the history is the word of");
    }
  }

  @Test
  void aStampOfSomethingElseOrOneTooManyIsFoundAndNamed() {
    String more = "timestamps/000000000099.tsr";
    for (var parcel : List.of(whole, part)) {
      assertThat(examined(parcel.with(stamp, stampOf("another")).listed()))
          .isEqualTo(unsound(Kind.WORD, stamp));
      assertThat(examined(parcel.with(more, parcel.members().get(stamp)).listed()))
          .isEqualTo(unsound(Kind.WORD, more));
      assertThat(examined(parcel.with(stamp, "no stamp".getBytes(UTF_8)).listed()))
          .isEqualTo(unsound(Kind.WORD, stamp));
    }
  }

  @Test
  void anyFlippedByteOfAStampIsFoundAndNamedThoughTheListIsMadeAnew() {
    System.out.println("OthersWordTest: seed " + seed);
    flipped(whole, stamp, (forged, what) -> assertNamed(examined(forged), what));
  }

  /// A part has no record to compare with, and not every byte of a stamp says something.
  @Test
  void aFlippedByteOfAPartsStampIsFoundOrTheStampSaysWhatItSaid() {
    System.out.println("OthersWordTest: seed " + seed);
    var told = asked(part).out();
    flipped(
        part,
        stamp,
        (forged, what) -> {
          if (examined(forged) instanceof Sound) {
            assertThat(asked(forged).out()).as(what).isEqualTo(told);
          } else {
            assertNamed(examined(forged), what);
          }
        });
  }

  private static void assertNamed(Examined forged, String what) {
    assertThat(forged).as(what).isInstanceOf(Unsound.class);
    assertThat(((Unsound) forged).fault().values()).as(what).containsExactly(stamp);
  }

  @Test
  void anyFlippedByteOfACosignatureIsFoundByTheHistoryOrByTheWitnesssKey() {
    System.out.println("OthersWordTest: seed " + seed);
    flipped(
        whole,
        COSIGNATURES,
        (forged, what) -> assertThat(examined(forged)).as(what).isInstanceOf(Unsound.class));
    flipped(
        part,
        COSIGNATURES,
        (forged, what) -> assertThat(asked(forged).exit()).as(what).isEqualTo(1));
  }

  private interface Forged {
    void of(Parcel forged, String what);
  }

  private void flipped(Parcel parcel, String name, Forged forged) {
    for (int i = 0; i < FLIPS; i++) {
      int at = random.nextInt(parcel.members().get(name).length);
      int mask = 1 + random.nextInt(255);
      String what = "seed %d: %s, byte %d ^ %d".formatted(seed, name, at, mask);
      forged.of(parcel.flipped(name, at, mask).listed(), what);
    }
  }

  @Test
  void anAuthorityOrAWitnessThatNobodyTrustsIsNoWord() throws IOException {
    var strange = OpensslAuthority.in(Files.createDirectory(folder.resolve("tsa")));
    Path other = Files.createDirectory(folder.resolve("other"));
    var impostor = Vouched.in(other);
    for (var parcel : List.of(whole, part)) {
      assertThat(
              Typed.of("verify", packed(parcel), "--timestamp-ca", strange.file("ca.pem")).exit())
          .isEqualTo(1);
      var typed = Typed.of("verify", packed(parcel), "--witness", impostor.witness());
      assertThat(typed.exit()).isEqualTo(1);
    }
    assertThat(
            Typed.of("verify", packed(part), "--timestamp-ca", strange.file("ca.pem"), "--json")
                .out())
        .contains(stamp);
  }
}
