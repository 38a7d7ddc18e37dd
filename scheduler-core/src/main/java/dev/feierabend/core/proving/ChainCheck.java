package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CorruptJournal;
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
  Optional<String> next(Commit commit) {
    return commit
        .fault()
        .or(() -> misplaced(commit))
        .or(() -> holes(commit))
        .or(() -> take(commit));
  }

  private Optional<String> misplaced(Commit commit) {
    var header = commit.header();
    if (header.number() != head.number() + 1) {
      return Optional.of("it says of itself that it is number " + header.number());
    }
    if (!header.previous().equals(head.hash())) {
      return Optional.of("it does not follow the commit before it");
    }
    if (!header.ownerPrevious().equals(owners.getOrDefault(header.owner(), Head.GENESIS))) {
      return Optional.of("it does not follow the commit before it of " + header.owner());
    }
    if (header.time().isBefore(time)) {
      return Optional.of("its time lies before that of the commit before it");
    }
    return Optional.empty();
  }

  private Optional<String> holes(Commit commit) {
    try {
      for (var event : commit.events()) {
        long expected = sequences.merge(event.aggregate(), 1L, Long::sum) - 1;
        if (event.sequence() != expected) {
          return Optional.of(
              "it holds event %d of %s where %d is due"
                  .formatted(event.sequence(), event.aggregate(), expected));
        }
        events++;
      }
      return Optional.empty();
    } catch (CorruptJournal e) {
      return Optional.of("its body is no list of events");
    }
  }

  private Optional<String> take(Commit commit) {
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
