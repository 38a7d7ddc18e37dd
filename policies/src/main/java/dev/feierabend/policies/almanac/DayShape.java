package dev.feierabend.policies.almanac;

import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.Optional;

/// `{day: easter+60, name: Fronleichnam, municipalities: ["16061"], years: {from: 2020}}`; a day of
/// a list may leave out where.
final class DayShape {
  static final MapShape<AlmanacDay> HOLIDAY =
      new MapShape<>(
          "a holiday, for example "
              + "{day: easter+60, name: Fronleichnam, municipalities: [\"16061\"]}",
          fields -> read(fields, true));

  static final MapShape<AlmanacDay> LISTED =
      new MapShape<>(
          "a day, for example {day: 12-24, name: Heiligabend}", fields -> read(fields, false));

  private static final MapShape<Years> YEARS =
      new MapShape<>("years, for example {from: 2025}", DayShape::years);

  private DayShape() {}

  private static Optional<AlmanacDay> read(Fields fields, boolean somewhere) {
    Read<DayRule> day = fields.required("day", AlmanacWords.DAY);
    Read<String> name = fields.required("name", Words.REASON);
    RegionShape region = RegionShape.read(fields);
    if (somewhere) {
      region.checkNamed(fields);
    }
    Read<Optional<Years>> years = fields.optional("years", YEARS);
    day.ifSound(rule ->
        years.ifSound(some -> {
          if (rule instanceof DayRule.Dated && some.isPresent()) {
            fields.complain(years.at(), "no \"years\" beside a date", "\"%s\"".formatted(rule));
          }
        }));
    return fields.build(() ->
        new AlmanacDay(
            day.value(), name.value(), region.value(), years.value().orElse(Years.ALWAYS)));
  }

  private static Optional<Years> years(Fields fields) {
    Read<Optional<Integer>> from = fields.optional("from", AlmanacWords.YEAR);
    Read<Optional<Integer>> to = fields.optional("to", AlmanacWords.YEAR);
    from.ifSound(first ->
        to.ifSound(last -> {
          if (first.isEmpty() && last.isEmpty()) {
            fields.complain(fields.at(), "\"from\", \"to\" or both", "neither");
          } else if (first.isPresent() && last.isPresent() && last.get() < first.get()) {
            fields.complain(
                to.at(), "a last year at or after the first, " + first.get(), last.get() + "");
          }
        }));
    return fields.build(() -> new Years(from.value(), to.value()));
  }
}
