package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.Read;
import java.util.Optional;

/// A policy as it is read, and where in the document its names stand.
record PolicyDraft(Metadata metadata, PolicySpec spec) {
  private static final int MOST_BYTES = 256 * 1024;

  static final Manifest<PolicyDraft> MANIFEST =
      new Manifest<>("SchedulePolicy", MOST_BYTES, PolicyDraft::read);

  private static Optional<PolicyDraft> read(Fields fields) {
    Read<Metadata> metadata = fields.required("metadata", Metadata.SHAPE);
    Read<PolicySpec> spec = fields.required("spec", PolicySpec.SHAPE);
    return fields.build(() -> new PolicyDraft(metadata.value(), spec.value()));
  }

  SchedulePolicy policy(Document document) {
    return new SchedulePolicy(
        metadata.name(),
        metadata.ids(),
        spec.selection().selector(),
        spec.zone(),
        spec.asleep(),
        spec.validity(),
        spec.readyBy(),
        spec.floor().over(Floor.USUAL),
        spec.clauses(),
        document);
  }
}
