package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalars;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
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

  static final MapShape<PolicySpec> SHAPE =
      new MapShape<>("pools, zone and asleep", PolicySpec::read);

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
    Read<ZoneId> zone = fields.required("zone", Words.ZONE);
    Read<List<Read<WeeklyInterval>>> weekly =
        fields.required("asleep", new ListShape<>(IntervalShape.WEEKLY));
    Read<List<Read<DateException>>> exceptions =
        fields.optional("exceptions", new ListShape<>(ExceptionShape.EXCEPTION), List.of());
    Read<Validity> validity = fields.optional("validity", ValidityShape.VALIDITY, Validity.ALWAYS);
    Read<Optional<Read<Duration>>> lead = fields.optional("readyBy", READY_BY);
    Read<Integer> floor = fields.optional("floor", FLOOR, 0);
    ClausesShape.Reading clauses = ClausesShape.read(fields);
    new SleepRules(fields, weekly, exceptions).check();
    lead.ifSound(
        read -> read.ifPresent(value -> LeadRule.check(fields, value, weekly, exceptions)));
    return fields.build(() ->
        new PolicySpec(
            selection.value(),
            zone.value(),
            new Asleep(ListShape.values(weekly), ListShape.values(exceptions)),
            validity.value(),
            lead.value().map(Read::value).orElse(Duration.ZERO),
            floor.value(),
            clauses.value()));
  }
}
