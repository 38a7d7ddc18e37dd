package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
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
  private final Sequences sequences;
  private Head head = Head.GENESIS;
  private Instant time = Instant.MIN;
  private long events;

  ChainCheck(Sequences sequences) {
    this.sequences = sequences;
  }

  /// What is wrong with `examined` as the next one; empty where nothing is.
  Optional<Flaw> next(Examined.Present examined) {
    var commit = examined.commit();
    return examined
        .flaw()
        .or(() -> misplaced(commit))
        .or(() -> holes(examined))
        .or(() -> take(commit));
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

  private Optional<Flaw> holes(Examined.Present examined) {
    var places = examined.places();
    if (places.isEmpty()) {
      return Optional.of(Flaw.of(Kind.NO_EVENTS));
    }
    events += places.orElseThrow().size();
    return sequences
        .in(examined.commit().number(), places.orElseThrow())
        .map(hole ->
            Flaw.of(Kind.HOLE, hole.found().sequence(), hole.found().aggregate(), hole.due()));
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

  /// @param signed how far
  /// @param archived how many without their events
  Verification intact(long signed, long archived) {
    return new Verification.Intact(head.number(), events, head.hash(), signed, archived);
  }
}
