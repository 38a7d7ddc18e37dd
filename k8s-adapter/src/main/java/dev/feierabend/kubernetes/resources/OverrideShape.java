package dev.feierabend.kubernetes.resources;

import dev.feierabend.core.agreeing.Wish;
import dev.feierabend.policies.language.Manifest;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.Words;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a ScheduleOverride.
///
/// @param own the pools that it may name
record OverrideShape(Set<PoolId> own) {
  private static final int MOST_BYTES = 64 * 1024;

  private static final Scalar<Instant> MOMENT =
      Scalars.of(
          "a moment with its offset, for example 2026-11-26T23:00:00+01:00",
          text -> OffsetDateTime.parse(text).toInstant());

  private static final MapShape<String> METADATA =
      new MapShape<>("a name, for example {name: council}", OverrideShape::metadata);

  /// What is asked for, by whomever the namespace belongs to.
  ///
  /// @param pools empty: all of the tenant's
  record Asked(Set<PoolId> pools, Instant until, String because) {
    Wish.KeepAwake of(TenantId tenant) {
      return new Wish.KeepAwake(tenant, pools, until, because);
    }
  }

  /// `file` names the document in its faults; nothing is read from it.
  Parsed<Asked> parse(String file, byte[] text) {
    return new Manifest<>(OverrideDesk.KIND.kind(), MOST_BYTES, this::document).parse(file, text);
  }

  private Optional<Asked> document(Fields fields) {
    Read<String> name = fields.required("metadata", METADATA);
    Read<Asked> spec =
        fields.required("spec", new MapShape<>("until, because and pools", this::spec));
    return fields.build(spec::value).filter(_ -> name.found().isPresent());
  }

  private static Optional<String> metadata(Fields fields) {
    Read<String> name = fields.required("name", Words.NAME);
    return fields.build(name::value);
  }

  private Optional<Asked> spec(Fields fields) {
    Read<List<Read<PoolId>>> pools =
        fields.optional("pools", new ListShape<>(Words.POOL), List.of());
    Read<Instant> until = fields.required("until", MOMENT);
    Read<String> because = fields.required("because", Words.REASON);
    pools.ifSound(named -> named.forEach(pool -> pool.ifSound(id -> check(fields, pool, id))));
    return fields.build(
        () -> new Asked(Set.copyOf(ListShape.values(pools)), until.value(), because.value()));
  }

  private void check(Fields fields, Read<PoolId> pool, PoolId id) {
    if (!own.contains(id)) {
      fields.complain(
          pool.at(), "a pool of the tenant whose namespace this is", "\"%s\"".formatted(id));
    }
  }
}
