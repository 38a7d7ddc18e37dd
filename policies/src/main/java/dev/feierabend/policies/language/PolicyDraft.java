package dev.feierabend.policies.language;

import dev.feierabend.policies.terms.TenantId;
import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.Place;
import dev.feierabend.policies.yaml.Read;
import java.util.Optional;

/// A policy as it is read, and where in the document its names stand.
record PolicyDraft(String name, Read<TenantId> tenant, PolicySpec spec) {
  private static final int MOST_BYTES = 256 * 1024;

  private record Metadata(String name, Read<TenantId> tenant) {}

  static final Manifest<PolicyDraft> MANIFEST =
      new Manifest<>("SchedulePolicy", MOST_BYTES, PolicyDraft::read);

  private static final MapShape<Metadata> METADATA =
      new MapShape<>(
          "a name and a tenant, for example {name: rathaus, tenant: ahausen}",
          fields -> {
            Read<String> name = fields.required("name", Words.NAME);
            Read<TenantId> tenant = fields.required("tenant", Words.TENANT);
            return fields.build(() -> new Metadata(name.value(), tenant));
          });

  private static Optional<PolicyDraft> read(Fields fields) {
    Read<Metadata> metadata = fields.required("metadata", METADATA);
    Read<PolicySpec> spec = fields.required("spec", PolicySpec.SHAPE);
    return fields.build(
        () -> new PolicyDraft(metadata.value().name(), metadata.value().tenant(), spec.value()));
  }

  Place tenantAt() {
    return tenant.at();
  }

  SchedulePolicy policy(Document document) {
    return new SchedulePolicy(
        name,
        tenant.value(),
        spec.selection().selector(),
        spec.zone(),
        spec.asleep(),
        spec.validity(),
        spec.lead(),
        spec.floorHosts(),
        document);
  }
}
