package dev.feierabend.policies.evaluation;

import dev.feierabend.policies.Documents;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;

/// Policies of a few words, for tests that are about one thing.
final class Policies {
  private Policies() {}

  /// In Berlin; `intervals` and `more` (keys of `spec`) in YAML.
  static SchedulePolicy berlin(String intervals, String more) {
    return Documents.policy(
        """
        apiVersion: feierabend.dev/v1
        kind: SchedulePolicy
        metadata: {name: p, tenant: t}
        spec:
          pools: [a]
          zone: Europe/Berlin
          asleep: [%s]
        """
                .formatted(intervals)
            + more.indent(2));
  }

  static Instant utc(String text) {
    return Instant.parse(text);
  }

  /// `awake`, or from when to when (ready) it sleeps.
  static String at(SchedulePolicy policy, String instant) {
    return switch (Evaluation.at(policy, utc(instant))) {
      case Verdict.Awake _ -> "awake";
      case Verdict.Asleep(_, var since, _, var readyBy) -> since + " " + readyBy;
    };
  }

  static Because because(SchedulePolicy policy, String instant) {
    return Evaluation.at(policy, utc(instant)).because();
  }
}
