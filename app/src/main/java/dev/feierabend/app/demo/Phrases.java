package dev.feierabend.app.demo;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The demonstration's words in German and English.
final class Phrases {
  private final Locale locale;
  private final ResourceBundle bundle;

  Phrases(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            "dev.feierabend.app.demo.phrases",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  String of(String key, Object... values) {
    return new MessageFormat(bundle.getString(key), locale).format(values);
  }
}
