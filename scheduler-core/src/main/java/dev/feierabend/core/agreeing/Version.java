package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.ActorId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One proposed document of an agreement.
record Version(SchedulePolicy policy, ActorId author, Status status, boolean reminded) {
  enum Status {
    PROPOSED,
    /// Approved, and its first day lies ahead.
    APPROVED,
    REJECTED,
    ACTIVE,
    ENDED
  }

  Version in(Status next) {
    return new Version(policy, author, next, reminded);
  }

  Version withReminder() {
    return new Version(policy, author, status, true);
  }

  /// What `decide` says of the version if it still waits for a decision; otherwise why nothing can
  /// be decided on it.
  static Decision whileOpen(
      @Nullable Version version, String digest, Function<Version, Decision> decide) {
    if (version == null) {
      return unknown(digest);
    }
    return version.status == Status.PROPOSED
        ? decide.apply(version)
        : Decision.reject(
            "already-decided",
            "Expected a proposal that is still open but it is " + version.status);
  }

  static Decision unknown(String digest) {
    return Decision.reject(
        "unknown-document",
        "Expected the digest of a proposed document but found \"%s\"".formatted(digest));
  }
}
