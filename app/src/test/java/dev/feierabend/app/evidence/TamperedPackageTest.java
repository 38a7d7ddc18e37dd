package dev.feierabend.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.cli.Typed;
import dev.feierabend.core.proving.CheckpointKey;
import dev.feierabend.core.proving.evidence.Examined;
import dev.feierabend.core.proving.evidence.Examined.Sound;
import dev.feierabend.core.proving.evidence.Examined.Unsound;
import dev.feierabend.core.proving.evidence.Fault;
import dev.feierabend.core.proving.evidence.Fault.Kind;
import dev.feierabend.core.proving.evidence.PackageVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What can be done to a package's members, and what finds it; the table in the auditors' handbook
/// says the same. Of small members every byte is flipped, of larger ones some: `-Dsmall=` says what
/// is small, in bytes, and a campaign has it large. The seed is printed; `-Dseed=` repeats it.
class TamperedPackageTest {
  private static final int SMALL = Integer.getInteger("small", 300);
  private static final int SAMPLE = Integer.getInteger("flips", 30);
  private static final String PAGES = "README.txt|LIESMICH.txt|PRUEFPROTOKOLL.txt";
  private static final String EVENTS = "events/000000000001.jsonl";

  @TempDir static Path shared;
  private static Parcel whole;
  private static Parcel customers;
  private static Parcel others;
  private static Optional<PublicKey> key;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  @TempDir Path folder;

  @BeforeAll
  static void live() throws IOException {
    Path journal = lived("out");
    whole = exported(journal, "whole.zip");
    customers = exported(journal, "ahausen.zip", "--customer", "ahausen");
    others = exported(lived("other", "--seed", 2), "other.zip");
    key = Optional.of(CheckpointKey.of(Files.readString(journal.resolve("checkpoint.pub"))));
  }

  private static Path lived(String name, Object... more) {
    Path journal = shared.resolve(name);
    var words = new ArrayList<Object>(List.of("demo", "--days", 1, "--hosts", 2));
    words.addAll(List.of("--out", journal));
    words.addAll(List.of(more));
    assertThat(Typed.of(words.toArray()).exit()).isZero();
    return journal;
  }

  private static Parcel exported(Path journal, String name, Object... more) {
    Path file = shared.resolve(name);
    var words = new ArrayList<Object>(List.of("export", "--journal", journal));
    words.addAll(List.of("--out", file));
    words.addAll(List.of(more));
    assertThat(Typed.of(words.toArray()).exit()).isZero();
    return Parcel.of(file);
  }

  private Examined examined(Parcel parcel, Optional<PublicKey> known) {
    return PackageVerifier.verify(parcel.packed(folder.resolve("other.zip")), known);
  }

  private static Examined unsound(Kind kind, String... values) {
    return new Unsound(new Fault(kind, List.of(values)));
  }

  /// What is done with a member of which one byte was flipped.
  private interface Flip {
    void of(String member, Parcel flipped, int at, String what);
  }

  private void flipAll(Parcel parcel, Flip flip) {
    System.out.println("TamperedPackageTest: seed " + seed);
    parcel
        .members()
        .forEach((name, bytes) -> {
          boolean all = bytes.length <= SMALL;
          for (int i = 0; i < (all ? bytes.length : SAMPLE); i++) {
            int at = all ? i : random.nextInt(bytes.length);
            int mask = 1 + random.nextInt(255);
            var what = "seed %d: %s, byte %d ^ %d".formatted(seed, name, at, mask);
            flip.of(name, parcel.flipped(name, at, mask), at, what);
          }
        });
  }

  @Test
  void anyFlippedByteIsFoundAndTheMemberNamed() {
    for (var parcel : List.of(whole, customers)) {
      flipAll(
          parcel,
          (member, flipped, _, what) -> {
            var found = examined(flipped, Optional.empty());
            if (member.equals("manifest.json")) {
              assertThat(found).as(what).isNotInstanceOf(Sound.class);
            } else {
              assertThat(found).as(what).isEqualTo(unsound(Kind.MEMBER_CHANGED, member));
            }
          });
    }
  }

  /// The pages alone may be others, and the header of a customer's last commit where nothing signs
  /// it yet: only its own hash would tell.
  @Test
  void whoeverListsHisFilesAnewIsFoundByTheSignedTree() {
    for (var parcel : List.of(whole, customers)) {
      flipAll(
          parcel,
          (member, flipped, at, what) -> {
            if (!member.equals("manifest.json")) {
              var found = examined(flipped.listed(), Optional.empty());
              if (member.matches(PAGES)) {
                assertThat(found).as(what).isInstanceOf(Sound.class);
              } else if (parcel == whole || !isInLastHeader(member, at)) {
                assertThat(found).as(what).isNotInstanceOf(Sound.class);
              }
            }
          });
    }
  }

  private static boolean isInLastHeader(String member, int at) {
    var text = new String(customers.members().get(EVENTS), UTF_8);
    int begin = text.lastIndexOf("\n{\"body\":");
    int place = new String(customers.members().get(EVENTS), 0, begin, UTF_8).length();
    return member.equals(EVENTS) && at > place && at < text.indexOf('\n', begin + 1);
  }

  @Test
  void aPackageSignedWithAnotherKeyIsFoundByTheKey() {
    assertThat(examined(others, Optional.empty())).isInstanceOf(Sound.class);
    assertThat(examined(others, key))
        .isInstanceOfSatisfying(
            Unsound.class,
            found -> assertThat(found.fault().kind()).isEqualTo(Kind.CHECKPOINT_UNSIGNED));
  }

  @Test
  void anotherKeyInThePackageIsFoundThoughTheCheckpointIsTheTrueOne() {
    var forged =
        whole
            .with("log.vkey", others.members().get("log.vkey"))
            .with("log.pem", others.members().get("log.pem"))
            .listed();
    for (var known : List.of(Optional.<PublicKey>empty(), key)) {
      assertThat(examined(forged, known))
          .isInstanceOfSatisfying(
              Unsound.class,
              found -> assertThat(found.fault().kind()).isEqualTo(Kind.CHECKPOINT_UNSIGNED));
    }
  }

  @Test
  void aCheckpointThatIsTakenOutIsFoundByTheKeyAndByWhatWentWithIt() {
    assertThat(examined(customers.without("checkpoint").listed(), Optional.empty()))
        .isEqualTo(unsound(Kind.CHECKPOINT_MISSING));
    var bare = customers;
    for (var name : customers.members().keySet()) {
      bare = name.matches("checkpoint|log\\..*|tile/.*") ? bare.without(name) : bare;
    }
    assertThat(examined(bare.edited(EVENTS, this::own).listed(), key))
        .isEqualTo(unsound(Kind.CHECKPOINT_MISSING));
    var typed =
        Typed.of("verify", bare.edited(EVENTS, this::own).listed().packed(folder.resolve("b.zip")));
    assertThat(typed.exit()).isZero();
    assertThat(typed.out()).contains("Nothing is signed");
  }

  /// Without the operator's commit that fixes the heads, which goes with the checkpoint.
  private String own(String text) {
    var lines = text.lines().toList();
    var left = new StringBuilder();
    for (int at = 0; at < lines.size(); at += 2) {
      if (lines.get(at).contains("\"owner\":\"tenant:ahausen\"")) {
        left.append(lines.get(at)).append('\n').append(lines.get(at + 1)).append('\n');
      }
    }
    return left.toString();
  }

  @Test
  void aPeriodThatIsMadeOfAWholeHistoryIsToldAsOne() {
    var narrowed =
        customers
            .edited(
                "manifest.json",
                text -> text.replace("\"from\" : null", "\"from\" : \"2026-05-01T00:00:00Z\""))
            .listed()
            .packed(folder.resolve("part.zip"));
    var typed = Typed.of("verify", narrowed);
    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).contains("This is a part of the history: ahausen, 2026-05-01");
  }

  @Test
  void whatNoCheckpointSignsYetMayBeAnotherOrGone() {
    var lines = new String(whole.members().get(EVENTS), UTF_8).lines().toList();
    var last = Typed.json(lines.get(lines.size() - 2));
    var cut =
        whole
            .edited(EVENTS, _ -> String.join("\n", lines.subList(0, lines.size() - 2)) + "\n")
            .edited(
                "manifest.json",
                text ->
                    text.replaceFirst(
                            "\"number\" : \\d+",
                            "\"number\" : " + (last.path("number").asLong() - 1))
                        .replaceFirst(
                            "\"hash\" : \"\\w+", "\"hash\" : \"" + last.path("previous").asText()))
            .listed();
    var changed =
        customers.edited(
            EVENTS,
            text ->
                text.substring(0, text.lastIndexOf("\"previous\""))
                    + text.substring(text.lastIndexOf("\"previous\""))
                        .replaceFirst("[0-9a-f]{64}", "0".repeat(64)));

    assertThat(examined(cut, key)).isInstanceOf(Sound.class);
    assertThat(examined(changed.listed(), key)).isInstanceOf(Sound.class);
  }
}
