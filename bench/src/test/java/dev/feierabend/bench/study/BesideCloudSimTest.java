package dev.feierabend.bench.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BesideCloudSimTest {
  private static final String TABLE =
      """
      | day | VMs | `published` | `kept` | `memory` | bounds |
      |---|---|---|---|---|---|
      | 20990101 | 12 (9 left) | 1.5 / 1,200 / 4e-5 / 5 % / 20 | 3 / 30 / 1e-5 / 6 % / 40 | 7 / 8 / 1e-9 / 0.03 % / 5 | 1.1 / 6.5 |
      """;

  @TempDir Path folder;

  @Test
  void aRowOfTheTableIsThreeRulesAndTwoBounds() {
    assertThat(MeasuredDay.in(TABLE))
        .singleElement()
        .satisfies(day -> {
          assertThat(day.day()).isEqualTo("20990101");
          assertThat(day.figures().values())
              .containsExactly(
                  new Measured(1.5, 1_200, 4e-5, 5, 20),
                  new Measured(3, 30, 1e-5, 6, 40),
                  new Measured(7, 8, 1e-9, 0.03, 5));
          assertThat(day.bounds()).containsExactly(1.1, 6.5);
        });
  }

  @Test
  void aDayIsToldBesideItsRowAndOneWithoutIsLeftOut() throws IOException {
    Files.writeString(folder.resolve("README.md"), TABLE);
    machines("20990101");
    machines("20990102");
    var told = new StringWriter();

    new BesideCloudSim(folder, new PrintWriter(told)).compare();

    assertThat(told.toString().lines().filter(line -> line.startsWith("2099")))
        .hasSize(6)
        .allMatch(line -> line.startsWith("20990101"));
    assertThat(told.toString())
        .contains("20990101  kept      CloudSim      3.00       30  1.00e-05   6.00 %       40")
        .contains("bound      6.5, ours");
  }

  @Test
  void withoutATableNothingIsCompared() throws IOException {
    Files.writeString(folder.resolve("README.md"), "no figures");
    machines("20990101");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BesideCloudSim(folder, new PrintWriter(new StringWriter())).compare())
        .withMessageContaining("Expected a table of CloudSim's figures but found none");
  }

  private void machines(String day) throws IOException {
    Path machines = Files.createDirectory(folder.resolve(day));
    for (int i = 0; i < 12; i++) {
      Files.writeString(machines.resolve("m" + i), "7\n30\n%d\n".formatted(i).repeat(96));
    }
  }
}
