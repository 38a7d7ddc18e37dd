package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Owner;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The end of the chain, and what the next link looks like.
///
/// @param time of the last commit
record CommitChain(Head head, Instant time) {
  static final CommitChain EMPTY = new CommitChain(Head.GENESIS, Instant.EPOCH);

  static CommitChain after(Commit last) {
    return new CommitChain(last.head(), last.header().time());
  }

  /// The next commit; its time is `clock`'s, or the last commit's where that clock went back.
  Commit next(InstantSource clock, Owner owner, Head ownerPrevious, List<StoredEvent> events) {
    if (events.isEmpty()) {
      throw new IllegalArgumentException("Expected events to commit but there are none");
    }
    return next(clock, owner, ownerPrevious, Commit.body(events));
  }

  Commit next(InstantSource clock, Owner owner, Head ownerPrevious, String body) {
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return Commit.seal(
        new CommitHeader(
            head.number() + 1,
            now.isBefore(time) ? time : now,
            owner,
            ownerPrevious,
            head.hash(),
            Hashes.sha256(body)),
        body);
  }
}
