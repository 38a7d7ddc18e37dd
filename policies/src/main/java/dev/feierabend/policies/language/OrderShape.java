package dev.feierabend.policies.language;

import dev.feierabend.policies.language.Order.Stagger;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalars;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `order: [{workloads: {labels: {tier: web}}}, {workloads: {labels: {tier: database}}}]` and
/// `stagger: {atMost: 10, per: PT1M}`; either may be missing.
final class OrderShape {
  private static final MapShape<Selector> GROUP =
      new MapShape<>(
          "a group, for example {workloads: {labels: {tier: database}}}",
          fields -> {
            Selection.Reading group = Selection.read(fields);
            return fields.build(() -> group.value().selector());
          });

  private static final MapShape<Stagger> STAGGER =
      new MapShape<>("a stagger, for example {atMost: 10, per: PT1M}", OrderShape::stagger);

  private OrderShape() {}

  record Reading(Read<List<Read<Selector>>> groups, Read<Optional<Stagger>> stagger) {
    Order value() {
      return new Order(ListShape.values(groups), stagger.value());
    }
  }

  static Reading read(Fields spec) {
    return new Reading(
        spec.optional("order", new ListShape<>(GROUP), List.of()),
        spec.optional("stagger", STAGGER));
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
