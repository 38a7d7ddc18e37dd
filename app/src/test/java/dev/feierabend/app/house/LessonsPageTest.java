package dev.feierabend.app.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The handbook's pages of lessons name tests that there are.
final class LessonsPageTest {
  private static final Pattern ROW = Pattern.compile("^\\| ([0-9]+) \\|.*\\|$", Pattern.MULTILINE);
  private static final Pattern NAMED = Pattern.compile("`([A-Z][A-Za-z0-9]*)#([a-z][A-Za-z0-9]*)`");

  private static String page(String name) throws IOException {
    return Files.readString(Checkout.ROOT.resolve("docs/handbook").resolve(name));
  }

  @ParameterizedTest
  @CsvSource({"lessons.md, 25", "host-lessons.md, 15"})
  void everyLessonHasItsRow(String name, int lessons) throws IOException {
    assertThat(ROW.matcher(page(name)).results().map(row -> Integer.valueOf(row.group(1))))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, lessons).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lessons.md", "host-lessons.md"})
  void everyLessonNamesATest(String name) throws IOException {
    assertThat(ROW.matcher(page(name)).results().map(row -> row.group()))
        .allSatisfy(row -> assertThat(NAMED.matcher(row).find()).as(row).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lessons.md", "host-lessons.md"})
  void everyTestThatIsNamedIsThere(String name) throws IOException {
    assertThat(missing(page(name), sources())).isEmpty();
  }

  @Test
  void aTestThatIsNotThereIsSeen() {
    Map<String, String> sources = Map.of("ATest", "@Test\n  void aLesson() {}");

    assertThat(missing("`ATest#aLesson`", sources)).isEmpty();
    assertThat(missing("`ATest#another` `NoTest#aLesson`", sources))
        .containsExactly("ATest#another", "NoTest#aLesson");
  }

  private static List<String> missing(String page, Map<String, String> sources) {
    return NAMED
        .matcher(page)
        .results()
        .filter(named ->
            !sources.getOrDefault(named.group(1), "").contains("void " + named.group(2) + "("))
        .map(named -> named.group(1) + "#" + named.group(2))
        .toList();
  }

  /// Tests by their classes' names; those of the same name in several modules together.
  private static Map<String, String> sources() {
    Stream<Checkout.Source> all = Checkout.testSources().stream();
    return all.collect(
        Collectors.toMap(
            source -> source.path().getFileName().toString().replace(".java", ""),
            Checkout.Source::text,
            String::concat));
  }
}
