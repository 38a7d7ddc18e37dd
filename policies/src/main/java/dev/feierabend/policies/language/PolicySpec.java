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
    int floorHosts,
    Clauses clauses) {

  /// A town without any host on answers nobody.
  private static final int DEFAULT_FLOOR = 1;

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

  private static final MapShape<Integer> FLOOR =
      new MapShape<>(
          "a floor, for example {hosts: 2}",
          fields -> {
            Read<Integer> hosts =
                fields.required(
                    "hosts",
                    Scalars.whole("a number of hosts of at least 0, for example 2", 0, 1_000_000));
            return fields.build(hosts::value);
          });

  private static Optional<PolicySpec> read(Fields fields) {
    Selection.Reading selection = Selection.read(fields);
    Read<ZoneId> zone = fields.optional("zone", Words.ZONE, Words.BERLIN);
    AsleepShape asleep = AsleepShape.read(fields);
    Read<Validity> validity = fields.optional("validity", ValidityShape.VALIDITY, Validity.ALWAYS);
    Read<Optional<Read<Duration>>> lead = fields.optional("readyBy", READY_BY);
    Read<Integer> floor = fields.optional("floor", FLOOR, DEFAULT_FLOOR);
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
