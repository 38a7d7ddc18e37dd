package dev.feierabend.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonCommandTest {
  private static final List<String> NAME = List.of("Jonas", "Wei");
  @TempDir Path journal;

  @Test
  void afterAPersonIsErasedTheHistoryVerifiesAndNoFileHasTheName() throws IOException {
    assertThat(Typed.demo(journal).exit()).isZero();
    assertThat(person("list").lines())
        .anyMatch(line -> line.matches("actor-4 +Jonas Weiß +bound by the history"));
    assertThat(filesWithTheName()).containsExactly("actors.yaml");

    Typed erased = person("erase", "actor-4", "--as", "actor-17");

    assertThat(erased.exit()).as(erased.err()).isZero();
    assertThat(erased.out()).startsWith("Whose actor-4 was is forgotten.");
    assertThat(filesWithTheName()).isEmpty();
    assertThat(Typed.of("verify", journal).exit()).isZero();
    Typed history = Typed.of("history", "--journal", journal);
    assertThat(history.out())
        .contains("The name of actor-4 is erased, at the wish of Petra Brandt (actor-17)")
        .contains(" actor-4 approved the policy ahausen/rathaus ")
        .doesNotContain(NAME);
  }

  @Test
  void aNameThatSomebodyExchangedIsNotBound() throws IOException {
    assertThat(Typed.demo(journal).exit()).isZero();
    Path file = journal.resolve("actors.yaml");
    Files.writeString(file, Files.readString(file).replace("Jonas Weiß", "Somebody Else"));

    assertThat(person("list").lines())
        .anyMatch(line -> line.matches("actor-4 +Somebody Else +not bound by the history"));
  }

  @Test
  void whoNeverHadANameCannotBeErased() {
    assertThat(Typed.demo(journal).exit()).isZero();
    Typed typed = person("erase", "actor-99", "--as", "actor-17");

    assertThat(typed.exit()).isEqualTo(Exit.NO);
    assertThat(typed.err()).contains("actor-99 has none");
  }

  private Typed person(Object... words) {
    var all = new Object[words.length + 3];
    all[0] = "person";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--journal";
    all[words.length + 2] = journal;
    return Typed.of(all);
  }

  /// Searched in bytes, after the store has compacted itself.
  private List<String> filesWithTheName() throws IOException {
    try (var files = Files.list(journal)) {
      return files
          .filter(file -> NAME.stream().anyMatch(text(file)::contains))
          .map(file -> file.getFileName().toString())
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
