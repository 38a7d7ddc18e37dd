package dev.feierabend.policies.imports;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/// What was left out as a sentence: German for a German locale, English for every other.
public final class LeftOutText {
  private LeftOutText() {}

  /// `file:line:column: whose: why`.
  public static String line(LeftOut leftOut, Locale locale) {
    return "%s:%d:%d: %s: %s"
        .formatted(
            leftOut.file(),
            leftOut.at().line(),
            leftOut.at().column(),
            leftOut.subject(),
            sentence(leftOut, locale));
  }

  public static String sentence(LeftOut leftOut, Locale locale) {
    return text(leftOut.reason().name().toLowerCase(Locale.ROOT), leftOut.words(), locale);
  }

  static String text(String key, List<String> words, Locale locale) {
    Locale spoken = "de".equals(locale.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
    String pattern = ResourceBundle.getBundle("policies.imports", spoken).getString(key);
    return new MessageFormat(pattern, spoken).format(new ArrayList<>(words).toArray());
  }
}
