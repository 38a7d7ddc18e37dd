package dev.feierabend.policies.language;

import dev.feierabend.policies.language.Order.Group;
import dev.feierabend.policies.language.Order.Stagger;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `order: [{workloads: {labels: {tier: web}}}, {workloads: {labels: {tier: database}}, ready:
/// {test: tcp://db.example.de:5432}, within: PT5M}]` and `stagger: {atMost: 10, per: PT1M}`; either
/// may be missing.
final class OrderShape {
  private static final MapShape<List<ReadinessTest>> READY =
      new MapShape<>(
          "when a group is ready, for example {test: tcp://db.example.de:5432}",
          fields -> {
            Read<List<ReadinessTest>> tests = fields.required("test", ReadyByShape.TESTS);
            return fields.build(tests::value);
          });

  private static final Scalar<Duration> WITHIN =
      Scalars.duration(
          "a time from PT1M to PT2H, for example PT5M", Duration.ofMinutes(1), Duration.ofHours(2));

  private static final MapShape<Group> GROUP =
      new MapShape<>(
          "a group, for example {workloads: {labels: {tier: database}}}", OrderShape::group);

  private static final MapShape<Stagger> STAGGER =
      new MapShape<>("a stagger, for example {atMost: 10, per: PT1M}", OrderShape::stagger);

  private OrderShape() {}

  record Reading(Read<List<Read<Group>>> groups, Read<Optional<Stagger>> stagger) {
    Order value() {
      return new Order(ListShape.values(groups), stagger.value());
    }
  }

  static Reading read(Fields spec) {
    return new Reading(
        spec.optional("order", new ListShape<>(GROUP), List.of()),
        spec.optional("stagger", STAGGER));
  }

  private static Optional<Group> group(Fields fields) {
    Selection.Reading members = Selection.read(fields);
    Read<List<ReadinessTest>> tests = fields.optional("ready", READY, List.of());
    Read<Optional<Duration>> within = fields.optional("within", WITHIN);
    return fields.build(() -> new Group(members.value().selector(), tests.value(), within.value()));
  }

  private static Optional<Stagger> stagger(Fields fields) {
    Read<Integer> atMost =
        fields.required(
            "atMost", Scalars.whole("a number of at least 1, for example 10", 1, 1_000_000));
    Read<Duration> per =
        fields.required(
            "per",
            Scalars.duration(
                "a time from PT1S to PT1H, for example PT1M",
                Duration.ofSeconds(1),
                Duration.ofHours(1)));
    return fields.build(() -> new Stagger(atMost.value(), per.value()));
  }
}
