package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A shorter store tells what the whole one does, or says where the rest is.
class ShortenedStoreTest {
  @TempDir private static Path folder;
  private static ArchivedDemo demo;

  @TempDir private Path own;

  @BeforeAll
  static void twoPeriodsAreArchived() throws IOException {
    demo = ArchivedDemo.in(folder);
  }

  @Test
  void aCustomersPartIsThatOfTheWholeStore() throws IOException {
    var part = exported("part.zip", demo::withBoth, demo.shortest());
    var restored = own.resolve("restored");
    assertThat(demo.withBoth("journal", "copy", "--from", demo.shortest(), "--to", restored).exit())
        .isZero();
    Files.copy(demo.whole().resolve("checkpoint.pub"), restored.resolve("checkpoint.pub"));

    assertThat(ArchivedDemo.verify(restored).exit()).isZero();
    assertThat(part).hasSameBinaryContentAs(exported("expected.zip", Typed::of, restored));
    assertThat(members(part))
        .containsAllEntriesOf(members(exported("before.zip", Typed::of, demo.whole())));
  }

  @Test
  void aCustomersPartOfWhatIsInArchivesIsRefusedWithoutThem() {
    var part = own.resolve("part.zip");

    assertThat(
            Typed.of(
                "export", "--journal", demo.shortest(), "--customer", "ahausen", "--out", part))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("are in the archive of commits 1 to"));
    assertThat(part).doesNotExist();
  }

  private Path exported(String name, Function<Object[], Typed> typing, Path journal) {
    var part = own.resolve(name);
    var words =
        new Object[] {"export", "--journal", journal, "--customer", "ahausen", "--out", part};
    assertThat(typing.apply(words).exit()).isZero();
    return part;
  }

  @Test
  void whyIsToldAsFromTheWholeOrRefused() {
    for (String at : List.of("2026-05-13 00:10", "2026-05-13 05:00", "2026-05-13 22:00")) {
      for (String subject : List.of("host-01", "ahausen-office")) {
        assertThat(Typed.of(why(subject, at, demo.shortest())))
            .isEqualTo(Typed.of(why(subject, at, demo.whole())));
      }
    }
    String early = "2026-05-11 22:10";
    assertThat(Typed.of(why("host-01", early, demo.shortest())))
        .satisfies(typed -> assertThat(typed.exit()).isEqualTo(Exit.USAGE))
        .satisfies(typed -> assertThat(typed.err()).contains("name its file with --archive"));
    assertThat(demo.withBoth(why("host-01", early, demo.shortest())))
        .isEqualTo(Typed.of(why("host-01", early, demo.whole())));
  }

  private static Object[] why(String subject, String at, Path journal) {
    return new Object[] {"why", subject, "--at", at, "--journal", journal};
  }

  @Test
  void theHistoryIsToldWholeWithArchivesAndOtherwiseSaysWhereTheRestIs() {
    var whole = demo.withBoth("history", "--journal", demo.shortest());
    assertThat(whole.err()).isEmpty();
    assertThat(whole.out()).startsWith(Typed.of("history", "--journal", demo.whole()).out());

    var rest = Typed.of("history", "--journal", demo.shortest());
    assertThat(rest.exit()).isZero();
    assertThat(rest.lines()).hasSizeLessThan(whole.lines().size());
    assertThat(rest.err()).contains("Commits 1 to ");
  }

  @Test
  void doctorSaysThatEventsAreInArchivesAndAgreementsAreAllThere() {
    assertThat(Typed.of("doctor", "--journal", demo.shortest()).out())
        .contains("have their events in archives");
    assertThat(Typed.of("agreement", "list", "--journal", demo.shortest()))
        .isEqualTo(Typed.of("agreement", "list", "--journal", demo.whole()));
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
}
