package dev.feierabend.app.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Packages of a demonstration's journal, and what becomes of them in wrong hands. The seed is
/// printed; `-Dseed=` repeats it.
class EvidenceTest {
  private static final int FLIPS = Integer.getInteger("flips", 3);
  @TempDir static Path shared;
  private static Path journal;
  private static Path whole;
  private static Path ahausen;

  private final long seed = Long.getLong("seed", System.nanoTime());
  private final Random random = new Random(seed);
  @TempDir Path folder;

  @BeforeAll
  static void live() {
    journal = shared.resolve("out");
    assertThat(Typed.demo(journal).exit()).isZero();
    whole = exported(shared.resolve("whole.zip"));
    ahausen = exported(shared.resolve("ahausen.zip"), "--customer", "ahausen");
  }

  private static Path exported(Path file, Object... more) {
    Object[] words = new Object[5 + more.length];
    System.arraycopy(new Object[] {"export", "--journal", journal, "--out", file}, 0, words, 0, 5);
    System.arraycopy(more, 0, words, 5, more.length);
    Typed typed = Typed.of(words);
    assertThat(typed.exit()).as(typed.err()).isZero();
    return file;
  }

  private int verdict(Parcel parcel) {
    return Typed.of("verify", parcel.packed(folder.resolve("other.zip"))).exit();
  }

  @Test
  void whatIsExportedVerifiesAndTheSameJournalGivesTheSameBytes() throws IOException {
    Typed typed = Typed.of("verify", whole, "--key", journal.resolve("checkpoint.pub"));

    assertThat(typed.exit()).as(typed.err()).isZero();
    assertThat(typed.out()).startsWith("Intact: ").contains("are signed by the key you named");
    assertThat(Typed.of("verify", ahausen).out()).contains("lies in the package itself");
    assertThat(exported(folder.resolve("again.zip"))).hasSameBinaryContentAs(whole);
  }

  @Test
  void anyFlippedByteOfAnyMemberIsFound() {
    System.out.println("EvidenceTest: seed " + seed);
    for (Path file : List.of(whole, ahausen)) {
      var parcel = Parcel.of(file);
      parcel
          .members()
          .forEach((name, bytes) -> {
            for (int i = 0; i < FLIPS; i++) {
              int at = random.nextInt(bytes.length);
              int mask = 1 + random.nextInt(255);
              assertThat(verdict(parcel.flipped(name, at, mask)))
                  .as("seed %d: %s, byte %d ^ %d", seed, name, at, mask)
                  .isIn(1, 2);
            }
          });
    }
  }

  @Test
  void aForgerWhoListsHisFilesAnewIsFoundByTheSignedTree() {
    System.out.println("EvidenceTest: seed " + seed);
    for (Path file : List.of(whole, ahausen)) {
      var parcel = Parcel.of(file);
      parcel.members().keySet().stream()
          .filter(name -> name.matches("(events|tile|policies)/.*|checkpoint"))
          .forEach(name -> {
            int length = parcel.members().get(name).length;
            for (int i = 0; i < FLIPS; i++) {
              int at = random.nextInt(length);
              int mask = 1 + random.nextInt(255);
              assertThat(verdict(parcel.flipped(name, at, mask).listed()))
                  .as("seed %d: %s, byte %d ^ %d", seed, name, at, mask)
                  .isIn(1, 2);
            }
          });
    }
  }

  @Test
  void aMemberThatIsMissingOrTooManyIsFound() {
    var parcel = Parcel.of(whole);
    parcel
        .members()
        .keySet()
        .forEach(name -> assertThat(verdict(parcel.without(name))).as(name).isIn(1, 2));
    assertThat(verdict(parcel.with("policies/" + "0".repeat(64) + ".yaml", new byte[] {1})))
        .isEqualTo(1);
  }

  @Test
  void aCustomersPackageHasNothingOfAnybodyElse() {
    String all =
        Parcel.of(ahausen).members().values().stream()
            .map(bytes -> new String(bytes, UTF_8))
            .collect(Collectors.joining());

    assertThat(all).contains("tenant:ahausen");
    assertThat(all).doesNotContain("bergstadt", "cmunde");
    assertThat(new String(Parcel.of(whole).members().get("events/000000000001.jsonl"), UTF_8))
        .contains("tenant:bergstadt");
  }

  /// The very last alone, where nothing signs it yet, leaves no trace.
  @Test
  void anOwnCommitThatIsRemovedIsFoundWhereverItStood() {
    var parcel = Parcel.of(ahausen);
    String name = "events/000000000001.jsonl";
    List<String> lines = new String(parcel.members().get(name), UTF_8).lines().toList();
    int own = 0;
    for (int at = 0; at < lines.size(); at += 2) {
      if (lines.get(at).contains("tenant:ahausen")) {
        own++;
        int gone = at;
        boolean hidden = isBehindTheCheckpoint(parcel, lines.get(at)) && isLast(lines, at);
        assertThat(verdict(parcel.edited(name, _ -> without(lines, gone)).listed()))
            .as("without line %d", at)
            .isEqualTo(hidden ? 0 : 1);
      }
    }
    assertThat(own).isGreaterThan(10);
  }

  private static String without(List<String> lines, int at) {
    StringBuilder left = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      if (i != at && i != at + 1) {
        left.append(lines.get(i)).append('\n');
      }
    }
    return left.toString();
  }

  private static boolean isBehindTheCheckpoint(Parcel parcel, String header) {
    String note = new String(parcel.members().get("checkpoint"), UTF_8);
    long size = Long.parseLong(note.split("\n")[1]);
    return Typed.json(header).path("number").asLong() > size;
  }

  private static boolean isLast(List<String> lines, int at) {
    return lines.stream().skip(at + 2L).noneMatch(line -> line.contains("\"owner\":\"tenant:"));
  }

  @Test
  void aPeriodVerifiesAsAPartOfTheSignedTree() {
    Path monday = exported(folder.resolve("day.zip"), "--from", "2026-05-11", "--to", "2026-05-11");

    assertThat(Typed.of("verify", monday).exit()).isZero();
    var parcel = Parcel.of(monday);
    String name =
        parcel.members().keySet().stream()
            .filter(n -> n.startsWith("events/"))
            .findFirst()
            .orElseThrow();
    List<String> lines = new String(parcel.members().get(name), UTF_8).lines().toList();
    assertThat(verdict(parcel.edited(name, _ -> without(lines, 4)).listed())).isEqualTo(1);
  }

  @Test
  void aNewerPackageGoesOnFromAnOlderOneAndAnotherJournalsDoesNot() {
    assertThat(Typed.demo(folder.resolve("other"), "--seed", 2).exit()).isZero();
    Path other = folder.resolve("other.zip");
    assertThat(Typed.of("export", "--journal", folder.resolve("other"), "--out", other).exit())
        .isZero();

    assertThat(Typed.of("verify", whole, journal).exit()).isZero();
    assertThat(Typed.of("verify", ahausen, whole).exit()).isZero();
    Typed typed = Typed.of("verify", whole, other);
    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).contains("is no continuation");
  }

  @Test
  void aCheckpointThatWasKeptFindsAWhollyRewrittenHistory() throws IOException {
    Path kept = folder.resolve("kept");
    Files.write(kept, Parcel.of(whole).members().get("checkpoint"));
    assertThat(Typed.demo(folder.resolve("rewritten"), "--seed", 2).exit()).isZero();

    assertThat(Typed.of("verify", journal, "--checkpoint", kept).exit()).isZero();
    assertThat(Typed.of("verify", whole, "--checkpoint", kept).exit()).isZero();
    Typed typed = Typed.of("verify", folder.resolve("rewritten"), "--checkpoint", kept);
    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.out()).contains("is another history");
  }
}
