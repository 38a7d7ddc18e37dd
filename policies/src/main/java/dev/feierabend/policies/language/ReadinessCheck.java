package dev.feierabend.policies.language;

import java.util.List;
import java.util.stream.Stream;

/// Whether a policy tests only hosts that the operator allows. Which those are isn't told: a
/// customer must not learn from faults what else there is.
public final class ReadinessCheck {
  private ReadinessCheck() {}

  public static List<Fault> against(String file, SchedulePolicy policy, AllowedHosts allowed) {
    Stream<ReadinessTest> ofGroups =
        policy.clauses().order().groups().stream().flatMap(group -> group.tests().stream());
    return Stream.concat(policy.readyBy().tests().stream(), ofGroups)
        .filter(test -> !allowed.allow(test.target()))
        .map(test ->
            new Fault(
                file,
                test.at().line(),
                test.at().column(),
                "a test of a host that the operator's setting %s allows"
                    .formatted(AllowedHosts.SETTING),
                "\"" + test + "\""))
        .toList();
  }
}
