package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.Optional;

/// `{from: Mon 20:00, to: Tue 06:00}`.
final class IntervalShape {
  private static final String EXAMPLE = "an interval, for example {from: Mon 20:00, to: Tue 06:00}";

  static final MapShape<WeeklyInterval> WEEKLY = new MapShape<>(EXAMPLE, IntervalShape::read);

  private IntervalShape() {}

  private static Optional<WeeklyInterval> read(Fields fields) {
    Read<WeekTime> from = fields.required("from", Words.WEEK_TIME);
    Read<WeekTime> to = fields.required("to", Words.WEEK_TIME);
    from.ifSound(begin ->
        to.ifSound(end -> {
          if (begin.equals(end)) {
            fields.complain(
                to.at(),
                "an end other than the beginning, for example Tue 06:00",
                "\"%s\", an interval of length zero".formatted(end));
          }
        }));
    return fields.build(() -> new WeeklyInterval(from.value(), to.value(), fields.at().line()));
  }
}
