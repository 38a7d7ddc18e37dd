package dev.feierabend.core.agreeing;

import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.policies.language.SchedulePolicy;
import dev.feierabend.policies.terms.ActorId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One document of an agreement.
///
/// @param begins when an approved one comes into force; empty once it is, or is no longer to
record Version(
    SchedulePolicy policy,
    Authors authors,
    Status status,
    Optional<Instant> begins,
    boolean reminded) {
  enum Status {
    DRAFT,
    PROPOSED,
    /// Approved, and its beginning lies ahead.
    APPROVED,
    REJECTED,
    ACTIVE,
    ENDED
  }

  static Version drafted(SchedulePolicy policy, ActorId by) {
    return new Version(policy, Authors.drafting(by), Status.DRAFT, Optional.empty(), false);
  }

  static Version proposed(SchedulePolicy policy, Authors authors) {
    return new Version(policy, authors, Status.PROPOSED, Optional.empty(), false);
  }

  Version approved(Instant at) {
    return new Version(policy, authors, Status.APPROVED, Dates.begin(policy, at), reminded);
  }

  Version in(Status next) {
    return new Version(policy, authors, next, Optional.empty(), reminded);
  }

  Version withReminder() {
    return new Version(policy, authors, status, begins, true);
  }

  /// `event` if `by` is the author.
  Decision ofAuthor(ActorId by, JournalEvent event) {
    return authors.author().equals(by)
        ? Decision.of(event)
        : Decision.reject(
            "not-author", "Expected the author, %s, but found %s".formatted(authors.author(), by));
  }

  /// What `decide` says of the version if it still waits for a decision; otherwise why nothing can
  /// be decided on it.
  static Decision whileOpen(
      @Nullable Version version, String digest, Function<Version, Decision> decide) {
    if (version == null) {
      return unknown(digest);
    }
    return switch (version.status) {
      case PROPOSED -> decide.apply(version);
      case DRAFT ->
          Decision.reject(
              "still-draft", "Expected a proposal but it is a draft, which nobody decides on");
      case APPROVED, REJECTED, ACTIVE, ENDED ->
          Decision.reject(
              "already-decided",
              "Expected a proposal that is still open but it is " + version.status);
    };
  }

  static Decision unknown(String digest) {
    return Decision.reject(
        "unknown-document",
        "Expected the digest of a proposed document but found \"%s\"".formatted(digest));
  }
}
