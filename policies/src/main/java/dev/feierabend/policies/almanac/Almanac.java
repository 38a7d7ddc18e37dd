package dev.feierabend.policies.almanac;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A document of kind `HolidayCalendar`: holidays beside those of the Länder, and lists of days.
///
/// @param digest the SHA-256 (hex) of its bytes
public record Almanac(
    Title title, List<AlmanacDay> holidays, List<NamedDays> lists, String digest) {
  private static final int DIGITS_TOLD = 8;

  public Almanac {
    holidays = List.copyOf(holidays);
    lists = List.copyOf(lists);
  }

  /// Name, edition and the digest's beginning: an edition that was changed under the same name is
  /// told from the one before.
  public String edition() {
    return "%s %s (%s)".formatted(title.name(), title.edition(), digest.substring(0, DIGITS_TOLD));
  }

  /// Whether it has days that come to an end, and all of them lie before `today`.
  public boolean outlived(LocalDate today) {
    List<LocalDate> last = days().map(AlmanacDay::last).flatMap(Optional::stream).toList();
    return !last.isEmpty() && last.stream().allMatch(today::isAfter);
  }

  private Stream<AlmanacDay> days() {
    return Stream.concat(holidays.stream(), lists.stream().flatMap(list -> list.days().stream()));
  }
}
