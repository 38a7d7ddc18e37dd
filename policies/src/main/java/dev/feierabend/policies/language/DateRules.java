package dev.feierabend.policies.language;

import dev.feierabend.policies.language.Stretch.AroundHolidays;
import dev.feierabend.policies.language.Stretch.ListedDays;
import dev.feierabend.policies.language.Stretch.WholeDate;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Read;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// No date has two exceptions or is named twice as one of `never`; who speaks of holidays or of a
/// list says where.
record DateRules(Fields fields, AsleepShape shape) {

  void check() {
    var exceptions = new DatesOnce(fields, "one exception a date", new HashMap<>());
    shape
        .exceptions()
        .ifSound(
            all -> all.forEach(read -> read.ifSound(one -> exceptions.add(one.date(), read.at()))));
    var never = new DatesOnce(fields, "each date of \"never\" once", new HashMap<>());
    shape
        .never()
        .ifSound(all ->
            all.forEach(read ->
                read.ifSound(rule -> {
                  if (rule.when() instanceof WholeDate(var date)) {
                    never.add(date, read.at());
                  }
                })));
    if (shape.holidays().found().filter(Optional::isEmpty).isPresent()) {
      shape.rules().ifSound(this::noHolidays);
      shape.never().ifSound(this::noHolidays);
    }
  }

  private void noHolidays(List<Read<WindowRule>> rules) {
    for (Read<WindowRule> read : rules) {
      read.ifSound(rule -> {
        if (rule.when() instanceof AroundHolidays || rule.when() instanceof ListedDays) {
          fields.complain(
              read.at(),
              "\"holidays\" in spec, for example holidays: {land: BY}",
              "\"%s\" without it".formatted(rule.when()));
        }
      });
    }
  }
}
