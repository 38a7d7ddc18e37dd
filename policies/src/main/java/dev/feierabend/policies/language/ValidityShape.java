package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalars;
import java.time.LocalDate;
import java.util.Optional;

/// `{from: 2026-01-01, to: 2027-12-31}`; either may be missing.
final class ValidityShape {
  static final MapShape<Validity> VALIDITY =
      new MapShape<>(
          "a validity, for example {from: 2026-01-01, to: 2027-12-31}", ValidityShape::read);

  private ValidityShape() {}

  private static Optional<Validity> read(Fields fields) {
    Read<Optional<LocalDate>> from = fields.optional("from", Scalars.DATE_OF_YEAR);
    Read<Optional<LocalDate>> to = fields.optional("to", Scalars.DATE_OF_YEAR);
    from.ifSound(begin ->
        to.ifSound(end -> {
          if (Validity.endsBeforeItBegins(begin, end)) {
            fields.complain(
                to.at(),
                "a last day at or after the first, " + begin.map(LocalDate::toString).orElse(""),
                end.map(LocalDate::toString).orElse(""));
          }
        }));
    return fields.build(() -> new Validity(from.value(), to.value()));
  }
}
