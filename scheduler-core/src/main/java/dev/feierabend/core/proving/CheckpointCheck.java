package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import dev.feierabend.core.proving.ProvingEvent.KeyRotated;
import dev.feierabend.core.proving.ProvingEvent.OfCheckpoint;
import dev.feierabend.core.proving.ProvingEvent.PeriodArchived;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.tree.MerkleHash;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;

/// Whether the checkpoints in the history were signed with a key, and sign the history they stand
/// in: the recomputed tree, with every owner's last commit. Asked about each commit in order.
final class CheckpointCheck {
  private final Trust trust;
  private final LongFunction<Optional<Commit>> commits;
  private final Standing standing = new Standing();
  private final Map<Head, MerkleHash> signable = new HashMap<>();
  private Optional<KeyName> origin = Optional.empty();
  private final ArchiveCheck archived = new ArchiveCheck();
  private long signed;

  /// @param key the first that signed; without one, whoever signed is taken for the right one
  /// @param commits earlier commits by number
  CheckpointCheck(Optional<PublicKey> key, LongFunction<Optional<Commit>> commits) {
    this.trust = new Trust(key);
    this.commits = commits;
  }

  Optional<Flaw> flaw(Commit commit) {
    Optional<Flaw> flaw;
    archived.take(commit);
    try {
      var events = CheckpointReader.events(commit);
      if (events.isEmpty()) {
        standing.take(commit);
        return Optional.empty();
      }
      flaw = events.stream().flatMap(event -> kind(event).stream()).findFirst().map(Flaw::of);
      standing.take(commit);
      if (events.stream().anyMatch(HeadsFixed.class::isInstance)) {
        signable.put(standing.head(), standing.root());
      }
    } catch (RuntimeException e) {
      // Whatever can be wrong with a payload: no JSON of ours, no note, no key.
      flaw = Optional.of(Flaw.of(Kind.CHECKPOINT_UNREADABLE));
    }
    return flaw;
  }

  private Optional<Kind> kind(ProvingEvent event) {
    return switch (event) {
      case HeadsFixed(var upTo, var heads) -> unless(heads(upTo, heads), Kind.OTHER_HEADS);
      case KeyRotated rotation -> unless(trust.handedOver(rotation), Kind.KEY_CHANGE_UNSIGNED);
      case CheckpointSigned checkpoint -> kind(checkpoint);
      case OfCheckpoint _ -> Optional.empty();
      case PeriodArchived period ->
          unless(archived.follows(period, signed), Kind.ARCHIVE_MISPLACED);
    };
  }

  private Optional<Kind> kind(CheckpointSigned checkpoint) {
    if (!trust.signed(checkpoint.seal(), checkpoint.head())) {
      return Optional.of(Kind.CHECKPOINT_OF_ANOTHER_KEY);
    }
    if (!stands(checkpoint.head(), checkpoint.seal())) {
      return Optional.of(Kind.CHECKPOINT_OF_ANOTHER_HISTORY);
    }
    signed = checkpoint.head().number();
    return Optional.empty();
  }

  /// How many commits the newest checkpoint signs, of those that were asked about.
  long signed() {
    return signed;
  }

  /// Which events are in archives, of the commits that were asked about.
  ArchiveCheck archived() {
    return archived;
  }

  private static Optional<Kind> unless(boolean right, Kind kind) {
    return right ? Optional.empty() : Optional.of(kind);
  }

  private boolean stands(Head head, Seal seal) {
    return switch (seal) {
      case Seal.Lines _ ->
          head.equals(Head.GENESIS) || (head.number() <= standing.head().number() && is(head));
      case Seal.Note note -> {
        var tree = Checkpoint.tree(note);
        boolean same = origin.map(tree.origin()::equals).orElse(true);
        origin = Optional.of(tree.origin());
        yield same
            && tree.size() == head.number()
            && Optional.ofNullable(signable.remove(head)).filter(tree.root()::equals).isPresent();
      }
    };
  }

  private boolean is(Head head) {
    return commits.apply(head.number()).filter(found -> found.head().equals(head)).isPresent();
  }

  /// Mostly the heads were fixed right behind `upTo`; otherwise the commits between are taken back.
  private boolean heads(Head upTo, List<Head> heads) {
    long last = standing.head().number();
    if (upTo.number() < 1 || upTo.number() > last) {
      return false;
    }
    Map<Owner, Head> owners = standing.owners();
    for (long number = last; number > upTo.number(); number--) {
      var header = commits.apply(number).orElseThrow().header();
      owners.put(header.owner(), header.ownerPrevious());
    }
    owners.values().removeIf(Head.GENESIS::equals);
    return is(upTo) && Standing.sorted(owners.values()).equals(heads);
  }
}
