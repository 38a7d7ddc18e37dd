package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.policies.terms.ActorId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One proposed document of an agreement.
record Version(String document, ActorId author, Status status) {
  enum Status {
    PROPOSED,
    APPROVED,
    REJECTED,
    ACTIVE,
    ENDED
  }

  Version in(Status next) {
    return new Version(document, author, next);
  }

  /// Why this version can't be decided on; empty if it can.
  static Optional<Decision> open(@Nullable Version version, String digest) {
    if (version == null) {
      return Optional.of(
          Decision.reject(
              "unknown-document",
              "Expected the digest of a proposed document but found \"%s\"".formatted(digest)));
    }
    return version.status == Status.PROPOSED
        ? Optional.empty()
        : Optional.of(
            Decision.reject(
                "already-decided",
                "Expected a proposal that is still open but it is " + version.status));
  }
}
