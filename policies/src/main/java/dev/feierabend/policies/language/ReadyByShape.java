package dev.feierabend.policies.language;

import dev.feierabend.policies.yaml.Fields;
import dev.feierabend.policies.yaml.MapShape;
import dev.feierabend.policies.yaml.OneOrMore;
import dev.feierabend.policies.yaml.Read;
import dev.feierabend.policies.yaml.Scalar;
import dev.feierabend.policies.yaml.Scalars;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// `readyBy: {lead: PT30M, test: https://permits.example.de/health}`; one of the two may be
/// missing, and there may be a list of tests.
final class ReadyByShape {
  /// More would be a monitoring system's work.
  private static final int MOST_TESTS = 5;

  private static final Scalar<Duration> LEAD =
      Scalars.duration(
          "a lead of at least PT0S, for example PT30M", Duration.ZERO, Duration.ofDays(7));

  static final OneOrMore<ReadinessTest> TESTS = new OneOrMore<>(new TestTarget(), MOST_TESTS);

  /// @param lead where it is named
  record Reading(Optional<Read<Duration>> lead, List<ReadinessTest> tests) {
    static final Reading NONE = new Reading(Optional.empty(), List.of());

    ReadyBy value() {
      return new ReadyBy(lead.map(Read::value).orElse(LeadRule.DEFAULT), tests);
    }
  }

  static final MapShape<Reading> SHAPE =
      new MapShape<>("a lead, for example {lead: PT30M}", ReadyByShape::read);

  private ReadyByShape() {}

  private static Optional<Reading> read(Fields fields) {
    Read<List<ReadinessTest>> tests = fields.optional("test", TESTS, List.of());
    Optional<Read<Duration>> lead =
        fields.has("lead") || !fields.has("test")
            ? Optional.of(fields.required("lead", LEAD))
            : Optional.empty();
    return fields.build(() -> new Reading(lead, tests.value()));
  }
}
