package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.Read;
import java.util.List;
import java.util.Optional;

/// The parts of `spec` that say when capacity may sleep, and what they must be to one another.
record AsleepShape(
    Read<List<Read<WindowRule>>> rules,
    Read<List<Read<WindowRule>>> never,
    Read<List<Read<DateException>>> exceptions,
    Read<Optional<HolidayRules>> holidays) {

  static AsleepShape read(Fields fields) {
    var shape =
        new AsleepShape(
            fields.required("asleep", new ListShape<>(WindowShape.ASLEEP)),
            fields.optional("never", new ListShape<>(WindowShape.NEVER), List.of()),
            fields.optional("exceptions", new ListShape<>(ExceptionShape.EXCEPTION), List.of()),
            fields.optional("holidays", HolidaysShape.HOLIDAYS));
    shape.rules.ifSound(all -> new WeekRules(fields, shape.rules.at(), all).check());
    shape.rules.ifSound(all -> YearRule.check(fields, shape.rules.at(), all));
    new DateRules(fields, shape).check();
    return shape;
  }

  Asleep value() {
    return new Asleep(
        ListShape.values(rules),
        ListShape.values(never),
        ListShape.values(exceptions),
        holidays.value());
  }
}
