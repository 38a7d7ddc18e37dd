package dev.feierabend.core.agreeing;

import dev.feierabend.core.agreeing.AgreementCommand.ApprovePolicy;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.language.SchedulePolicy;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What an approval needs: somebody other than the author, and a document that is not over.
final class Approval {
  private Approval() {}

  static Optional<Decision> refusal(ApprovePolicy command, @Nullable Version version) {
    if (version == null) {
      return Optional.empty();
    }
    if (command.by().equals(version.author())) {
      return Optional.of(
          Decision.reject(
              "own-policy",
              "Expected an approver other than the author, but both are " + command.by()));
    }
    return over(version, command.at())
        ? Optional.of(
            Decision.reject(
                "expired", "Expected a policy that is still valid but its validity has ended"))
        : Optional.empty();
  }

  /// True once the document's last valid day has ended where it applies.
  static boolean over(Version version, Instant at) {
    return switch (Proposal.parse(version.document())) {
      case Parsed.Invalid<SchedulePolicy> _ -> true;
      case Parsed.Valid<SchedulePolicy>(var policy) -> over(policy, at);
    };
  }

  static boolean over(SchedulePolicy policy, Instant at) {
    return policy
        .validity()
        .to()
        .map(last -> !last.plusDays(1).atStartOfDay(policy.zone()).toInstant().isAfter(at))
        .orElse(false);
  }
}
