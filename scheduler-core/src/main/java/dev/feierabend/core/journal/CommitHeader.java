package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.time.Instant;

/// What is hashed of a commit. `ownerPrevious` is the same owner's commit before, `previous` the
/// hash of the commit before, `body` the SHA-256 (hex) of the body's bytes: one owner's commits can
/// be shown, and proved, without the others' bodies.
public record CommitHeader(
    long number, Instant time, Owner owner, Head ownerPrevious, String previous, String body) {

  /// The RFC 8785 form.
  String canonical() {
    return HeaderText.write(this);
  }
}
