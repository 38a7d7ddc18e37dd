package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Place;
import java.time.LocalDate;
import java.util.Map;

/// Complains about a date that was there before; `lines` remembers where.
record DatesOnce(Fields fields, String expected, Map<LocalDate, Integer> lines) {

  void add(LocalDate date, Place at) {
    Integer first = lines.putIfAbsent(date, at.line());
    if (first != null) {
      fields.complain(at, expected, "%s again, first in line %d".formatted(date, first));
    }
  }
}
