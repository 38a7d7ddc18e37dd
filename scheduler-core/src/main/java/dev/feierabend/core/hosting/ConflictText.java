package dev.feierabend.core.hosting;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// A conflict as a sentence for people: German for a German locale, English for every other.
public final class ConflictText {
  private static final String BUNDLE = "dev.feierabend.core.hosting.conflicts";

  private final Locale locale;
  private final ResourceBundle bundle;

  public ConflictText(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// What it is and what settles it.
  public String of(Conflict conflict) {
    String pattern = bundle.getString(conflict.kind().name());
    return new MessageFormat(pattern, locale).format(new Object[] {conflict.subject()});
  }
}
