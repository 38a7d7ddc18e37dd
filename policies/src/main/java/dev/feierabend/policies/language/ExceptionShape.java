package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalars;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/// `{date: 2026-12-24, awake: true}` or `{date: 2026-12-28, asleep: {from: "14:00", to: "06:00"}}`.
final class ExceptionShape {
  private static final String EXAMPLES =
      "an exception, for example {date: 2026-12-24, awake: true} or "
          + "{date: 2026-12-28, asleep: {from: \"14:00\", to: \"06:00\"}}";

  private record Hours(LocalTime from, LocalTime to) {}

  static final MapShape<DateException> EXCEPTION = new MapShape<>(EXAMPLES, ExceptionShape::read);

  private static final MapShape<Hours> HOURS =
      new MapShape<>(
          "hours, for example {from: \"14:00\", to: \"06:00\"}",
          fields -> {
            Read<LocalTime> from = fields.required("from", Scalars.TIME_OF_DAY);
            Read<LocalTime> to = fields.required("to", Scalars.TIME_OF_DAY);
            return fields.build(() -> new Hours(from.value(), to.value()));
          });

  private ExceptionShape() {}

  private static Optional<DateException> read(Fields fields) {
    Read<LocalDate> date = fields.required("date", Scalars.DATE_OF_YEAR);
    boolean both = fields.has("awake") && fields.has("asleep");
    boolean neither = !fields.has("awake") && !fields.has("asleep");
    fields.optional("awake", Scalars.exactly("true"));
    Read<Optional<Hours>> hours = fields.optional("asleep", HOURS);
    if (both || neither) {
      fields.complain(
          fields.at(), "either \"awake: true\" or \"asleep\"", both ? "both" : "neither");
    }
    return fields.build(() ->
        hours
            .value()
            .<DateException>map(h -> new DateException.Sleeps(date.value(), h.from(), h.to()))
            .orElseGet(() -> new DateException.StaysAwake(date.value())));
  }
}
