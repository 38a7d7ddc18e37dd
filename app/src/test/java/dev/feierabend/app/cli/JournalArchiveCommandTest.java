package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import dev.feierabend.testservers.SecantusDb;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Three days of a demonstration, of which the first and then the second move to archives.
class JournalArchiveCommandTest {
  private static final String FIRST = "2026-05-11";
  private static final String SECOND = "2026-05-12";

  @TempDir private static Path folder;
  private static Path demo = Path.of("");
  private static Path shorter = Path.of("");
  private static Path shortest = Path.of("");
  private static Path may11 = Path.of("");
  private static Path may12 = Path.of("");

  @TempDir private Path own;

  @BeforeAll
  static void twoPeriodsAreArchived() throws IOException {
    demo = folder.resolve("demo");
    shorter = folder.resolve("shorter");
    shortest = folder.resolve("shortest");
    may11 = folder.resolve("may11.zip");
    may12 = folder.resolve("may12.zip");
    assertThat(demo(demo).exit()).isZero();
    byte[] before = Files.readAllBytes(demo.resolve("journal.mv"));
    assertThat(archive(demo, FIRST, may11, shorter))
        .satisfies(typed -> assertThat(typed.err()).isEmpty())
        .satisfies(typed -> assertThat(typed.out()).contains("verified, SHA-256 "));
    assertThat(demo.resolve("journal.mv")).hasBinaryContent(before);
    assertThat(archive(shorter, SECOND, may12, shortest).exit()).isZero();
    for (String beside : List.of("fleet.yaml", "actors.yaml", "checkpoint.pub")) {
      Files.copy(demo.resolve(beside), shortest.resolve(beside));
    }
  }

  private static Typed demo(Path directory) {
    return Typed.of("demo", "--days", 3, "--hosts", 6, "--seed", 7, "--out", directory);
  }

  private static Typed archive(Object journal, String until, Path out, Object into) {
    return Typed.of(
        "journal",
        "archive",
        "--journal",
        journal,
        "--until",
        until,
        "--out",
        out,
        "--into",
        into,
        "--key",
        demo.resolve("checkpoint.pub"));
  }

  private static Typed verify(Object journal, Object... more) {
    var words = new Object[2 + more.length];
    System.arraycopy(new Object[] {"verify", journal}, 0, words, 0, 2);
    System.arraycopy(more, 0, words, 2, more.length);
    return Typed.of(words);
  }

  @Test
  void whatIsSignedByAKeyThatNobodyNamesIsNeitherArchivedNorExported() {
    assertThat(
            Typed.of(
                "journal",
                "archive",
                "--journal",
                shorter,
                "--until",
                SECOND,
                "--out",
                own.resolve("a.zip"),
                "--into",
                own.resolve("b"),
                "--lang",
                "en"))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(1))
        .satisfies(typed -> assertThat(typed.err()).contains("checkpoint.pub is missing"));
    assertThat(own).isEmptyDirectory();
    assertThat(
            Typed.of(
                "export", "--journal", shorter, "--archive", may11, "--out", own.resolve("c.zip")))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(2))
        .satisfies(typed -> assertThat(typed.err()).contains("name it with --key"));
  }

  @Test
  void storeAndArchivesAreTheWholeHistory() {
    var whole = verify(shortest, "--archive", may11, "--archive", may12);
    assertThat(whole.exit()).isZero();
    assertThat(whole.out()).startsWith("Intact: ");
    assertThat(verify(shortest, "--archive", may12, "--archive", may11)).isEqualTo(whole);
    assertThat(verify(may11, "--key", demo.resolve("checkpoint.pub")).exit()).isZero();
    assertThat(verify(may12, shortest).exit()).isEqualTo(Exit.NO);
    assertThat(verify(demo, shorter, "--archive", may11).exit()).isZero();
  }

  @Test
  void whatIsNotShownIsNamed() {
    var nothing = verify(shortest);
    assertThat(nothing.exit()).isEqualTo(Exit.NO);
    assertThat(nothing.out()).contains("Not shown whole", "Commits 1 to ", "SHA-256 ");
    var half = verify(shortest, "--archive", may12);
    assertThat(half.exit()).isEqualTo(Exit.NO);
    assertThat(half.out()).contains("Commits 1 to ").hasLineCount(2);
    assertThat(verify(shortest, "--lang", "de").out()).contains("Nicht ganz gezeigt", "Einträge 1");
    assertThat(verify(shortest, "--json").json().path("verification").path("archived").asLong())
        .isPositive();
  }

  @Test
  void anArchiveOfAnotherJournalAChangedOneAndOneTwiceAreRefused() throws IOException {
    var other = own.resolve("other");
    Typed.demo(other, "--seed", 8);
    var theirs = own.resolve("theirs.zip");
    assertThat(
            Typed.of(
                    "journal",
                    "archive",
                    "--journal",
                    other,
                    "--until",
                    FIRST,
                    "--out",
                    theirs,
                    "--into",
                    own.resolve("new"))
                .exit())
        .isZero();
    assertRefused(verify(shorter, "--archive", theirs), "is no archive of this journal");
    assertRefused(verify(shorter, "--archive", may11, "--archive", may11), "named twice");
    assertRefused(verify(shorter, "--archive", may12), "is no archive of this journal");
    byte[] sound = Files.readAllBytes(may11);
    var changed = own.resolve("changed.zip");
    for (int at : placesInEveryMember(may11, sound)) {
      byte[] bytes = sound.clone();
      bytes[at] ^= 1;
      Files.write(changed, bytes);
      assertRefused(verify(shorter, "--archive", changed), "or it was changed");
    }
  }

  /// One within each member's data, and the very last.
  private static List<Integer> placesInEveryMember(Path zip, byte[] bytes) throws IOException {
    var places = new ArrayList<Integer>();
    try (var file = new ZipFile(zip.toFile())) {
      file.stream()
          .forEach(entry -> {
            String name = entry.getName();
            int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(name);
            places.add(at + name.length() + (int) entry.getCompressedSize() / 2);
          });
    }
    places.add(bytes.length - 1);
    return places;
  }

  private static void assertRefused(Typed typed, String sentence) {
    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.out()).contains(sentence);
  }

  @Test
  void aCustomersPartIsThatOfTheWholeStore() throws IOException {
    var part = own.resolve("part.zip");
    assertThat(Typed.of("export", "--journal", shortest, "--customer", "ahausen", "--out", part))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("are in the archive of commits 1 to"));
    assertThat(part).doesNotExist();
    assertThat(
            Typed.of(
                    "export",
                    "--journal",
                    shortest,
                    "--customer",
                    "ahausen",
                    "--out",
                    part,
                    "--archive",
                    may11,
                    "--archive",
                    may12)
                .exit())
        .isZero();
    var restored = own.resolve("restored");
    assertThat(
            Typed.of(
                    "journal",
                    "copy",
                    "--from",
                    shortest,
                    "--to",
                    restored,
                    "--archive",
                    may11,
                    "--archive",
                    may12)
                .exit())
        .isZero();
    Files.copy(demo.resolve("checkpoint.pub"), restored.resolve("checkpoint.pub"));
    assertThat(verify(restored).exit()).isZero();
    var expected = own.resolve("expected.zip");
    Typed.of("export", "--journal", restored, "--customer", "ahausen", "--out", expected);
    assertThat(part).hasSameBinaryContentAs(expected);
    var before = own.resolve("before.zip");
    Typed.of("export", "--journal", demo, "--customer", "ahausen", "--out", before);
    assertThat(members(part)).containsAllEntriesOf(members(before));
  }

  /// All but those that name the history's last commit, which is the archive's record.
  private static Map<String, String> members(Path zip) throws IOException {
    var members = new HashMap<String, String>();
    try (var file = new ZipFile(zip.toFile())) {
      for (var entry : file.stream().filter(it -> !it.getName().matches("[A-Zm].*")).toList()) {
        members.put(
            entry.getName(),
            new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return members;
  }

  @Test
  void whyIsToldAsFromTheWholeOrRefused() {
    for (String at : List.of("2026-05-13 00:10", "2026-05-13 05:00", "2026-05-13 22:00")) {
      for (String subject : List.of("host-01", "ahausen-office")) {
        assertThat(Typed.of("why", subject, "--at", at, "--journal", shortest))
            .isEqualTo(Typed.of("why", subject, "--at", at, "--journal", demo));
      }
    }
    var early = new Object[] {"why", "host-01", "--at", "2026-05-11 22:10", "--journal", shortest};
    assertThat(Typed.of(early))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("name its file with --archive"));
    assertThat(
            Typed.of(
                "why",
                "host-01",
                "--at",
                "2026-05-11 22:10",
                "--journal",
                shortest,
                "--archive",
                may11,
                "--archive",
                may12))
        .isEqualTo(Typed.of("why", "host-01", "--at", "2026-05-11 22:10", "--journal", demo));
  }

  @Test
  void theHistoryIsToldWholeWithArchivesAndOtherwiseSaysWhereTheRestIs() {
    var whole = Typed.of("history", "--journal", shortest, "--archive", may11, "--archive", may12);
    assertThat(whole.err()).isEmpty();
    assertThat(whole.out()).startsWith(Typed.of("history", "--journal", demo).out());
    var rest = Typed.of("history", "--journal", shortest);
    assertThat(rest.exit()).isZero();
    assertThat(rest.lines()).hasSizeLessThan(whole.lines().size());
    assertThat(rest.err()).contains("Commits 1 to ");
    assertThat(Typed.of("doctor", "--journal", shortest).out())
        .contains("have their events in archives");
    assertThat(Typed.of("agreement", "list", "--journal", shortest))
        .isEqualTo(Typed.of("agreement", "list", "--journal", demo));
  }

  @Test
  void whatCannotBeClosedIsRefusedAndLeavesNothing() throws IOException {
    var zip = own.resolve("x.zip");
    var into = own.resolve("into");
    assertThat(archive(demo, "2026-05-13", zip, into))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.NO))
        .satisfies(typed -> assertThat(typed.err()).contains("only the first "));
    assertThat(archive(demo, "2026-05-10", zip, into).err()).contains("Nothing to archive");
    assertThat(archive(shorter, FIRST, zip, into).err()).contains("Nothing to archive");
    assertThat(archive(demo, "2999-01-01", zip, into))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("a day that is over"));
    assertThat(archive(demo, FIRST, zip, shorter).err()).contains("is there already");
    assertThat(archive(demo, SECOND, may11, into))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.OUTAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("no other file under"));
    assertThat(archive(demo, FIRST, own.resolve("nowhere/x.zip"), into).exit())
        .isEqualTo(Exit.USAGE);
    Files.writeString(own.resolve("file"), "");
    assertThat(archive(demo, FIRST, zip, own.resolve("file/into")).exit()).isEqualTo(Exit.OUTAGE);
    assertThat(Files.list(own)).containsExactly(own.resolve("file"));
    Files.createDirectories(own.resolve("into.part"));
    Files.writeString(own.resolve("into.part/journal.mv"), "half of it");
    assertThat(archive(demo, FIRST, may11, into).exit()).as("after a crash").isZero();
    assertThat(into).isDirectory();
    assertThat(own.resolve("into.part")).doesNotExist();
  }

  @Test
  void doctorWarnsOfClosedPeriodsWithTheCommand() {
    assertThat(Typed.of("doctor", "--journal", demo, "--retention", "P1M"))
        .satisfies(typed -> assertThat(typed.exit()).isZero())
        .satisfies(typed ->
            assertThat(typed.out())
                .contains("warn  retention", "journal archive --journal " + demo + " --until 20"));
    assertThat(Typed.of("doctor", "--journal", demo, "--retention", "P1000Y").out())
        .doesNotContain("retention");
    assertThat(Typed.of("doctor", "--journal", demo).out()).doesNotContain("retention");
    assertThat(Typed.of("doctor", "--journal", demo, "--retention", "P0D"))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("such as P13M"));
  }

  @Test
  void whatIsChangedInTheStoreIsFoundWithTheArchiveBesideIt() {
    try (var server = SecantusDb.start();
        var client = MongoClients.create("mongodb://127.0.0.1:" + server.port())) {
      String less = "mongodb://127.0.0.1:%d/less".formatted(server.port());
      Typed.of("journal", "copy", "--from", shorter, "--to", less);
      var commits = client.getDatabase("less").getCollection("commits");
      var moved = commits.find(Filters.regex("body", "^[{]")).first();
      assertThat(moved).isNotNull();
      long number = moved.getLong("_id");
      for (var change :
          List.of(
              Updates.set(
                  "body", moved.getString("body").replace("\"sequence\":", "\"sequence\":1")),
              Updates.set("body", "{\"archived\":[]}"),
              Updates.set("body", "[]"),
              Updates.set(
                  "sealed", moved.getString("sealed").replace("\"number\":", "\"number\": ")),
              Updates.set("hash", "0".repeat(64)))) {
        commits.updateOne(Filters.eq("_id", number), change);
        assertThat(verify(less, "--archive", may11))
            .as("%s", change)
            .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.NO))
            .satisfies(typed -> assertThat(typed.out()).contains("Commit %d: ".formatted(number)));
        commits.replaceOne(Filters.eq("_id", number), moved);
      }
      assertThat(verify(less, "--archive", may11).exit()).isZero();
    }
  }

  @Test
  void inMongoItIsTheSame() {
    try (var server = SecantusDb.start()) {
      String whole = "mongodb://127.0.0.1:%d/whole".formatted(server.port());
      String less = "mongodb://127.0.0.1:%d/less".formatted(server.port());
      Typed.of("journal", "copy", "--from", demo, "--to", whole);
      var zip = own.resolve("may11.zip");
      assertThat(archive(whole, FIRST, zip, less))
          .satisfies(typed -> assertThat(typed.err()).isEmpty())
          .satisfies(typed -> assertThat(typed.exit()).isZero());
      assertThat(zip).hasSameBinaryContentAs(may11);
      assertThat(archive(whole, FIRST, zip, less).exit()).as("done again").isZero();
      assertThat(verify(less).exit()).isEqualTo(Exit.NO);
      assertThat(verify(less, "--archive", zip).exit()).isZero();
      var back = own.resolve("back");
      assertThat(Typed.of("journal", "copy", "--from", less, "--to", back).exit()).isZero();
      assertThat(verify(back, "--archive", zip).exit()).isZero();
      assertThat(Typed.of("agreement", "list", "--journal", less).exit()).isZero();
    }
  }
}
