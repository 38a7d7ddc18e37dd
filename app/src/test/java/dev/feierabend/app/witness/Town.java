package dev.feierabend.app.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.proving.CheckpointSigner;
import dev.feierabend.core.proving.Checkpoints;
import dev.feierabend.core.proving.TileFolder;
import dev.feierabend.core.proving.Vouched;
import dev.feierabend.core.proving.Vouching;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.SignedNote;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.notes.VerifierKey;
import dev.feierabend.core.proving.tree.MerkleHash;
import dev.feierabend.core.proving.witness.Submission;
import dev.feierabend.policies.terms.ActorId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A scheduler's journal that is signed and published, and whose word others are asked for.
public record Town(
    Journal journal, Checkpoints checkpoints, TileFolder tiles, Vouched vouched, Memory memory)
    implements AutoCloseable {
  public static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  public static final KeyName ORIGIN = new KeyName("example.com/log");
  public static final CheckpointSigner SIGNER =
      CheckpointSigner.ofSeed(
          "the-key-with-thirty-two-bytes-at-least".substring(0, 32).getBytes(UTF_8));

  public static Town in(Path folder) {
    var vouched = new Vouched();
    var memory = Memory.empty();
    var handlers = new ArrayList<>(memory.handlers());
    handlers.add(vouched);
    var log = EmbeddedCommitLog.open(folder, () -> NOW);
    var journal = Slices.journal(log, () -> NOW, handlers);
    var checkpoints = new Checkpoints(log, journal, SIGNER, Optional.of(ORIGIN));
    return new Town(journal, checkpoints, new TileFolder(folder.resolve("tlog")), vouched, memory);
  }

  public static VerifierKey key() {
    return SIGNER.verifier(ORIGIN);
  }

  public boolean frozen() {
    return memory.exceptions().frozen().contains(Owner.OPERATOR);
  }

  /// Something happens, told by `because`, and is signed and published.
  public Town happens(String because) {
    var owner = Owner.of(new TenantId("bergstadt"));
    var actor = new ActorId("actor-17");
    journal.send(new DeclareFreeze(owner, actor, because, NOW));
    journal.send(new LiftFreeze(owner, actor, NOW));
    checkpoints.sign(NOW);
    checkpoints.last().ifPresent(note -> tiles.publish(journal.log(), note));
    return this;
  }

  public Town asks(Vouching.Asked asked) {
    new Vouching(asked, vouched, journal, tiles).look(NOW);
    return this;
  }

  public SignedNote checkpoint() {
    return tiles.checkpoint().orElseThrow();
  }

  TreeHead head() {
    return TreeHead.parse(checkpoint().text());
  }

  Submission submission(long old) {
    List<MerkleHash> proof =
        old == 0 ? List.of() : tiles.tree(tiles.size()).consistency(old).path();
    return new Submission(old, proof, checkpoint());
  }

  /// The types of the events that were recorded last, in order.
  public List<String> last(int commits) {
    try (var all = journal.log().from(journal.log().head().number() - commits + 1)) {
      return all.flatMap(commit -> commit.events().stream()).map(event -> event.type()).toList();
    }
  }

  @Override
  public void close() {
    journal.close();
  }
}
