package dev.feierabend.sandbox.study;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.feierabend.sandbox.load.UnreadableTrace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaysTest {
  private static final String A_DAY = "10\n0\n99.5\n".repeat(96);

  @TempDir Path folder;

  @Test
  void daysAreFoldersAndArchivesByNameAndOtherFilesAreIgnored() throws IOException {
    archived("planetlab-20110306", "20110306");
    machine("20110303", "b", A_DAY);
    machine("20110303", "a", "7\n".repeat(288));
    Files.writeString(folder.resolve("README.md"), "not a day");
    machine(".git", "HEAD", "not one either");

    List<Day> days = Days.in(folder).toList();

    assertThat(days).extracting(Day::name).containsExactly("20110303", "20110306");
    assertThat(days.getFirst().guests()).isEqualTo(2);
    assertThat(days.getFirst().sample(0, 0)).isEqualTo(0.07);
    assertThat(days.getFirst().sample(1, 287)).isCloseTo(0.995, within(1e-12));
    assertThat(days.getLast().guests()).isEqualTo(1);
  }

  @Test
  void aDayThatIsThereInBothFormsComesOnce() throws IOException {
    archived("planetlab-20110306", "20110306");
    machine("20110306", "a", A_DAY);

    assertThat(Days.in(folder)).hasSize(1);
  }

  @Test
  void anArchiveWithoutAFolderInItIsNamedByItself() throws IOException {
    archived("monday", "");

    assertThat(Days.in(folder)).extracting(Day::name).containsExactly("monday");
  }

  @Test
  void aFolderOfMachinesIsADay() throws IOException {
    machine("20110303", "a", A_DAY);

    assertThat(Days.in(folder.resolve("20110303")))
        .extracting(Day::name)
        .containsExactly("20110303");
  }

  @Test
  void whatShouldBeADayAndIsNoneIsToldByPlace() throws IOException {
    refused("Expected a folder of days", folder.resolve("nowhere"));
    refused("Expected a file a machine but found none in", folder);
    machine("day", "gap", "1\n".repeat(287));
    refused("gap:287: expected 288 percentages, one every five minutes of a day, found 287");
    machine("day", "gap", "1\n".repeat(576));
    refused("expected one day of 288 percentages a machine but found 576 in gap");
    for (String wrong : List.of("-1", "101", "NaN", "many")) {
      machine("day", "gap", "1\n2\n" + wrong + "\n" + "1\n".repeat(285));
      refused("gap:3: expected a percentage from 0 to 100, found \"" + wrong + "\"");
    }
  }

  @Test
  void moreMachinesThanTheHostsTakeAreRefused() throws IOException {
    for (int i = 0; i <= Day.MOST_GUESTS; i++) {
      machine("day", "m%04d".formatted(i), A_DAY);
    }

    refused(
        "Expected 1 to 1,600 recordings, which is what the experiment's hosts take, found 1,601");
  }

  @Test
  void anArchiveWithoutAFolderIsTheDayOfItsName() throws IOException {
    archived("20110304", ".");
    archived("20110305", ".");

    assertThat(Days.in(folder)).extracting(Day::name).containsExactly("20110304", "20110305");
  }

  @Test
  void twoArchivesOfOneDayAreRefused() throws IOException {
    archived("first", "20110304");
    archived("second", "20110304");

    refused("Expected day 20110304 once but found it in " + folder.resolve("first.tar.xz"));
  }

  private void refused(String sentence) {
    refused(sentence, folder);
  }

  private static void refused(String sentence, Path where) {
    assertThatExceptionOfType(UnreadableTrace.class)
        .isThrownBy(() -> Days.in(where).toList())
        .withMessageContaining(sentence);
  }

  private void machine(String day, String name, String lines) throws IOException {
    Files.createDirectories(folder.resolve(day));
    Files.writeString(folder.resolve(day).resolve(name), lines);
  }

  private void archived(String archive, String inside) throws IOException {
    try (var file = Files.newOutputStream(folder.resolve(archive + ".tar.xz"));
        var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(file))) {
      String prefix = inside.isEmpty() ? "" : inside + "/";
      var entry = new TarArchiveEntry(prefix + "a");
      byte[] bytes = A_DAY.getBytes(UTF_8);
      entry.setSize(bytes.length);
      tar.putArchiveEntry(entry);
      tar.write(bytes);
      tar.closeArchiveEntry();
    }
  }
}
