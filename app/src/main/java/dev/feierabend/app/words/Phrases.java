package dev.feierabend.app.words;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/// The phrases of one message bundle: German for a German locale, English for every other.
public final class Phrases {
  private final Locale locale;
  private final ResourceBundle bundle;

  private Phrases(Locale locale, String bundle) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            bundle,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static Phrases ofDemo(Locale locale) {
    return new Phrases(locale, "dev.feierabend.app.demo.phrases");
  }

  public static Phrases ofCommands(Locale locale) {
    return new Phrases(locale, "dev.feierabend.app.cli.phrases");
  }

  public static Phrases ofNotices(Locale locale) {
    return new Phrases(locale, "dev.feierabend.app.notifying.phrases");
  }

  /// What the console says.
  public static Phrases ofConsole(Locale locale) {
    return new Phrases(locale, "dev.feierabend.console.messages");
  }

  /// The phrase as it stands, where there is one.
  public Optional<String> find(String key) {
    return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
  }

  public String of(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
