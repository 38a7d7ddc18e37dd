package dev.feierabend.app.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are no packages, and journals of which none is made.
class BadPackageTest {
  @TempDir static Path shared;
  private static Path journal;
  private static Path whole;
  @TempDir Path folder;

  @BeforeAll
  static void live() {
    journal = shared.resolve("out");
    whole = shared.resolve("whole.zip");
    assertThat(Typed.demo(journal).exit()).isZero();
    assertThat(Typed.of("export", "--journal", journal, "--out", whole).exit()).isZero();
  }

  private int verdict(Parcel parcel) {
    return Typed.of("verify", parcel.packed(folder.resolve("other.zip"))).exit();
  }

  @Test
  void aZipThatIsNoPackageIsTwo() throws IOException {
    for (String name : List.of("../evil", "/etc/passwd", "events/../../x", "events\\x", "a")) {
      assertThat(verdict(Parcel.of(whole).with(name, new byte[] {1}))).as(name).isEqualTo(2);
    }
    Path nothing = Files.writeString(folder.resolve("nothing.zip"), "PK no archive at all");
    assertThat(Typed.of("verify", nothing).exit()).isEqualTo(2);
    Path bomb = folder.resolve("bomb.zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
      zip.putNextEntry(new ZipEntry("manifest.json"));
      for (int i = 0; i < 300; i++) {
        zip.write(new byte[1 << 20]);
      }
      zip.closeEntry();
    }
    Typed typed = Typed.of("verify", bomb);
    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("it is larger");
  }

  @Test
  void aNameThatIsThereTwiceIsTwo() throws IOException {
    Path twice = Parcel.of(whole).with("log.pen", new byte[] {1}).packed(folder.resolve("x.zip"));
    byte[] bytes = Files.readAllBytes(twice);
    String text = new String(bytes, ISO_8859_1).replace("log.pen", "log.pem");
    Files.write(twice, text.getBytes(ISO_8859_1));

    Typed typed = Typed.of("verify", twice);
    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err()).contains("twice");
  }

  @Test
  void aBrokenJournalIsNotExported() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.copy(journal.resolve("head.json"), copy.resolve("head.json"));
    byte[] store = Files.readAllBytes(journal.resolve("journal.mv"));
    Files.write(copy.resolve("journal.mv"), Arrays.copyOf(store, store.length / 2));
    Path file = folder.resolve("none.zip");

    Typed typed = Typed.of("export", "--journal", copy, "--out", file);

    assertThat(typed.exit()).isEqualTo(1);
    assertThat(typed.err()).startsWith("Nothing was exported, for the journal is broken");
    assertThat(file).doesNotExist();
  }
}
