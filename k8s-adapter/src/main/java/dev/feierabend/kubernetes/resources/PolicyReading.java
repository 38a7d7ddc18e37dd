package dev.feierabend.kubernetes.resources;

import dev.feierabend.core.agreeing.AgreementId;
import dev.feierabend.core.agreeing.Agreements;
import dev.feierabend.core.agreeing.Agreements.Entry;
import dev.feierabend.kubernetes.resources.Manifested.Name;
import dev.feierabend.kubernetes.resources.Status.Refused;
import dev.feierabend.policies.evaluation.Evaluation;
import dev.feierabend.policies.evaluation.Transition;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.language.AllowedHosts;
import dev.feierabend.policies.language.Fault;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.PolicyCheck;
import dev.feierabend.policies.language.ReadinessCheck;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Reads a policy, held against the fleet, the calendar and whom tests may reach, as the other ways
/// of proposing do; and tells what comes of one.
///
/// @param testable whom readiness tests may reach
public record PolicyReading(Fleet fleet, Evaluation evaluation, AllowedHosts testable) {
  /// A document's meaning, or what is wrong with it.
  sealed interface Read permits Sound, Faulty {}

  record Sound(SchedulePolicy policy) implements Read {}

  record Faulty(Refused because) implements Read {}

  /// What is in force in an agreement, and what it wants next.
  record Outlook(Optional<Entry> active, Optional<Transition> next) {}

  Read of(Name name, byte[] text) {
    String file = name.toString();
    return switch (PolicyCheck.parse(file, text, Optional.of(fleet), evaluation.lists())) {
      case Parsed.Invalid<SchedulePolicy>(var faults) -> faulty(faults);
      case Parsed.Valid<SchedulePolicy>(var policy) -> {
        List<Fault> forbidden = ReadinessCheck.against(file, policy, testable);
        yield forbidden.isEmpty() ? new Sound(policy) : faulty(forbidden);
      }
    };
  }

  Outlook outlook(Agreements agreements, AgreementId agreement, Instant at) {
    Optional<Entry> active =
        agreements.active().stream()
            .filter(entry -> entry.agreement().equals(agreement))
            .findFirst();
    return new Outlook(active, active.flatMap(entry -> evaluation.next(entry.policy(), at)));
  }

  private static Read faulty(List<Fault> faults) {
    List<String> sentences = faults.stream().map(PolicyReading::sentence).toList();
    return new Faulty(new Refused("Faulty", String.join("; ", sentences), sentences));
  }

  /// Without the place: nobody has seen the text that it stands in.
  private static String sentence(Fault fault) {
    return "expected %s, found %s".formatted(fault.expected(), fault.found());
  }
}
