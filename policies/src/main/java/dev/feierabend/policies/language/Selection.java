package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.Read;
import java.util.List;
import java.util.TreeSet;

/// What a document selects, and where each pool is named.
record Selection(List<Read<PoolId>> pools, Traits workloads) {
  private static final String BOTH_EMPTY =
      "\"pools\" or \"workloads\", for example pools: [ahausen-office]";

  record Reading(Read<List<Read<PoolId>>> pools, Read<Traits> workloads) {
    Selection value() {
      return new Selection(pools.value(), workloads.value());
    }
  }

  /// Everything a tenant has must be named as such: a forgotten selector never means "all".
  static Reading read(Fields fields) {
    Read<List<Read<PoolId>>> pools =
        fields.optional("pools", new ListShape<>(Words.POOL), List.of());
    Read<Traits> workloads = fields.optional("workloads", Traits.SHAPE, Traits.NONE);
    pools.ifSound(named ->
        workloads.ifSound(wanted -> {
          if (named.isEmpty() && wanted.isNone()) {
            fields.complain(fields.at(), BOTH_EMPTY, "neither");
          }
        }));
    return new Reading(pools, workloads);
  }

  Selector selector() {
    var ids = new TreeSet<PoolId>();
    pools.forEach(pool -> ids.add(pool.value()));
    return new Selector(ids, workloads.labels(), workloads.names());
  }
}
