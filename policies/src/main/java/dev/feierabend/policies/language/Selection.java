package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a document selects, and where each pool is named.
record Selection(List<Read<PoolId>> pools, SortedMap<String, String> labels) {
  private static final String BOTH_EMPTY =
      "\"pools\" or \"workloads\", for example pools: [ahausen-office]";

  private static final MapShape<SortedMap<String, String>> WORKLOADS =
      new MapShape<>(
          "labels of workloads, for example {labels: {tier: web}}",
          fields -> {
            Read<SortedMap<String, String>> labels = fields.required("labels", Words.LABELS);
            return fields.build(labels::value);
          });

  record Reading(Read<List<Read<PoolId>>> pools, Read<SortedMap<String, String>> labels) {
    Selection value() {
      return new Selection(pools.value(), labels.value());
    }
  }

  /// Everything a tenant has must be named as such: a forgotten selector never means "all".
  static Reading read(Fields fields) {
    Read<List<Read<PoolId>>> pools =
        fields.optional("pools", new ListShape<>(Words.POOL), List.of());
    Read<SortedMap<String, String>> labels =
        fields.optional("workloads", WORKLOADS, new TreeMap<>());
    pools.ifSound(named ->
        labels.ifSound(wanted -> {
          if (named.isEmpty() && wanted.isEmpty()) {
            fields.complain(fields.at(), BOTH_EMPTY, "neither");
          }
        }));
    return new Reading(pools, labels);
  }

  Selector selector() {
    var ids = new TreeSet<PoolId>();
    pools.forEach(pool -> ids.add(pool.value()));
    return new Selector(ids, labels);
  }
}
