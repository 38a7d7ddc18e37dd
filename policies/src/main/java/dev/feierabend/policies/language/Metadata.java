package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.ListShape;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Read;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A policy's name and whose it is: one tenant's, or several tenants', of whom each agrees for
/// itself.
record Metadata(String name, List<Read<TenantId>> tenants) {
  private static final String ONE_KEY = "either \"tenant\" or \"tenants\"";

  static final MapShape<Metadata> SHAPE =
      new MapShape<>(
          "a name and a tenant, for example {name: rathaus, tenant: ahausen}", Metadata::read);

  private static Optional<Metadata> read(Fields fields) {
    Read<String> name = fields.required("name", Words.NAME);
    if (!fields.has("tenants")) {
      Read<TenantId> tenant = fields.required("tenant", Words.TENANT);
      return fields.build(() -> new Metadata(name.value(), List.of(tenant)));
    }
    Read<List<Read<TenantId>>> tenants = fields.required("tenants", new ListShape<>(Words.TENANT));
    if (fields.has("tenant")) {
      fields.complain(fields.at(), ONE_KEY, "both");
    }
    tenants.ifSound(named -> check(fields, tenants, named));
    return fields.build(() -> new Metadata(name.value(), tenants.value()));
  }

  private static void check(
      Fields fields, Read<List<Read<TenantId>>> list, List<Read<TenantId>> named) {
    if (named.isEmpty()) {
      fields.complain(list.at(), "at least one tenant, for example [ahausen, bdorf]", "none");
    }
    Map<TenantId, Integer> lines = new HashMap<>();
    for (Read<TenantId> read : named) {
      read.ifSound(tenant -> {
        Integer first = lines.putIfAbsent(tenant, read.at().line());
        if (first != null) {
          fields.complain(
              read.at(),
              "each tenant once",
              "\"%s\" again, first in line %d".formatted(tenant, first));
        }
      });
    }
  }

  List<TenantId> ids() {
    return tenants.stream().map(Read::value).toList();
  }
}
