package dev.feierabend.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.app.house.Checkout.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The laws of files, over the whole checkout; beside each, that it sees a file that breaks it.
final class HouseTest {
  /// The only places that may ask the system what time it is. Everybody else is handed the time.
  private static final List<String> CLOCK_READERS =
      List.of("app/src/main/java/dev/feierabend/app/wiring/SystemTime.java");

  private final List<Source> main = Checkout.mainSources();

  @Test
  void halfOfTheFilesHaveAtMost80LinesAndNineInTenAtMost150() {
    assertThat(FileLaws.linesAt(0.5, main)).as("median").isLessThanOrEqualTo(80);
    assertThat(FileLaws.linesAt(0.9, main)).as("p90").isLessThanOrEqualTo(150);
  }

  @Test
  void aLongFileIsCountedAndItsPackageDescriptionIsNot() {
    List<Source> nineShortOneLong =
        IntStream.rangeClosed(1, 10).mapToObj(i -> file("X", "line\n".repeat(i * 10))).toList();
    List<Source> described =
        Stream.concat(nineShortOneLong.stream(), Stream.of(file("package-info", ""))).toList();

    assertThat(FileLaws.linesAt(0.5, described)).isEqualTo(50);
    assertThat(FileLaws.linesAt(0.9, described)).isEqualTo(90);
  }

  @Test
  void nothingSleeps() {
    assertThat(FileLaws.thatSleep(main)).isEmpty();
    assertThat(FileLaws.thatSleep(Checkout.testSources())).isEmpty();
  }

  @Test
  void aSleepIsSeen() {
    assertThat(FileLaws.thatSleep(List.of(file("Tired", "Thread." + "sleep(1);")))).hasSize(1);
    assertThat(FileLaws.thatSleep(List.of(file("Tired", "TimeUnit.DAYS." + "sleep(1);"))))
        .hasSize(1);
  }

  @Test
  void onlyTheWiringReadsTheSystemsClock() {
    assertThat(FileLaws.thatReadTheSystemsClock(main))
        .allMatch(path -> CLOCK_READERS.stream().anyMatch(path::endsWith));
  }

  @Test
  void aReadClockIsSeen() {
    for (String reading :
        List.of("Instant.now()", "System.currentTimeMillis()", "Clock.systemUTC()")) {
      assertThat(FileLaws.thatReadTheSystemsClock(List.of(file("Watch", reading)))).hasSize(1);
    }
  }

  @Test
  void everyPackageIsNullMarked() {
    assertThat(FileLaws.unmarkedPackages(main)).isEmpty();
  }

  @Test
  void anUnmarkedPackageIsSeen() {
    Source described = file("package-info", "package dev.feierabend.shed;");
    assertThat(FileLaws.unmarkedPackages(List.of(described)))
        .containsExactly("dev.feierabend.shed");
  }

  private static Source file(String name, String text) {
    return new Source(Path.of("shed/src/main/java/" + name + ".java"), text);
  }
}
