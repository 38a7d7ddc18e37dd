package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.DiscardDraft;
import dev.feierabend.core.agreeing.AgreementCommand.DraftPolicy;
import dev.feierabend.core.agreeing.AgreementEvent.DraftDiscarded;
import dev.feierabend.core.agreeing.AgreementEvent.PolicyDrafted;
import dev.feierabend.core.kernel.Decision;
import java.util.Map;

/// What may be drafted: a document that could be proposed and is new to the agreement; and who may
/// discard a draft: whoever wrote it.
final class Drafting {
  private Drafting() {}

  static Decision decide(DraftPolicy command, Map<String, Version> versions) {
    return Proposal.read(
        command.agreement(),
        Proposal.parse(command.document(), versions),
        policy -> {
          String digest = policy.document().digest();
          Version known = versions.get(digest);
          return known == null
              ? Decision.of(
                  new PolicyDrafted(
                      command.agreement(), digest, command.document(), command.by(), command.at()))
              : Decision.reject(
                  "already-known",
                  "Expected a new document but this one is %s already".formatted(known.status()));
        });
  }

  static Decision decide(DiscardDraft command, Map<String, Version> versions) {
    Version version = versions.get(command.digest());
    if (version == null) {
      return Version.unknown(command.digest());
    }
    if (version.status() != Version.Status.DRAFT) {
      return Decision.reject("not-draft", "Expected a draft but it is " + version.status());
    }
    return version.ofAuthor(
        command.by(),
        new DraftDiscarded(command.agreement(), command.digest(), command.by(), command.at()));
  }
}
