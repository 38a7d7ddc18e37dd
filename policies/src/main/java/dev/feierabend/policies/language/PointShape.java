package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Complaints;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import dev.feierabend.policies.yaml.Shape;
import java.util.Optional;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// Reads a point by what it looks like; what looks like nothing known is read as a time of the
/// week, the form that most windows have.
record PointShape() implements Shape<Point> {
  static final PointShape POINT = new PointShape();

  private static final Pattern DATED = Pattern.compile("\\d{4}-.*");
  private static final Pattern YEARLY = Pattern.compile("\\d{1,2}-.*");

  private static final Scalar<Point> WEEK =
      Scalars.of("a day and a time, for example Mon 20:00", PointShape::week)
          .nearest(Meant::weekTime);
  private static final Scalar<Point> DATE =
      Scalars.of("a date and a time, for example 2026-08-03 18:00", DateTime::of);
  private static final Scalar<Point> YEAR =
      Scalars.of("a month, a day and a time, for example 12-24 12:00", YearTime::of);
  private static final Scalar<Point> HOLIDAY =
      Scalars.of(
          "a time before, on or after a holiday, for example before holiday 12:00",
          HolidayTime::of);

  private static Point week(String text) {
    return WeekTime.of(text);
  }

  @Override
  public String expected() {
    return WEEK.expected();
  }

  @Override
  public Optional<Point> read(Node node, Complaints complaints) {
    String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    return form(text).read(node, complaints);
  }

  private static Scalar<Point> form(String text) {
    if (text.contains("holiday")) {
      return HOLIDAY;
    }
    if (DATED.matcher(text).matches()) {
      return DATE;
    }
    return YEARLY.matcher(text).matches() ? YEAR : WEEK;
  }

  /// An end that would go with `from`.
  static String example(Point from) {
    return switch (from) {
      case WeekTime _ -> "Tue 06:00";
      case DateTime _ -> "2026-08-21 06:30";
      case YearTime _ -> "01-02 06:30";
      case HolidayTime _ -> "after holiday 06:30";
    };
  }
}
