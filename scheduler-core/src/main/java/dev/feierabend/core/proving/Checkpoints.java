package dev.feierabend.core.proving;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.proving.ProvingCommand.FixHeads;
import dev.feierabend.core.proving.ProvingCommand.RecordCheckpoint;
import dev.feierabend.core.proving.ProvingCommand.RotateKey;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.VerifierKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/// Signs the history as it stands, from time to time: first every owner's last commit is fixed in
/// it, then the tree that holds that commit too is signed.
///
/// The first time all of the history is read, later only what came since.
public final class Checkpoints {
  private static final String HEADS = HeadsFixed.class.getSimpleName();

  /// How often the heads are fixed anew because somebody was faster.
  private static final int ATTEMPTS = 3;

  private final CommitLog log;
  private final Dispatch dispatch;
  private final CheckpointSigner signer;
  private final Optional<KeyName> origin;
  private final Standing standing = new Standing();
  private Optional<SignedNote> last = Optional.empty();

  /// @param origin the log's name; empty for one that follows from the journal's first commit
  public Checkpoints(
      CommitLog log, Dispatch dispatch, CheckpointSigner signer, Optional<KeyName> origin) {
    this.log = log;
    this.dispatch = dispatch;
    this.signer = signer;
    this.origin = origin;
  }

  /// Nothing is recorded, and nothing signed, where nothing but a checkpoint happened.
  public synchronized Decision sign(Instant at) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      readOn(_ -> false);
      var upTo = standing.head();
      var fixed = dispatch.send(new FixHeads(new HeadsFixed(upTo, standing.heads())));
      if (!records(fixed)) {
        return fixed;
      }
      readOn(Checkpoints::fixesHeads);
      if (standing.head().number() == upTo.number() + 1) {
        break;
      }
    }
    var tree = standing.tree(origin());
    return record(signer.named(tree.origin()).sign(tree.toString()), at);
  }

  private Decision record(SignedNote note, Instant at) {
    var seal = new Seal.Note(note.toString());
    var signed = new CheckpointSigned(standing.head(), seal, at);
    var decision = dispatch.send(new RecordCheckpoint(signed));
    if (records(decision)) {
      last = Optional.of(note);
    }
    return decision;
  }

  /// Lets `before`, the key that signed until now, hand over to this one; nothing is recorded where
  /// this one signs already, or nothing has been signed.
  public synchronized Decision rotate(CheckpointSigner before, Instant at) {
    readOn(_ -> false);
    if (standing.head().equals(Head.GENESIS)) {
      return Decision.nothing();
    }
    return dispatch.send(
        new RotateKey(Rotation.of(before.named(origin()), signer.verifier(origin()), at)));
  }

  /// By what this log's notes are verified; empty before the first commit, which names the log.
  public synchronized Optional<VerifierKey> verifier() {
    return origin
        .or(() -> log.head().equals(Head.GENESIS) ? Optional.empty() : named())
        .map(signer::verifier);
  }

  private Optional<KeyName> named() {
    if (standing.first().equals(Head.GENESIS)) {
      readOn(commit -> commit.number() == 1);
    }
    return Optional.of(origin());
  }

  /// The newest checkpoint that was signed here.
  public synchronized Optional<SignedNote> last() {
    return last;
  }

  private KeyName origin() {
    return origin.orElseGet(() -> Origin.of(standing.first()));
  }

  private void readOn(Predicate<Commit> last) {
    try (var commits = log.from(standing.head().number() + 1)) {
      var all = commits.iterator();
      while (all.hasNext()) {
        var commit = all.next();
        standing.take(commit);
        if (last.test(commit)) {
          return;
        }
      }
    }
  }

  private static boolean fixesHeads(Commit commit) {
    return commit.events().stream().anyMatch(event -> event.type().equals(HEADS));
  }

  private static boolean records(Decision decision) {
    return decision instanceof Decision.Accepted(var events) && !events.isEmpty();
  }
}
