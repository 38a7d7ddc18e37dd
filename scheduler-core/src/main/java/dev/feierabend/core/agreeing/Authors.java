package dev.feierabend.core.agreeing;

import dev.feierabend.policies.terms.ActorId;
import java.util.Optional;

/// Whose words a document is; none of them approves it.
///
/// @param author who proposed it last, or wrote it while it is a draft
/// @param drafter who wrote it where it was a draft first
public record Authors(ActorId author, Optional<ActorId> drafter) {
  static Authors proposing(ActorId author) {
    return new Authors(author, Optional.empty());
  }

  static Authors drafting(ActorId drafter) {
    return new Authors(drafter, Optional.of(drafter));
  }

  /// After `by` proposed it: who wrote the draft stays known.
  Authors proposedBy(ActorId by) {
    return new Authors(by, drafter);
  }

  public boolean include(ActorId actor) {
    return author.equals(actor) || drafter.filter(actor::equals).isPresent();
  }
}
