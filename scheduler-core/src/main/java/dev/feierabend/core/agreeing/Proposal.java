package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ProposePolicy;
import dev.feierabend.core.agreeing.AgreementCommand.TakeBackProposal;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyProposed;
import dev.feierabend.core.agreeing.AgreementEvent.ProposalTakenBack;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.policies.language.Document;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.language.SchedulePolicyParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Whether a document may be proposed: it parses, it names this agreement, it neither waits for a
/// decision nor is agreed; and whether a proposal may be taken back.
final class Proposal {
  private static final Set<Version.Status> PROPOSABLE =
      Set.of(Version.Status.DRAFT, Version.Status.REJECTED, Version.Status.ENDED);

  private Proposal() {}

  static Decision decide(ProposePolicy command, Map<String, Version> versions) {
    return read(
        command.agreement(),
        parse(command.document(), versions),
        policy -> propose(command, policy, versions));
  }

  /// What `decide` says of a document that parses and names the agreement; otherwise what is wrong
  /// with it.
  static Decision read(
      AgreementId agreement,
      Parsed<SchedulePolicy> document,
      Function<SchedulePolicy, Decision> decide) {
    return switch (document) {
      case Parsed.Invalid<SchedulePolicy>(var faults) ->
          Decision.reject(
              "invalid-policy",
              faults.stream().map(Object::toString).collect(Collectors.joining("\n")));
      case Parsed.Valid<SchedulePolicy>(var policy) -> {
        List<AgreementId> named = AgreementId.of(policy);
        yield named.contains(agreement)
            ? decide.apply(policy)
            : Decision.reject(
                "other-agreement",
                "Expected a document of %s but it is of %s".formatted(agreement, listed(named)));
      }
    };
  }

  static Decision decide(TakeBackProposal command, Map<String, Version> versions) {
    return Version.whileOpen(
        versions.get(command.digest()),
        command.digest(),
        version ->
            version.ofAuthor(
                command.by(),
                new ProposalTakenBack(
                    command.agreement(), command.digest(), command.by(), command.at())));
  }

  /// What the document says; one of `versions` isn't read again.
  static Parsed<SchedulePolicy> parse(String document, Map<String, Version> versions) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    Version known = versions.get(Document.of(bytes).digest());
    return known == null
        ? SchedulePolicyParser.parse("policy", bytes)
        : new Parsed.Valid<>(known.policy());
  }

  private static Decision propose(
      ProposePolicy command, SchedulePolicy policy, Map<String, Version> versions) {
    String digest = policy.document().digest();
    Version known = versions.get(digest);
    if (known != null && !PROPOSABLE.contains(known.status())) {
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
