package dev.feierabend.console;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What is said in one language is said in the other, with the same words filled in.
class MessagesTest {
  private final Properties english = read("en");
  private final Properties german = read("de");

  @Test
  void bothLanguagesSayTheSameRefusalsApartWhichTheCoreSaysInEnglish() {
    Set<String> said =
        german.stringPropertyNames().stream()
            .filter(key -> !key.startsWith("refusal."))
            .collect(toSet());

    assertThat(said).isEqualTo(english.stringPropertyNames());
  }

  @Test
  void theSameWordsAreFilledIn() {
    assertThat(english.stringPropertyNames())
        .allSatisfy(key ->
            assertThat(new MessageFormat(german.getProperty(key)).getFormatsByArgumentIndex())
                .as(key)
                .hasSameSizeAs(
                    new MessageFormat(english.getProperty(key)).getFormatsByArgumentIndex()));
  }

  private static Properties read(String language) {
    var messages = new Properties();
    String name = "messages_%s.properties".formatted(language);
    try (var text =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      messages.load(text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return messages;
  }
}
