package dev.feierabend.bench;

import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Policies as towns have them: one in six is a town hall with everything, the others are simpler.
final class PolicyMix {
  private static final List<String> KINDS =
      List.of(
          """
            holidays: {land: BY, municipality: "09162000"}
            asleep:
              - {every: Mon-Thu, from: "19:00", to: "06:30"}
              - {from: Fri 19:00, to: Mon 06:30}
              - {from: before holiday 12:00, to: after holiday 06:30, because: town hall closed}
            never:
              - {every: Sat, from: "08:00", to: "13:00", because: Bürgerbüro open}
              - {date: 2027-03-07, because: election Sunday}
            exceptions:
              - {date: 2027-12-28, asleep: {from: "14:00", to: "06:00"}}
              - {date: 2027-12-29, awake: true}
            readyBy: {lead: PT45M}
          """,
          """
            asleep:
              - {from: Mon 20:00, to: Tue 06:00}
              - {from: Fri 20:00, to: Mon 06:00}
          """,
          """
            asleep: [{every: Mon-Sun, from: "22:00", to: "05:00"}]
          """,
          """
            asleep:
              - {every: Mon-Fri, from: "17:00", to: "06:00"}
              - {from: 12-23 12:00, to: 01-02 06:00, because: Christmas}
              - {from: 2027-08-02 18:00, to: 2027-09-10 06:30, because: summer holidays}
          """,
          """
            holidays: {land: NW}
            asleep:
              - {every: "Sat,Sun", from: "00:00", to: "20:00"}
              - {from: holiday 00:00, to: after holiday 06:00}
          """,
          """
            asleep: [{every: Mon-Fri, from: "19:00", to: "07:00"}]
            never: [{every: Wed, from: "00:00", to: "23:59", because: library night}]
            validity: {from: 2026-01-01, to: 2029-12-31}
          """);

  private PolicyMix() {}

  static List<SchedulePolicy> of(int policies) {
    return IntStream.range(0, policies).mapToObj(PolicyMix::policy).toList();
  }

  private static SchedulePolicy policy(int number) {
    return read(
        "policy-" + number,
        """
        apiVersion: feierabend.dev/v1
        kind: SchedulePolicy
        metadata: {name: policy-%d, tenant: town-%d}
        spec:
          pools: [office]
        """
                .formatted(number, number)
            + KINDS.get(number % KINDS.size()));
  }

  static SchedulePolicy read(String name, String document) {
    return switch (SchedulePolicyParser.parse(name, document.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid<SchedulePolicy>(var policy) -> policy;
      case Parsed.Invalid<SchedulePolicy>(var faults) ->
          throw new IllegalStateException(
              faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
    };
  }
}
