package dev.feierabend.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BesideLimitsTest {
  @TempDir Path folder;

  @Test
  void aDayIsLivedByAllAndHeldAgainstEveryLimit() throws IOException {
    machines("20990101");
    var told = new StringWriter();

    new BesideLimits(folder, () -> 0, new PrintWriter(told)).compare();

    assertThat(told.toString().lines().filter(line -> line.matches("20990101  [a-z]+: .*")))
        .hasSize(14)
        .allMatch(line -> line.endsWith("  held") || line.endsWith("  NOT HELD"));
    assertThat(told.toString())
        .contains("20990101, 12 guests")
        .containsPattern("20990101  kept: energy / bound +[0-9.]+ +1\\.1200 ")
        .containsPattern("20990101  honest: seconds of all methods +0\\.0000 +20\\.0000  held")
        .containsPattern("20990101  a step late: [0-9.]+ instead of [0-9.]+ kWh, ");
    assertThat(told.toString())
        .containsPattern(" npa +dvfs +ff +thr-mmt +mad-mmt +lr-mmt feierabend +bound\n")
        .containsPattern("published +kWh( +[0-9.]+){8}\n")
        .containsPattern("memory +s( +0\\.00){8}\n");
  }

  @Test
  void aLimitIsHeldUpToItselfAndWhoSpendsNothingSpendsNoPart() {
    assertThat(new Limit("kept: energy / bound", 1.12, 1.12).told())
        .isEqualTo("kept: energy / bound" + " ".repeat(35) + "1.1200   1.1200  held");
    assertThat(new Limit("kept: energy / bound", 1.1204, 1.12).told()).endsWith("  NOT HELD");
    assertThat(new Limit("kept: SLAV / LR-MMT's", Double.NaN, 1).held()).isFalse();
    assertThat(Limit.part(0, 0)).isZero();
    assertThat(Limit.part(1, 20)).isEqualTo(0.05);
  }

  private void machines(String day) throws IOException {
    Path machines = Files.createDirectory(folder.resolve(day));
    for (int i = 0; i < 12; i++) {
      Files.writeString(machines.resolve("m" + i), "7\n30\n%d\n".formatted(i).repeat(96));
    }
  }
}
