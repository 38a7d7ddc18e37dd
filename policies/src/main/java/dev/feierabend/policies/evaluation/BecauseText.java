package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.language.ReadinessTest;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/// A reason as a sentence for people: German for a German locale, English for every other.
public final class BecauseText {
  private static final String BUNDLE = "policies.because";
  private static final ZoneId UTC = ZoneId.of("UTC");

  private BecauseText() {}

  /// Times of the day are told in UTC, and say so.
  public static String of(Because because, Locale locale) {
    return of(because, locale, UTC);
  }

  /// Times of the day are told in `zone`.
  public static String of(Because because, Locale locale, ZoneId zone) {
    Locale spoken = spoken(locale);
    return switch (because) {
      case Because.Rule(var window, var line, var reason) ->
          window(spoken, "rule", reason, window, line);
      case Because.ByHoliday(var window, var line, var reason, var holiday) ->
          window(spoken, "holiday", reason, window, line)
              + " "
              + sentence(spoken, "holidayIs", text(holiday.date(), spoken), holiday.name());
      case Because.Never(var window, var line, var reason) ->
          window(spoken, "never", reason, window, line);
      case Because.UnknownList(var list, var line) ->
          sentence(spoken, "unknownList", list, Integer.toString(line));
      case Because.ByDate(var date) -> sentence(spoken, "byDate", text(date, spoken));
      case Because.StaysAwake(var date) -> sentence(spoken, "staysAwake", text(date, spoken));
      case Because.NoWindow() -> sentence(spoken, "noWindow");
      case Because.WakingUp(var readyBy) ->
          sentence(spoken, "wakingUp", text(readyBy, spoken, zone));
      case Because.NotYetValid(var from) -> sentence(spoken, "notYetValid", text(from, spoken));
      case Because.NoLongerValid(var to) -> sentence(spoken, "noLongerValid", text(to, spoken));
    };
  }

  /// What must answer before capacity counts as ready, in a sentence.
  ///
  /// @param tests at least one
  public static String readyOnce(List<ReadinessTest> tests, Locale locale) {
    String targets = tests.stream().map(ReadinessTest::toString).collect(Collectors.joining(", "));
    return sentence(spoken(locale), "readyOnce", targets);
  }

  private static Locale spoken(Locale locale) {
    return "de".equals(locale.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH;
  }

  private static String window(
      Locale locale, String key, Optional<String> reason, String window, int line) {
    String where = Integer.toString(line);
    return reason
        .map(why -> sentence(locale, key + "With", window, where, why))
        .orElseGet(() -> sentence(locale, key, window, where));
  }

  private static String sentence(Locale locale, String key, Object... words) {
    String pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
    return new MessageFormat(pattern, locale).format(words);
  }

  private static String text(LocalDate date, Locale locale) {
    return format("date", locale).format(date);
  }

  private static String text(Instant at, Locale locale, ZoneId zone) {
    return format("instant", locale).format(at.atZone(zone));
  }

  private static DateTimeFormatter format(String key, Locale locale) {
    String pattern = ResourceBundle.getBundle(BUNDLE, locale).getString(key);
    return DateTimeFormatter.ofPattern(pattern, locale);
  }
}
