package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.TakeBackProposal;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.ProposalTakenBack;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether a document may be proposed: it parses, it names this agreement, it was not proposed
/// before; and whether a proposal may be taken back.
final class Proposal {
  private Proposal() {}

  static Decision decide(ProposePolicy command, Map<String, Version> versions) {
    return switch (parse(command.document())) {
      case Parsed.Invalid<SchedulePolicy>(var faults) ->
          Decision.reject(
              "invalid-policy",
              faults.stream().map(Object::toString).collect(Collectors.joining("\n")));
      case Parsed.Valid<SchedulePolicy>(var policy) -> propose(command, policy, versions);
    };
  }

  static Decision decide(TakeBackProposal command, Map<String, Version> versions) {
    return Version.whileOpen(
        versions.get(command.digest()),
        command.digest(),
        version ->
            version.author().equals(command.by())
                ? Decision.of(
                    new ProposalTakenBack(
                        command.agreement(), command.digest(), command.by(), command.at()))
                : Decision.reject(
                    "not-author",
                    "Expected the author, %s, but found %s"
                        .formatted(version.author(), command.by())));
  }

  static Parsed<SchedulePolicy> parse(String document) {
    return SchedulePolicyParser.parse("policy", document.getBytes(StandardCharsets.UTF_8));
  }

  private static Decision propose(
      ProposePolicy command, SchedulePolicy policy, Map<String, Version> versions) {
    List<AgreementId> named = AgreementId.of(policy);
    if (!named.contains(command.agreement())) {
      return Decision.reject(
          "other-agreement",
          "Expected a document of %s but it is of %s"
              .formatted(command.agreement(), listed(named)));
    }
    String digest = policy.document().digest();
    Version known = versions.get(digest);
    if (known != null && known.status() != Version.Status.ENDED) {
      return Decision.reject(
          "already-proposed",
          "Expected a new document but this one is %s already".formatted(known.status()));
    }
    return Decision.of(
        new PolicyProposed(
            command.agreement(),
            digest,
            command.document(),
            command.by(),
            command.at(),
            command.forecast()));
  }

  private static String listed(List<AgreementId> agreements) {
    return agreements.stream().map(AgreementId::toString).collect(Collectors.joining(", "));
  }
}
