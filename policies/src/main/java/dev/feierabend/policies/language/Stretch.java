package dev.feierabend.policies.language;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// When a window is open, from inclusive, to exclusive, by the clocks on the wall.
public sealed interface Stretch {
  /// The shortest that it ever lasts by those clocks; daylight saving not counted.
  Duration shortest();

  /// Once a week; it may run over the week's end.
  record Weekly(WeekTime from, WeekTime to) implements Stretch {
    @Override
    public Duration shortest() {
      int minutes = to.minuteOfWeek() - from.minuteOfWeek();
      return Duration.ofMinutes(Math.floorMod(minutes, WeekTime.MINUTES_A_WEEK));
    }

    @Override
    public String toString() {
      return from + " → " + to;
    }
  }

  /// From each of `days`, to the next day where `to` isn't later than `from`.
  record Every(Days days, LocalTime from, LocalTime to) implements Stretch {
    @Override
    public Duration shortest() {
      Duration length = Duration.between(from, to);
      return length.isPositive() ? length : length.plusDays(1);
    }

    /// The same as one interval a day.
    public List<Weekly> weekly() {
      boolean overnight = !to.isAfter(from);
      return days.all().stream()
          .map(day ->
              new Weekly(new WeekTime(day, from), new WeekTime(overnight ? day.plus(1) : day, to)))
          .toList();
    }

    @Override
    public String toString() {
      return days + " " + from + " → " + to;
    }
  }

  record Once(DateTime from, DateTime to) implements Stretch {
    @Override
    public Duration shortest() {
      return Duration.between(from.local(), to.local());
    }

    @Override
    public String toString() {
      return from + " → " + to;
    }
  }

  /// Every year, into the next where `to` isn't later than `from`.
  record Yearly(YearTime from, YearTime to) implements Stretch {
    /// From when to when, beginning in `year`; empty where one of them is a 29 February that
    /// doesn't exist.
    public Optional<Once> in(int year) {
      return from.in(year)
          .flatMap(begin ->
              to.in(to.compareTo(from) > 0 ? year : year + 1)
                  .map(end -> new Once(new DateTime(begin), new DateTime(end))));
    }

    @Override
    public Duration shortest() {
      return IntStream.range(2000, 2008)
          .mapToObj(this::in)
          .flatMap(Optional::stream)
          .map(Once::shortest)
          .min(Duration::compareTo)
          .orElse(Duration.ZERO);
    }

    @Override
    public String toString() {
      return from + " → " + to;
    }
  }

  /// Around every holiday that isn't a Saturday or Sunday.
  record AroundHolidays(HolidayTime from, HolidayTime to) implements Stretch {
    @Override
    public Duration shortest() {
      return Duration.ofMinutes((long) to.nearestMinute() - from.nearestMinute());
    }

    @Override
    public String toString() {
      return from + " → " + to;
    }
  }

  /// All of every local date of a list that the calendar has.
  record ListedDays(ListName list) implements Stretch {
    @Override
    public Duration shortest() {
      return Duration.ofDays(1);
    }

    @Override
    public String toString() {
      return "days of " + list;
    }
  }

  /// All of one local date.
  record WholeDate(LocalDate date) implements Stretch {
    @Override
    public Duration shortest() {
      return Duration.ofDays(1);
    }

    public LocalDateTime begins() {
      return date.atStartOfDay();
    }

    public LocalDateTime ends() {
      return date.plusDays(1).atStartOfDay();
    }

    @Override
    public String toString() {
      return date.toString();
    }
  }
}
