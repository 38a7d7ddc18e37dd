package dev.feierabend.bench.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OnRecordedLoadTest {
  private static final Instant FIRST = Instant.parse("2026-03-02T00:02:00Z");
  private static final int FIVE_WEEKS = 5 * 168;

  @TempDir Path folder;

  private final Random random = new Random(20260302);

  @Test
  void everyMachineIsTestedAtEveryHorizonAndOneWithoutAPastIsLeftOut() throws IOException {
    var rows = new StringBuilder("id,timestamp,duration,cpu_count,cpu_usage\n");
    machine(rows, "office", FIVE_WEEKS);
    machine(rows, "new", 24);
    Path table = Files.writeString(folder.resolve("load-5min.csv"), rows);
    var told = new StringWriter();

    new OnRecordedLoad(table, ZoneId.of("UTC"), new PrintWriter(told)).compare();

    assertThat(told.toString().lines())
        .contains("2 machines, 1 of them tested")
        .anyMatch(line -> line.matches("too little recorded +1"))
        .anyMatch(line -> line.matches("trusted +1"))
        .anyMatch(line -> line.matches("WEEK .* %  LAST_WEEK 0\\.\\d\\d \\(0\\.\\d\\d\\).*"));
  }

  private void machine(StringBuilder rows, String name, int hours) {
    for (int hour = 0; hour < hours; hour++) {
      boolean office = hour / 24 % 7 < 5 && hour % 24 > 7 && hour % 24 < 17;
      double mhz = (office ? 900 : 200) * (1 + 0.1 * random.nextGaussian());
      Instant at = FIRST.plus(Duration.ofHours(hour));
      rows.append("%s,%s,300000,1,%s\n".formatted(name, at, mhz));
    }
  }
}
