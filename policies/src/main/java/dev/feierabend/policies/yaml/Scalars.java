package dev.feierabend.policies.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The single values that documents share.
public final class Scalars {
  /// Of no value of ours more is read; how deep a pattern descends and how long digits take to
  /// become a number depends on it.
  private static final int LONGEST = 1_000;

  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}");

  public static final Scalar<Boolean> BOOLEAN = new Scalar<>("true or false", Scalars::bool);

  public static final Scalar<LocalDate> DATE_OF_YEAR =
      new Scalar<>("a date, for example 2026-12-24", text -> LocalDate.parse(matching(DATE, text)));

  public static final Scalar<LocalTime> TIME_OF_DAY =
      new Scalar<>("a time, for example \"14:00\"", text -> LocalTime.parse(matching(TIME, text)));

  private Scalars() {}

  /// A text that must match `spelling`.
  public static Scalar<String> text(String expected, Pattern spelling) {
    return new Scalar<>(expected, text -> matching(spelling, text));
  }

  /// The only value there may be.
  public static Scalar<String> exactly(String value) {
    return text(value, Pattern.compile(Pattern.quote(value)));
  }

  public static Scalar<Integer> whole(String expected, int from, int to) {
    return new Scalar<>(expected, text -> within(Integer.parseInt(text), from, to));
  }

  /// A decimal number; neither NaN nor infinity nor Java's own spellings.
  public static Scalar<Double> number(String expected, double from, double to) {
    return new Scalar<>(
        expected, text -> within(new BigDecimal(brief(text)).doubleValue(), from, to));
  }

  public static Scalar<Duration> duration(String expected, Duration from, Duration to) {
    return new Scalar<>(expected, text -> within(Duration.parse(text), from, to));
  }

  /// What `of` makes of the text, with its own refusals.
  public static <T> Scalar<T> of(String expected, Function<String, T> of) {
    return new Scalar<>(expected, of);
  }

  public static String matching(Pattern spelling, String text) {
    if (!spelling.matcher(brief(text)).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String brief(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("%d characters".formatted(text.length()));
    }
    return text;
  }

  private static <C extends Comparable<C>> C within(C value, C from, C to) {
    if (value.compareTo(from) < 0 || value.compareTo(to) > 0) {
      throw new IllegalArgumentException(value.toString());
    }
    return value;
  }

  private static boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }
}
