package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalars;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/// What stands under `spec`.
record PolicySpec(
    Selection selection,
    ZoneId zone,
    Asleep asleep,
    Validity validity,
    Duration lead,
    FloorClause floor,
    Clauses clauses) {

  static final MapShape<PolicySpec> SHAPE = new MapShape<>("pools and asleep", PolicySpec::read);

  private static final MapShape<Read<Duration>> READY_BY =
      new MapShape<>(
          "a lead, for example {lead: PT30M}",
          fields -> {
            Read<Duration> lead =
                fields.required(
                    "lead",
                    Scalars.duration(
                        "a lead of at least PT0S, for example PT30M",
                        Duration.ZERO,
                        Duration.ofDays(7)));
            return fields.build(() -> lead);
          });

  private static Optional<PolicySpec> read(Fields fields) {
    Selection.Reading selection = Selection.read(fields);
    Read<ZoneId> zone = fields.optional("zone", Words.ZONE, Words.BERLIN);
    AsleepShape asleep = AsleepShape.read(fields);
    Read<Validity> validity = fields.optional("validity", ValidityShape.VALIDITY, Validity.ALWAYS);
    Read<Optional<Read<Duration>>> lead = fields.optional("readyBy", READY_BY);
    Read<FloorClause> floor = fields.optional("floor", FloorClause.SHAPE, FloorClause.NONE);
    ClausesShape.Reading clauses = ClausesShape.read(fields);
    lead.ifSound(read -> LeadRule.of(fields, read).check(asleep));
    return fields.build(() ->
        new PolicySpec(
            selection.value(),
            zone.value(),
            asleep.value(),
            validity.value(),
            lead.value().map(Read::value).orElse(LeadRule.DEFAULT),
            floor.value(),
            clauses.value()));
  }
}
