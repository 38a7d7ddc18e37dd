package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.feierabend.app.house.Checkout;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.ParameterException;

/// Every command that README and the handbook show can be typed as it stands there.
class WrittenCommandsTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)(?:^ {4}(?:\\$ )?|`)\\./feierabend +([^`\\n]*?)(?: {2,}.*)?(?:`|$)");

  /// Quotes hold together what is one word to a shell.
  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^ \"])+");

  @Test
  void everyWrittenCommandParses() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path page : pages()) {
      commands.addAll(commands(Files.readString(page)));
    }

    assertThat(commands)
        .hasSizeGreaterThan(10)
        .contains("demo", "verify demo-out", "policy check rathaus.yaml")
        .allSatisfy(WrittenCommandsTest::parse);
  }

  @Test
  void aCommandThatIsNoneIsSeen() {
    for (String wrong :
        List.of(
            "dmeo", "demo --sede 7", "verify", "demo --days x", "why x --at 2026-12-24 14:10")) {
      assertThatExceptionOfType(ParameterException.class).as(wrong).isThrownBy(() -> parse(wrong));
    }
  }

  @Test
  void commandsAreFoundInBlocksAndInLines() {
    assertThat(
            commands("    ./feierabend demo        three towns\nas `./feierabend verify X` does"))
        .containsExactly("demo", "verify X");
  }

  private static void parse(String command) {
    var nowhere = new PrintWriter(Writer.nullWriter());
    String[] words =
        WORD.matcher(command)
            .results()
            .map(word -> word.group().replace("\"", ""))
            .toArray(String[]::new);
    new CommandLine(nowhere, nowhere).parse(words);
  }

  private static List<String> commands(String page) {
    return COMMAND.matcher(page).results().map(found -> found.group(1).strip()).toList();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> handbook = Files.list(Checkout.ROOT.resolve("docs/handbook"))) {
      return Stream.concat(Stream.of(Checkout.ROOT.resolve("README.md")), handbook)
          .sorted()
          .toList();
    }
  }
}
