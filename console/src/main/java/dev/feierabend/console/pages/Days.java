package dev.feierabend.console.pages;

import dev.feierabend.policies.evaluation.BecauseText;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Seven local days, and what lies in each. A day of 23 or 25 hours is as wide as every other; the
/// hours in words are those of the clock.
record Days(LocalDate first, ZoneId zone, Locale locale) {
  private static final int PARTS = 1440;
  private static final int COUNT = 7;
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  Instant from() {
    return begin(first);
  }

  /// Exclusive.
  Instant to() {
    return begin(first.plusDays(COUNT));
  }

  /// Each day with its pieces of `stretches` and of `changes`.
  List<Week.Day> of(List<Stretch> stretches, List<Stretch> changes) {
    return IntStream.range(0, COUNT)
        .mapToObj(first::plusDays)
        .map(
            date -> new Week.Day(date, label(date), pieces(date, stretches), pieces(date, changes)))
        .toList();
  }

  private List<Piece> pieces(LocalDate date, List<Stretch> stretches) {
    Instant begin = begin(date);
    Instant end = begin(date.plusDays(1));
    return stretches.stream()
        .filter(stretch -> stretch.from().isBefore(end) && stretch.to().isAfter(begin))
        .map(stretch -> piece(stretch, begin, end))
        .toList();
  }

  private Piece piece(Stretch stretch, Instant begin, Instant end) {
    Instant from = stretch.from().isBefore(begin) ? begin : stretch.from();
    Instant to = stretch.to().isAfter(end) ? end : stretch.to();
    int left = part(from, begin, end);
    return new Piece(
        stretch.kind(),
        left,
        part(to, begin, end) - left,
        clock(from) + "–" + (to.equals(end) ? "24:00" : clock(to)),
        BecauseText.of(stretch.because(), locale, zone));
  }

  private static int part(Instant at, Instant begin, Instant end) {
    long passed = Duration.between(begin, at).toSeconds();
    return (int) Math.round((double) PARTS * passed / Duration.between(begin, end).toSeconds());
  }

  private Instant begin(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }

  private String clock(Instant at) {
    return CLOCK.format(at.atZone(zone));
  }

  private String label(LocalDate date) {
    String pattern = locale.getLanguage().equals("de") ? "EE d.M." : "EEE d MMM";
    return DateTimeFormatter.ofPattern(pattern, locale).format(date);
  }
}
