package dev.feierabend.policies.language;

import dev.feierabend.policies.language.Stretch.AroundHolidays;
import dev.feierabend.policies.language.Stretch.Once;
import dev.feierabend.policies.language.Stretch.Weekly;
import dev.feierabend.policies.language.Stretch.Yearly;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Read;
import java.time.Duration;
import java.util.Optional;

/// A window from one point to another of the same form.
final class PointsShape {
  private static final Duration LONGEST = Duration.ofDays(366);

  private PointsShape() {}

  static Optional<WindowRule> read(Fields fields) {
    Read<Point> from = fields.required("from", PointShape.POINT);
    Read<Point> to = fields.required("to", PointShape.POINT);
    Read<Optional<String>> because = WindowShape.because(fields);
    from.ifSound(begin -> to.ifSound(end -> check(fields, to, begin, end)));
    return fields.build(
        () -> WindowShape.rule(fields, stretch(from.value(), to.value()).orElseThrow(), because));
  }

  private static void check(Fields fields, Read<Point> at, Point from, Point to) {
    Optional<Stretch> stretch = stretch(from, to);
    if (from.equals(to)) {
      fields.complain(
          at.at(),
          "an end other than the beginning, for example " + PointShape.example(from),
          "\"%s\", an interval of length zero".formatted(to));
    } else if (stretch.isEmpty()) {
      fields.complain(
          at.at(),
          "an end of the beginning's form, for example " + PointShape.example(from),
          "\"%s\" after \"%s\"".formatted(to, from));
    } else {
      ends(fields, at, stretch.get());
    }
  }

  private static void ends(Fields fields, Read<Point> at, Stretch stretch) {
    Duration shortest = stretch.shortest();
    if (stretch instanceof Yearly && shortest.isZero()) {
      fields.complain(at.at(), "dates that some year has both of", "\"" + stretch + "\"");
    } else if (!shortest.isPositive()) {
      fields.complain(at.at(), "an end after the beginning", "\"" + stretch + "\"");
    } else if (shortest.compareTo(LONGEST) > 0) {
      fields.complain(at.at(), "an end within a year of the beginning", "\"" + stretch + "\"");
    }
  }

  private static Optional<Stretch> stretch(Point from, Point to) {
    Stretch stretch =
        switch (from) {
          case WeekTime begin -> to instanceof WeekTime end ? new Weekly(begin, end) : null;
          case DateTime begin -> to instanceof DateTime end ? new Once(begin, end) : null;
          case YearTime begin -> to instanceof YearTime end ? new Yearly(begin, end) : null;
          case HolidayTime begin ->
              to instanceof HolidayTime end ? new AroundHolidays(begin, end) : null;
        };
    return Optional.ofNullable(stretch);
  }
}
