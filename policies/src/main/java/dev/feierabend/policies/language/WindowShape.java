package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalars;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// A window in one of its forms: `{from: Mon 20:00, to: Tue 06:00}`, `{every: Mon-Thu, …}`, and
/// where it keeps awake `{date: 2026-09-20}` and `{days: election-sundays}` too. One of sleep may
/// have a floor of its own.
final class WindowShape {
  static final MapShape<WindowRule> ASLEEP =
      new MapShape<>(
          "an interval, for example {from: Mon 20:00, to: Tue 06:00}",
          fields -> {
            Read<Optional<FloorClause>> floor = fields.optional("floor", FloorClause.SHAPE);
            return (fields.has("every") ? every(fields) : PointsShape.read(fields))
                .map(rule -> rule.withFloor(floor.value()));
          });

  static final MapShape<WindowRule> NEVER =
      new MapShape<>(
          "a window, for example {date: 2026-09-20, because: election Sunday}",
          fields -> {
            if (fields.has("every")) {
              return every(fields);
            }
            if (fields.has("days")) {
              return days(fields);
            }
            return fields.has("date") ? date(fields) : PointsShape.read(fields);
          });

  private WindowShape() {}

  private static Optional<WindowRule> every(Fields fields) {
    Read<Days> days = fields.required("every", Words.DAYS);
    Read<LocalTime> from = fields.required("from", Scalars.TIME_OF_DAY);
    Read<LocalTime> to = fields.required("to", Scalars.TIME_OF_DAY);
    Read<Optional<String>> because = because(fields);
    return fields.build(
        () -> rule(fields, new Stretch.Every(days.value(), from.value(), to.value()), because));
  }

  private static Optional<WindowRule> date(Fields fields) {
    Read<LocalDate> date = fields.required("date", Scalars.DATE_OF_YEAR);
    Read<Optional<String>> because = because(fields);
    return fields.build(() -> rule(fields, new Stretch.WholeDate(date.value()), because));
  }

  private static Optional<WindowRule> days(Fields fields) {
    Read<String> list = fields.required("days", Words.NAME);
    Read<Optional<String>> because = because(fields);
    return fields.build(
        () -> rule(fields, new Stretch.ListedDays(new ListName(list.value(), list.at())), because));
  }

  static Read<Optional<String>> because(Fields fields) {
    return fields.optional("because", Words.REASON);
  }

  static WindowRule rule(Fields fields, Stretch when, Read<Optional<String>> because) {
    return new WindowRule(when, because.value(), Optional.empty(), fields.at().line());
  }
}
