package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.time.ZoneId;
import java.util.Optional;

/// What stands under `spec`.
record PolicySpec(
    Selection selection,
    ZoneId zone,
    Asleep asleep,
    Validity validity,
    ReadyBy readyBy,
    FloorClause floor,
    Clauses clauses) {

  static final MapShape<PolicySpec> SHAPE = new MapShape<>("pools and asleep", PolicySpec::read);

  private static Optional<PolicySpec> read(Fields fields) {
    Selection.Reading selection = Selection.read(fields);
    Read<ZoneId> zone = fields.optional("zone", Words.ZONE, Words.BERLIN);
    AsleepShape asleep = AsleepShape.read(fields);
    Read<Validity> validity = fields.optional("validity", ValidityShape.VALIDITY, Validity.ALWAYS);
    Read<ReadyByShape.Reading> readyBy =
        fields.optional("readyBy", ReadyByShape.SHAPE, ReadyByShape.Reading.NONE);
    Read<FloorClause> floor = fields.optional("floor", FloorClause.SHAPE, FloorClause.NONE);
    ClausesShape.Reading clauses = ClausesShape.read(fields);
    readyBy.ifSound(read -> LeadRule.of(fields, read.lead()).check(asleep));
    return fields.build(() ->
        new PolicySpec(
            selection.value(),
            zone.value(),
            asleep.value(),
            validity.value(),
            readyBy.value().value(),
            floor.value(),
            clauses.value()));
  }
}
