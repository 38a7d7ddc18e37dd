package dev.feierabend.policies.evaluation;

import static dev.feierabend.policies.Documents.EVALUATION;

import dev.feierabend.policies.Documents;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;

/// Policies of a few words, for tests that are about one thing.
final class Policies {
  private Policies() {}

  /// In Berlin, without a lead unless it is named; `intervals` and `more` (keys of `spec`) in YAML.
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
            + (more.contains("readyBy") ? more : more + "\nreadyBy: {lead: PT0S}").indent(2));
  }

  static Instant utc(String text) {
    return Instant.parse(text);
  }

  /// `awake`, or from when to when (ready) it sleeps.
  static String at(SchedulePolicy policy, String instant) {
    return switch (EVALUATION.at(policy, utc(instant))) {
      case Verdict.Awake _ -> "awake";
      case Verdict.Asleep(_, var since, _, var readyBy) -> since + " " + readyBy;
    };
  }

  static Because because(SchedulePolicy policy, String instant) {
    return EVALUATION.at(policy, utc(instant)).because();
  }
}
