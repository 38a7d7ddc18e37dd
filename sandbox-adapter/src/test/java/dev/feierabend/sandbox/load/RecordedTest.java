package dev.feierabend.sandbox.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.policies.fleet.Guest;
import dev.feierabend.policies.terms.MachineId;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.Resources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-05-11T00:00:00Z");
  private static final Guest GUEST = guest(1);

  @TempDir private Path folder;

  private static Guest guest(int number) {
    return new Guest(
        MachineId.of("10000000-0000-0000-0000-0000000000%02d".formatted(number)),
        "guest",
        new PoolId("office"),
        new Resources(4, 1024),
        true,
        new TreeMap<>(),
        Optional.empty());
  }

  /// One machine's day: a percentage for each of its slots.
  private static String day(IntUnaryOperator percent) {
    return IntStream.range(0, 288)
        .mapToObj(slot -> percent.applyAsInt(slot) + "\n")
        .collect(Collectors.joining());
  }

  private Path written(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static Path packed(Path path, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return path;
  }

  /// Two days and five hours from a Monday's noon on, each value its hour of the day times 10 MHz.
  private static String table(String capacityColumn) {
    var text = new StringBuilder("id,timestamp,duration,cpu_count,cpu_usage\n");
    Instant noon = Instant.parse("2013-08-12T12:00:46.000Z");
    for (int slot = 0; slot < 53 * 12; slot++) {
      Instant at = noon.plus(Duration.ofMinutes(5L * slot));
      long hour = at.getEpochSecond() / 3600 % 24;
      text.append("7,%s,300000,4,%d%s\n".formatted(at, hour * 10, capacityColumn));
    }
    return text.toString();
  }

  @Test
  void aPlanetLabFolderRepeatsItsDayAtItsTimeOfDay() throws IOException {
    written("vm", day(slot -> slot / 12));
    var load = Traces.open(folder);

    assertThat(load.cores(GUEST, MIDNIGHT)).isZero();
    for (int day = 0; day < 3; day++) {
      Instant nine = MIDNIGHT.plus(Duration.ofDays(day)).plus(Duration.ofHours(9));
      assertThat(load.cores(GUEST, nine)).isEqualTo(4 * 0.09);
      assertThat(load.cores(GUEST, nine.plus(Duration.ofMinutes(55)))).isEqualTo(4 * 0.09);
    }
  }

  @Test
  void aPlanetLabArchiveSaysTheSameAsItsFolder() throws IOException {
    Path vms = Files.createDirectory(folder.resolve("day"));
    Path archive = folder.resolve("day.tar.xz");
    try (var tar =
        new TarArchiveOutputStream(new XZCompressorOutputStream(Files.newOutputStream(archive)))) {
      for (int vm = 0; vm < 3; vm++) {
        int busy = 10 * (vm + 1);
        Path file = Files.writeString(vms.resolve("vm-" + vm), day(_ -> busy));
        tar.putArchiveEntry(new TarArchiveEntry(file, "20110303/vm-" + vm));
        Files.copy(file, tar);
        tar.closeArchiveEntry();
      }
    }
    var packed = Traces.open(archive);
    var plain = Traces.open(vms);

    assertThat(IntStream.range(0, 50).mapToObj(i -> packed.cores(guest(i), MIDNIGHT)))
        .containsExactlyElementsOf(
            IntStream.range(0, 50).mapToObj(i -> plain.cores(guest(i), MIDNIGHT)).toList());
    assertThat(IntStream.range(0, 50).mapToObj(i -> plain.cores(guest(i), MIDNIGHT)))
        .as("all three are in use")
        .contains(4 * 0.1, 4 * 0.2, 4 * 0.3);
  }

  @Test
  void aBitbrainsTableKeepsItsTimeOfDayAndGoesByTheCapacityBesideIt() throws IOException {
    Path table = packed(folder.resolve("x-5min.csv.gz"), table(""));
    written(
        "x.csv", "id,start_time,stop_time,cpu_count,cpu_capacity,mem_capacity\n7,a,b,4,400,1\n");
    var load = Traces.open(table);

    for (int hour = 0; hour < 48; hour++) {
      Instant at = MIDNIGHT.plus(Duration.ofHours(hour)).plus(Duration.ofMinutes(30));
      assertThat(load.cores(GUEST, at)).isEqualTo(4 * (hour % 24) * 10 / 400.0);
    }
  }

  @Test
  void withoutATableOfMachinesTheHighestUsageCountsAsFullyBusy() throws IOException {
    var load = Traces.open(written("x-5min.csv", table("")));

    assertThat(load.cores(GUEST, MIDNIGHT.plus(Duration.ofHours(23)))).isEqualTo(4);
  }

  @Test
  void wholeWeeksKeepTheirWeekdays() throws IOException {
    var text = new StringBuilder("id,timestamp,cpu_usage\n");
    Instant monday = Instant.parse("2013-08-12T00:00:00Z");
    for (int slot = 0; slot < 10 * 288; slot++) {
      Instant at = monday.plus(Duration.ofMinutes(5L * slot));
      text.append("7,%s,%d\n".formatted(at, slot / 288 % 7));
    }
    var load = Traces.open(written("weeks.csv", text.toString()));

    for (int day = 0; day < 14; day++) {
      assertThat(load.cores(GUEST, MIDNIGHT.plus(Duration.ofDays(day))))
          .isEqualTo(4 * (day % 7) / 6.0);
    }
  }

  @Test
  void aGapRepeatsTheValueBeforeItAndMoreThanEverythingIsEverything() throws IOException {
    var text = new StringBuilder("id,timestamp,cpu_usage\n");
    text.append("7,2013-08-12T00:00:00Z,50\n");
    text.append("7,2013-08-12T20:00:00Z,900\n");
    text.append("7,2013-08-12T23:55:00Z,900\n");
    Path table = written("gap-5min.csv", text.toString());
    written("gap.csv", "id,cpu_capacity\n7,100\n");
    var load = Traces.open(table);

    assertThat(load.cores(GUEST, MIDNIGHT.plus(Duration.ofHours(19)))).isEqualTo(2);
    assertThat(load.cores(GUEST, MIDNIGHT.plus(Duration.ofHours(22)))).isEqualTo(4);
  }

  @Test
  void whatIsWrongIsSaidInOneSentenceWithFileAndLine() throws IOException {
    String head = "id,timestamp,cpu_usage\n";
    fault(written("columns.csv", "id,when\n1,2\n"), "columns.csv:1: expected the columns");
    fault(
        written("time.csv", head + "7,2013-08-12T00:00:00Z,1\n7,yesterday,2\n"),
        "time.csv:3: expected an instant as 2013-08-12T13:40:46.000Z, found \"yesterday\"");
    fault(
        written("minus.csv", head + "7,2013-08-12T00:00:00Z,-1\n"),
        "minus.csv:2: expected a cpu_usage of at least 0, found \"-1\"");
    fault(written("word.csv", head + "7,2013-08-12T00:00:00Z,x\n"), "word.csv:2: expected");
    fault(written("nan.csv", head + "7,2013-08-12T00:00:00Z,NaN\n"), "nan.csv:2: expected");
    fault(written("short.csv", head + "7,2013-08-12T00:00:00Z\n"), "short.csv:2: expected");
    fault(
        written("hour.csv", head + "7,2013-08-12T00:00:00Z,1\n"),
        "hour.csv: expected at least a day of the machine 7, found 1 values");
    fault(written("none.csv", head), "none.csv cannot be read: Expected recorded load");
    fault(written("nothing.csv", ""), "nothing.csv:1: expected the columns");
    fault(written("raw.csv.gz", "not packed"), "raw.csv.gz cannot be read");
    fault(written("raw.tar.xz", "not packed"), "raw.tar.xz cannot be read");
    fault(written("load.txt", ""), "Expected a PlanetLab folder, its .tar.xz");
    fault(folder.resolve("missing.csv"), "missing.csv cannot be read");
  }

  @Test
  void aPlanetLabFileIsWholeAndOfPercentages() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    fault(empty, "Expected a file a machine but found none in " + empty);
    for (String wrong : List.of("101", "-1", "x", "NaN")) {
      Path vms = Files.createDirectory(folder.resolve("d" + wrong));
      Files.writeString(vms.resolve("vm"), "5\n" + wrong + "\n");
      fault(vms, "vm:2: expected a percentage from 0 to 100, found \"" + wrong + "\"");
    }
    Path cut = Files.createDirectory(folder.resolve("cut"));
    Files.writeString(cut.resolve("vm"), "5\n6\n");
    fault(cut, "vm:2: expected 288 percentages");
  }

  private static void fault(Path path, String sentence) {
    assertThatThrownBy(() -> Traces.open(path))
        .isInstanceOf(UnreadableTrace.class)
        .hasMessageContaining(sentence);
  }
}
