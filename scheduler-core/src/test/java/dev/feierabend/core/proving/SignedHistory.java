package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.PoolRegistered;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import dev.feierabend.core.proving.ProvingEvent.KeyRotated;
import dev.feierabend.core.proving.Verification.Broken;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A small history of three towns, signed twice and gone on from there; and what of a changed one
/// its checkpoints give away.
final class SignedHistory {
  private static final int POOLS = 6;

  private SignedHistory() {}

  /// Recorded in `directory`: 22 commits, of which 7 and 8, 15 and 16 fix the heads and sign.
  static List<Commit> in(Path directory, int hosts) {
    try (var notary = Notary.in(directory)) {
      round(notary, 0, hosts);
      notary.checkpoints().sign(Notary.NOW);
      round(notary, 1, hosts);
      notary.checkpoints().sign(Notary.NOW);
      round(notary, 2, hosts);
      try (var commits = notary.log().from(1)) {
        return commits.toList();
      }
    }
  }

  /// Eight commits, of which the last two fix the heads and sign.
  static List<Commit> small(Path directory) {
    try (var notary = Notary.in(directory)) {
      round(notary, 0, 3);
      notary.checkpoints().sign(Notary.NOW);
      try (var commits = notary.log().from(1)) {
        return commits.toList();
      }
    }
  }

  private static void round(Notary notary, long sequence, int hosts) {
    for (int pool = 0; pool < POOLS; pool++) {
      var town = Owner.of(new TenantId("town-" + pool % 3));
      notary.store(new PoolRegistered(town, new PoolId("pool-" + pool), hosts), sequence);
    }
  }

  /// Where a forgery without new signatures gives itself away: the first list of heads, or
  /// signature, of something that isn't so any more, or a signature for the second time.
  static Optional<Broken> firstLie(List<Commit> history, Forgery forgery) {
    Set<ProvingEvent> seen = new HashSet<>();
    for (int at = 0; at < forgery.commits().size(); at++) {
      for (var event : CheckpointReader.events(forgery.commits().get(at))) {
        boolean lies =
            switch (event) {
              case HeadsFixed(var upTo, _) -> !isSo(history, forgery, upTo);
              case CheckpointSigned signed ->
                  !isSo(history, forgery, signed.head()) || !seen.add(signed);
              case KeyRotated _, ProvingEvent.OfCheckpoint _, ProvingEvent.PeriodArchived _ ->
                  false;
            };
        if (lies) {
          return Optional.of(new Broken(at + 1L, Flaw.of(kind(event))));
        }
      }
    }
    return Optional.empty();
  }

  private static Kind kind(ProvingEvent event) {
    return event instanceof HeadsFixed ? Kind.OTHER_HEADS : Kind.CHECKPOINT_OF_ANOTHER_HISTORY;
  }

  /// The number of the first commit that signs something that isn't so any more.
  static Optional<Long> firstFalseCheckpoint(List<Commit> history, Forgery forgery) {
    for (int at = 0; at < forgery.commits().size(); at++) {
      for (var event : CheckpointReader.events(forgery.commits().get(at))) {
        if (event instanceof CheckpointSigned(var head, _, _) && !isSo(history, forgery, head)) {
          return Optional.of(at + 1L);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isSo(List<Commit> history, Forgery forgery, Head head) {
    return head.number() < forgery.from()
        && history.get((int) head.number() - 1).head().equals(head);
  }

  /// Whether right behind every list of heads stands its signature, and nowhere else one.
  static boolean isWellFormed(Forgery forgery) {
    boolean due = false;
    for (var commit : forgery.commits()) {
      var events = CheckpointReader.events(commit);
      if (events.stream().anyMatch(CheckpointSigned.class::isInstance) != due) {
        return false;
      }
      due = events.stream().anyMatch(HeadsFixed.class::isInstance);
    }
    return !due;
  }
}
