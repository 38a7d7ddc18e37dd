package dev.feierabend.app.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.feierabend.kubernetes.recipes.RecipeParser;
import dev.feierabend.policies.almanac.AlmanacParser;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the written pages show can be copied, and where they point something is.
final class DocumentsTest {
  private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)[^)]*\\)");

  @Test
  void everyDocumentOfOursInThemIsValid() throws IOException {
    assertThat(blocks().filter(block -> block.contains("apiVersion: feierabend.dev")))
        .isNotEmpty()
        .allSatisfy(document -> assertThat(parsed(document)).isInstanceOf(Parsed.Valid.class));
  }

  @Test
  void everyExampleIsValid() throws IOException {
    try (Stream<Path> examples = Files.list(Checkout.ROOT.resolve("docs/examples"))) {
      assertThat(examples.map(DocumentsTest::text))
          .isNotEmpty()
          .allSatisfy(document -> assertThat(parsed(document)).isInstanceOf(Parsed.Valid.class));
    }
  }

  @Test
  void everySettingsFileInThemIsUnderstoodToTheLastKey() throws IOException {
    assertThat(blocks().filter(block -> block.startsWith("feierabend:")))
        .isNotEmpty()
        .allSatisfy(block -> assertThat(Settings.unknown(block)).isEmpty());
  }

  private static Stream<String> blocks() throws IOException {
    return pages().flatMap(page -> matches(YAML, text(page)));
  }

  @Test
  void everyLinkLeadsToAFile() throws IOException {
    assertThat(pages())
        .allSatisfy(page ->
            assertThat(matches(LINK, text(page)))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists()));
  }

  @Test
  void everyDecisionIsInTheIndex() throws IOException {
    Path decisions = Checkout.ROOT.resolve("docs/decisions");
    List<String> indexed = matches(LINK, text(decisions.resolve("README.md"))).toList();
    try (Stream<Path> files = Files.list(decisions)) {
      assertThat(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> !name.equals("README.md")))
          .containsExactlyInAnyOrderElementsOf(indexed);
    }
  }

  private static Parsed<?> parsed(String document) {
    byte[] bytes = document.getBytes(UTF_8);
    if (document.contains("kind: HolidayCalendar")) {
      return AlmanacParser.parse("page", bytes);
    }
    if (document.contains("kind: Recipe")) {
      return RecipeParser.parse("page", bytes);
    }
    return document.contains("kind: Fleet")
        ? FleetParser.parse("page", bytes)
        : SchedulePolicyParser.parse("page", bytes);
  }

  private static Stream<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.walk(Checkout.ROOT.resolve("docs"));
        Stream<Path> top = Files.list(Checkout.ROOT)) {
      return Stream.concat(docs, top)
          .filter(file -> file.toString().endsWith(".md"))
          .sorted()
          .toList()
          .stream();
    }
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
  }

  private static String text(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
