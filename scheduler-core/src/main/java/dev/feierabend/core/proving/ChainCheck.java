package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CorruptJournal;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.Owner;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Follows the chain commit by commit: every digest, hash and link, times that never go back,
/// aggregates without holes.
final class ChainCheck {
  private final Map<Owner, Head> owners = new HashMap<>();
  private final Map<String, Long> sequences = new HashMap<>();
  private Head head = Head.GENESIS;
  private Instant time = Instant.MIN;
  private long events;

  /// What is wrong with `commit` as the next one; empty where nothing is.
  Optional<Flaw> next(Commit commit) {
    return commit.flaw().or(() -> misplaced(commit)).or(() -> holes(commit)).or(() -> take(commit));
  }

  private Optional<Flaw> misplaced(Commit commit) {
    var header = commit.header();
    if (header.number() != head.number() + 1) {
      return Optional.of(Flaw.of(Kind.OTHER_NUMBER, header.number()));
    }
    if (!header.previous().equals(head.hash())) {
      return Optional.of(Flaw.of(Kind.OTHER_PREDECESSOR));
    }
    if (!header.ownerPrevious().equals(owners.getOrDefault(header.owner(), Head.GENESIS))) {
      return Optional.of(Flaw.of(Kind.OTHER_OWN_PREDECESSOR, header.owner()));
    }
    if (header.time().isBefore(time)) {
      return Optional.of(Flaw.of(Kind.EARLIER_THAN_PREDECESSOR));
    }
    return Optional.empty();
  }

  private Optional<Flaw> holes(Commit commit) {
    try {
      for (var event : commit.events()) {
        long expected = sequences.merge(event.aggregate(), 1L, Long::sum) - 1;
        if (event.sequence() != expected) {
          return Optional.of(Flaw.of(Kind.HOLE, event.sequence(), event.aggregate(), expected));
        }
        events++;
      }
      return Optional.empty();
    } catch (CorruptJournal e) {
      return Optional.of(Flaw.of(Kind.NO_EVENTS));
    }
  }

  private Optional<Flaw> take(Commit commit) {
    head = commit.head();
    time = commit.header().time();
    owners.put(commit.header().owner(), head);
    return Optional.empty();
  }

  Head head() {
    return head;
  }

  Verification intact() {
    return new Verification.Intact(head.number(), events, head.hash());
  }
}
