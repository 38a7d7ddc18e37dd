package dev.feierabend.core.proving;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// A flaw of a commit as a sentence for people: German for a German locale, English for every
/// other.
public final class FlawText {
  private static final String BUNDLE = "dev.feierabend.core.proving.flaws";

  private FlawText() {}

  /// `Commit 7: …`, without a full stop.
  public static String of(Verification.Broken broken, Locale locale) {
    var bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    var flaw = broken.flaw();
    String how = bundle.getString(flaw.kind().name());
    return MessageFormat.format(
        bundle.getString("commit"),
        Long.toString(broken.firstBad()),
        MessageFormat.format(how, flaw.values().toArray()));
  }
}
