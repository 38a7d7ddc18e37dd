package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Closed periods move to archives; what can't be closed stays.
class JournalArchiveCommandTest {
  @TempDir private static Path folder;
  private static ArchivedDemo demo;

  @TempDir private Path own;

  @BeforeAll
  static void twoPeriodsAreArchived() throws IOException {
    demo = ArchivedDemo.in(folder);
  }

  @Test
  void whatIsSignedByAKeyThatNobodyNamesIsNeitherArchivedNorExported() {
    assertThat(
            Typed.of(
                "journal",
                "archive",
                "--journal",
                demo.shorter(),
                "--until",
                ArchivedDemo.SECOND,
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
                "export",
                "--journal",
                demo.shorter(),
                "--archive",
                demo.may11(),
                "--out",
                own.resolve("c.zip")))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(2))
        .satisfies(typed -> assertThat(typed.err()).contains("name it with --key"));
  }

  @Test
  void itIsToldWhatBecameOfItAndTheOldStoreIsOnlyRead() throws IOException {
    byte[] before = Files.readAllBytes(demo.whole().resolve("journal.mv"));

    assertThat(
            demo.archive(
                demo.whole(), ArchivedDemo.FIRST, own.resolve("a.zip"), own.resolve("into")))
        .satisfies(typed -> assertThat(typed.err()).isEmpty())
        .satisfies(typed -> assertThat(typed.out()).contains("verified, SHA-256 "));
    assertThat(demo.whole().resolve("journal.mv")).hasBinaryContent(before);
  }

  @Test
  void storeAndArchivesAreTheWholeHistory() {
    var whole =
        ArchivedDemo.verify(demo.shortest(), "--archive", demo.may11(), "--archive", demo.may12());
    assertThat(whole.exit()).isZero();
    assertThat(whole.out()).startsWith("Intact: ");
    assertThat(
            ArchivedDemo.verify(
                demo.shortest(), "--archive", demo.may12(), "--archive", demo.may11()))
        .isEqualTo(whole);
    assertThat(
            ArchivedDemo.verify(demo.may11(), "--key", demo.whole().resolve("checkpoint.pub"))
                .exit())
        .isZero();
    assertThat(ArchivedDemo.verify(demo.may12(), demo.shortest()).exit()).isEqualTo(Exit.NO);
    assertThat(ArchivedDemo.verify(demo.whole(), demo.shorter(), "--archive", demo.may11()).exit())
        .isZero();
  }

  @Test
  void whatIsNotShownIsNamed() {
    var nothing = ArchivedDemo.verify(demo.shortest());
    assertThat(nothing.exit()).isEqualTo(Exit.NO);
    assertThat(nothing.out()).contains("Not shown whole", "Commits 1 to ", "SHA-256 ");
    var half = ArchivedDemo.verify(demo.shortest(), "--archive", demo.may12());
    assertThat(half.exit()).isEqualTo(Exit.NO);
    assertThat(half.out()).contains("Commits 1 to ").hasLineCount(2);
    assertThat(ArchivedDemo.verify(demo.shortest(), "--lang", "de").out())
        .contains("Nicht ganz gezeigt", "Einträge 1");
    assertThat(
            ArchivedDemo.verify(demo.shortest(), "--json")
                .json()
                .path("verification")
                .path("archived")
                .asLong())
        .isPositive();
  }

  @Test
  void whatCannotBeClosedIsRefusedAndLeavesNothing() throws IOException {
    var zip = own.resolve("x.zip");
    var into = own.resolve("into");
    assertThat(demo.archive(demo.whole(), "2026-05-13", zip, into))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.NO))
        .satisfies(typed -> assertThat(typed.err()).contains("only the first "));
    assertThat(demo.archive(demo.whole(), "2026-05-10", zip, into).err())
        .contains("Nothing to archive");
    assertThat(demo.archive(demo.shorter(), ArchivedDemo.FIRST, zip, into).err())
        .contains("Nothing to archive");
    assertThat(demo.archive(demo.whole(), "2999-01-01", zip, into))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("a day that is over"));
    assertThat(demo.archive(demo.whole(), ArchivedDemo.FIRST, zip, demo.shorter()).err())
        .contains("is there already");
    assertThat(demo.archive(demo.whole(), ArchivedDemo.SECOND, demo.may11(), into))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.OUTAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("no other file under"));
    assertThat(
            demo.archive(demo.whole(), ArchivedDemo.FIRST, own.resolve("nowhere/x.zip"), into)
                .exit())
        .isEqualTo(Exit.USAGE);
    Files.writeString(own.resolve("file"), "");
    assertThat(demo.archive(demo.whole(), ArchivedDemo.FIRST, zip, own.resolve("file/into")).exit())
        .isEqualTo(Exit.OUTAGE);
    assertThat(Files.list(own)).containsExactly(own.resolve("file"));
    Files.createDirectories(own.resolve("into.part"));
    Files.writeString(own.resolve("into.part/journal.mv"), "half of it");
    assertThat(demo.archive(demo.whole(), ArchivedDemo.FIRST, demo.may11(), into).exit())
        .as("after a crash")
        .isZero();
    assertThat(into).isDirectory();
    assertThat(own.resolve("into.part")).doesNotExist();
  }

  @Test
  void doctorWarnsOfClosedPeriodsWithTheCommand() {
    assertThat(Typed.of("doctor", "--journal", demo.whole(), "--retention", "P1M"))
        .satisfies(typed -> assertThat(typed.exit()).isZero())
        .satisfies(typed ->
            assertThat(typed.out())
                .contains(
                    "warn  retention",
                    "journal archive --journal " + demo.whole() + " --until 20"));
    assertThat(Typed.of("doctor", "--journal", demo.whole(), "--retention", "P1000Y").out())
        .doesNotContain("retention");
    assertThat(Typed.of("doctor", "--journal", demo.whole()).out()).doesNotContain("retention");
    assertThat(Typed.of("doctor", "--journal", demo.whole(), "--retention", "P0D"))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("such as P13M"));
  }
}
