package dev.feierabend.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingsTest {
  private static final String HEAD = "id,timestamp,duration,cpu_count,cpu_usage\n";
  private static final Instant NINE = Instant.parse("2013-08-12T09:00:00Z");

  @TempDir private Path folder;

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static double value(Recording recording, int series, Instant at) {
    return Float.float16ToFloat(recording.series().get(series).values()[recording.slot(at)]);
  }

  @Test
  void aGapIsUnknownAndNeitherZeroNorTheValueBefore() throws IOException {
    var recording =
        Recordings.open(
            written(
                "vms-5min.csv",
                HEAD
                    + "7,2013-08-12T09:00:46.000Z,300000,1,100\n"
                    + "7,2013-08-12T09:15:46.000Z,300000,1,50\n"
                    + "8,2013-08-12T09:05:46.000Z,300000,1,0\n"));

    assertThat(recording.begin()).contains(NINE);
    assertThat(recording.slots()).isEqualTo(4);
    assertThat(value(recording, 0, NINE)).isEqualTo(1);
    assertThat(value(recording, 0, NINE.plusSeconds(300))).isNaN();
    assertThat(value(recording, 0, NINE.plusSeconds(900))).isEqualTo(0.5);
    assertThat(value(recording, 1, NINE)).isNaN();
    assertThat(recording.slot(NINE.minusSeconds(1))).isEqualTo(-1);
    assertThat(recording.slot(NINE.plusSeconds(86_400))).isEqualTo(recording.slots());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-3", "NaN", "many"})
  void whatIsNoLoadNamesFileLineExpectedAndFound(String usage) throws IOException {
    Path file =
        written(
            "vms-5min.csv",
            HEAD
                + "7,2013-08-12T09:00:46.000Z,300000,1,100\n"
                + "7,2013-08-12T09:05:46.000Z,300000,1,%s\n".formatted(usage));

    assertThatThrownBy(() -> Recordings.open(file))
        .isInstanceOf(UnreadableTrace.class)
        .hasMessage(file + ":3: expected a cpu_usage of at least 0, found \"" + usage + "\"");
  }

  @Test
  void anAnswerOfPrometheusIsCoresByMachine() throws IOException {
    var recording = Recordings.open(written("load.json", answer("1.5", "NAME")));

    assertThat(recording.unit()).isEqualTo(Recording.Unit.CORES);
    assertThat(recording.series()).extracting(Recording.Series::name).containsExactly("vm-7");
    assertThat(value(recording, 0, NINE)).isEqualTo(1.5);
    assertThat(value(recording, 0, NINE.plusSeconds(300))).isNaN();
    assertThat(value(recording, 0, NINE.plusSeconds(600))).isEqualTo(0.25);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "NaN", "+Inf"})
  void whatIsNoLoadInAnAnswerOfPrometheusNamesTheLine(String cores) throws IOException {
    Path file = written("load.json", answer(cores, "NAME"));

    assertThatThrownBy(() -> Recordings.open(file))
        .hasMessage(file + ":5: expected cores of at least 0, found \"" + cores + "\"");
  }

  @Test
  void whatHasNoNameOrIsNoRangeIsRefused() throws IOException {
    Path nameless = written("load.json", answer("1", "job"));
    assertThatThrownBy(() -> Recordings.open(nameless))
        .hasMessageContaining("load.json:4: expected one of the labels [uuid, guest")
        .hasMessageContaining("{job=vm-7}");
    Path vector = written("vector.json", "{\"data\": {\n\"resultType\": \"vector\"}}");
    assertThatThrownBy(() -> Recordings.open(vector))
        .hasMessage(vector + ":2: expected the resultType matrix, found \"vector\"");
    Path none = written("none.json", "{}");
    assertThatThrownBy(() -> Recordings.open(none))
        .hasMessage(none + ": expected values, found none");
    Path torn = written("torn.json", "{\"data\": [");
    assertThatThrownBy(() -> Recordings.open(torn))
        .hasMessageContaining("torn.json cannot be read");
  }

  private static String answer(String first, String label) {
    return """
    {"status": "success",
     "data": {"resultType": "matrix",
      "result": [
       {"metric": {"%s": "vm-7"},
        "values": [[%d, "%s"], [%d, "0.25"]]}]}}
    """
        .formatted(
            label.equals("NAME") ? "name" : label,
            NINE.getEpochSecond(),
            first,
            NINE.getEpochSecond() + 600);
  }

  @Test
  void aPlanetLabDayHasNoDateAndRepeats() throws IOException {
    Path day = Files.createDirectory(folder.resolve("20110303"));
    Files.writeString(day.resolve("vm"), "25\n".repeat(144) + "50\n".repeat(144));

    var recording = Recordings.open(day);

    assertThat(recording.series()).extracting(Recording.Series::name).containsExactly("vm");
    assertThat(recording.begin()).isEmpty();
    assertThat(recording.end()).isEmpty();
    assertThat(value(recording, 0, Instant.parse("2026-05-11T11:55:00Z"))).isEqualTo(0.25);
    assertThat(value(recording, 0, Instant.parse("2027-01-01T12:00:00Z"))).isEqualTo(0.5);
  }

  @Test
  void whatIsInAnArchiveIsNamedByItsFileToo() throws IOException {
    Path archive = folder.resolve("20110303.tar.xz");
    byte[] day = "25\n".repeat(288).getBytes(StandardCharsets.UTF_8);
    try (var packed =
        new TarArchiveOutputStream(new XZCompressorOutputStream(Files.newOutputStream(archive)))) {
      var entry = new TarArchiveEntry("20110303/vm-7");
      entry.setSize(day.length);
      packed.putArchiveEntry(entry);
      packed.write(day);
      packed.closeArchiveEntry();
    }

    assertThat(Recordings.open(archive).series())
        .extracting(Recording.Series::name)
        .containsExactly("vm-7");
  }

  @Test
  void otherFormsAreRefusedInASentence() {
    assertThatThrownBy(() -> Recordings.open(folder.resolve("load.txt")))
        .isInstanceOf(UnreadableTrace.class)
        .hasMessageStartingWith("Expected a PlanetLab folder, its .tar.xz, a Bitbrains .csv");
  }
}
