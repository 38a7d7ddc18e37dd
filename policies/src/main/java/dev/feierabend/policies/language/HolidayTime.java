package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Scalars;
import java.time.LocalTime;
import java.util.regex.Pattern;

/// A local time around a holiday, spelt `before holiday 12:00`, `holiday 00:00` or `after holiday
/// 06:30`.
public record HolidayTime(Anchor anchor, LocalTime time) implements Point {
  private static final Pattern SPELLING =
      Pattern.compile("((before|after) )?holiday \\d{2}:\\d{2}");

  /// The last working day before, the holiday itself, or the first working day after it. A working
  /// day is Monday to Friday and no holiday.
  public enum Anchor {
    BEFORE(-1),
    ON(0),
    AFTER(1);

    private final int days;

    Anchor(int days) {
      this.days = days;
    }
  }

  static HolidayTime of(String text) {
    Scalars.matching(SPELLING, text);
    Anchor anchor =
        switch (text.charAt(0)) {
          case 'b' -> Anchor.BEFORE;
          case 'a' -> Anchor.AFTER;
          default -> Anchor.ON;
        };
    return new HolidayTime(anchor, LocalTime.parse(text.substring(text.length() - 5)));
  }

  /// The least number of minutes from the holiday's own midnight on; a weekend beside the holiday
  /// takes those before and after it farther away.
  int nearestMinute() {
    return anchor.days * 24 * 60 + time.toSecondOfDay() / 60;
  }

  @Override
  public String toString() {
    return switch (anchor) {
      case BEFORE -> "before holiday " + time;
      case ON -> "holiday " + time;
      case AFTER -> "after holiday " + time;
    };
  }
}
