package dev.feierabend.policies.comparison;

import dev.feierabend.policies.evaluation.BecauseText;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/// A comparison in words for people: German for a German locale, English for every other.
public final class ChangeText {
  private final Locale locale;
  private final ZoneId zone;
  private final ResourceBundle words;

  /// Local times are told in `zone`.
  public ChangeText(Locale locale, ZoneId zone) {
    this.locale = "de".equals(locale.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
    this.zone = zone;
    this.words = ResourceBundle.getBundle("policies.comparison", this.locale);
  }

  public Locale locale() {
    return locale;
  }

  /// When, what it is now, and both reasons.
  public String of(Change change) {
    return words(
        change.asleep() ? "nowAsleep" : "nowAwake",
        local(change.from()),
        local(change.to()),
        hours(change.length()),
        BecauseText.of(change.after(), locale, zone),
        BecauseText.of(change.before(), locale, zone));
  }

  public String of(Term term) {
    return words("term", term.key(), said(term.before()), said(term.after()));
  }

  /// Whether the two are the same, mean the same, or only sleep the same.
  public String verdict(Comparison comparison) {
    if (comparison.sameDocument()) {
      return words("sameDocument");
    }
    if (comparison.sameMeaning()) {
      return words("sameMeaning");
    }
    return words(comparison.changes().isEmpty() ? "sameHours" : "different");
  }

  public String total(Shift shift) {
    return words("total", hours(shift.asleep()), hours(shift.awake()));
  }

  public String words(String key, Object... values) {
    return new MessageFormat(words.getString(key), locale).format(values);
  }

  /// Hours with up to two decimals.
  public String hours(Duration length) {
    return words("hours", length.toSeconds() / 3600.0);
  }

  private String said(String value) {
    return value.isEmpty() ? words("nothing") : value;
  }

  private String local(Instant at) {
    return DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", locale).format(at.atZone(zone));
  }
}
