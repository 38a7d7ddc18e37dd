package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.proving.ProvingCommand.FixHeads;
import dev.feierabend.core.proving.ProvingCommand.RecordCheckpoint;
import dev.feierabend.core.proving.ProvingCommand.RotateKey;
import dev.feierabend.core.proving.ProvingEvent.CheckpointSigned;
import dev.feierabend.core.proving.ProvingEvent.HeadsFixed;
import dev.feierabend.core.proving.Verification.Broken;
import dev.feierabend.core.proving.Verification.Intact;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.core.proving.notes.TreeHead;
import dev.feierabend.core.proving.tree.MerkleHash;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  @TempDir Path directory;
  private Notary notary;

  @BeforeEach
  void open() {
    notary = Notary.in(directory);
    notary.happen(4);
  }

  private Verification verified(CheckpointSigner signer) {
    notary.close();
    return JournalVerifier.verify(directory, signer.publicKey());
  }

  private static Broken broken(long commit, Kind kind) {
    return new Broken(commit, Flaw.of(kind));
  }

  @Test
  void aSignedHistoryVerifiesWithItsKeyAndWithNoOther() {
    assertThat(notary.checkpoints().sign(Notary.NOW)).isInstanceOf(Decision.Accepted.class);
    assertThat(verified(Notary.SIGNER)).isInstanceOf(Intact.class);
    assertThat(JournalVerifier.verify(directory, Notary.OTHER.publicKey()))
        .isEqualTo(broken(6, Kind.CHECKPOINT_OF_ANOTHER_KEY));
    assertThat(JournalVerifier.verify(directory)).isInstanceOf(Intact.class);
  }

  @Test
  void everyOwnersLastCommitIsFixedAndTheTreeSignedThatHoldsTheList() {
    var checkpoints = notary.checkpoints();
    checkpoints.sign(Notary.NOW);
    try (var commits = notary.log().from(1)) {
      var all = commits.toList();
      var heads = (HeadsFixed) CheckpointReader.events(all.get(4)).getFirst();
      assertThat(heads.upTo()).isEqualTo(all.get(3).head());
      assertThat(heads.heads())
          .containsExactly(all.get(1).head(), all.get(2).head(), all.get(3).head());
      var signed = (CheckpointSigned) CheckpointReader.events(all.get(5)).getFirst();
      assertThat(signed.head()).isEqualTo(all.get(4).head());
    }
    var note = checkpoints.last().orElseThrow();
    assertThat(TreeHead.parse(note.text()).size()).isEqualTo(5);
    assertThat(note.holds(checkpoints.verifier().orElseThrow())).isTrue();
  }

  @Test
  void nothingIsSignedTwice() {
    var checkpoints = notary.checkpoints();
    checkpoints.sign(Notary.NOW);
    assertThat(checkpoints.sign(Notary.NOW)).isEqualTo(Decision.nothing());
    assertThat(notary.checkpoints().sign(Notary.NOW)).isEqualTo(Decision.nothing());
    assertThat(notary.log().head().number()).isEqualTo(6);
    notary.happen(1);
    checkpoints.sign(Notary.NOW);
    assertThat(notary.log().head().number()).isEqualTo(9);
    assertThat(verified(Notary.SIGNER)).isInstanceOf(Intact.class);
  }

  @Test
  void anEmptyHistoryIsNotSigned(@TempDir Path empty) {
    try (var nobody = Notary.in(empty)) {
      assertThat(nobody.checkpoints().sign(Notary.NOW)).isEqualTo(Decision.nothing());
      assertThat(
              new Checkpoints(nobody.log(), nobody.journal(), Notary.SIGNER, Optional.empty())
                  .verifier())
          .isEmpty();
    }
  }

  @Test
  void headsAreFixedAnewWhereSomebodyWasFasterAndAfterThreeTimesAsTheyWere() {
    Dispatch busy =
        command -> {
          if (command instanceof FixHeads) {
            notary.happen(1);
          }
          return notary.journal().send(command);
        };
    notary.checkpoints(Notary.SIGNER, busy).sign(Notary.NOW);
    assertThat(notary.log().head().number()).isEqualTo(4 + 3 * 2 + 1);
    assertThat(verified(Notary.SIGNER)).isInstanceOf(Intact.class);
  }

  @Test
  void otherHeadsAreFound() {
    try (var commits = notary.log().from(1)) {
      var all = commits.map(commit -> commit.head()).toList();
      notary.journal().send(new FixHeads(new HeadsFixed(all.get(3), all.subList(0, 3))));
    }
    assertThat(verified(Notary.SIGNER)).isEqualTo(broken(5, Kind.OTHER_HEADS));
  }

  @Test
  void headsAsOfACommitThatNeverWasAreFound() {
    notary.journal().send(new FixHeads(new HeadsFixed(new Head(4, "0".repeat(64)), List.of())));
    assertThat(verified(Notary.SIGNER)).isEqualTo(broken(5, Kind.OTHER_HEADS));
  }

  @Test
  void aTreeOfAnotherHistoryIsFound() {
    notary.checkpoints().sign(Notary.NOW);
    notary.happen(1);
    var forged = TreeHead.of(Notary.ORIGIN, 7, MerkleHash.EMPTY);
    notary.journal().send(new RecordCheckpoint(signed(notary.log().head(), forged)));
    assertThat(verified(Notary.SIGNER)).isEqualTo(broken(8, Kind.CHECKPOINT_OF_ANOTHER_HISTORY));
  }

  private static CheckpointSigned signed(Head head, TreeHead tree) {
    var note = Notary.SIGNER.named(tree.origin()).sign(tree.toString());
    return new CheckpointSigned(head, new Seal.Note(note.toString()), Notary.NOW);
  }

  @Test
  void aJournalKeepsItsOrigin() {
    notary.checkpoints().sign(Notary.NOW);
    var other = TreeHead.of(new KeyName("example.com/other"), 7, MerkleHash.EMPTY);
    var decision = notary.journal().send(new RecordCheckpoint(signed(new Head(7, "hash"), other)));
    assertThat(decision)
        .isInstanceOfSatisfying(
            Decision.Rejected.class,
            no -> assertThat(no.refusal().code()).isEqualTo("CHECKPOINT_OF_ANOTHER_ORIGIN"));
  }

  @Test
  void withoutANameTheOriginIsTheFirstCommits() {
    var checkpoints =
        new Checkpoints(notary.log(), notary.journal(), Notary.SIGNER, Optional.empty());
    var before = checkpoints.verifier();
    checkpoints.sign(Notary.NOW);
    assertThat(checkpoints.verifier()).isEqualTo(before);
    assertThat(before.orElseThrow().name().value()).matches("feierabend.dev/journal/[0-9a-f]{16}");
  }

  @Test
  void anotherKeySignsOnceTheOldOneHasHandedOver() {
    notary.checkpoints().sign(Notary.NOW);
    notary.happen(1);
    var next = notary.checkpoints(Notary.OTHER, notary.journal());
    assertThat(next.sign(Notary.NOW)).isInstanceOf(Decision.Rejected.class);
    assertThat(next.rotate(Notary.SIGNER, Notary.NOW)).isInstanceOf(Decision.Accepted.class);
    assertThat(next.rotate(Notary.SIGNER, Notary.NOW)).isEqualTo(Decision.nothing());
    assertThat(next.sign(Notary.NOW)).isInstanceOf(Decision.Accepted.class);
    assertThat(verified(Notary.SIGNER)).isInstanceOf(Intact.class);
    assertThat(JournalVerifier.verify(directory, Notary.OTHER.publicKey()))
        .isEqualTo(broken(6, Kind.CHECKPOINT_OF_ANOTHER_KEY));
  }

  @Test
  void aKeyThatDoesNotSignCannotHandOver() {
    notary.checkpoints().sign(Notary.NOW);
    var stranger = Notary.signer("some");
    var next = notary.checkpoints(Notary.OTHER, notary.journal());
    assertThat(next.rotate(stranger, Notary.NOW)).isInstanceOf(Decision.Rejected.class);
    var rotation =
        Rotation.of(
            stranger.named(Notary.ORIGIN), Notary.OTHER.verifier(Notary.ORIGIN), Notary.NOW);
    notary.store(rotation, 2);
    assertThat(verified(Notary.SIGNER)).isEqualTo(broken(7, Kind.KEY_CHANGE_UNSIGNED));
  }

  @Test
  void aHandoverWithoutItsSignatureIsRefused() {
    var mine =
        Rotation.of(
            Notary.SIGNER.named(Notary.ORIGIN), Notary.OTHER.verifier(Notary.ORIGIN), Notary.NOW);
    var forged =
        new ProvingEvent.KeyRotated(
            mine.oldKey(),
            Notary.signer("some").verifier(Notary.ORIGIN).toString(),
            mine.note(),
            mine.at());
    assertThat(notary.journal().send(new RotateKey(forged))).isInstanceOf(Decision.Rejected.class);
  }

  @Test
  void checkpointsOfTheFirstRevisionVerifyAsEver() throws GeneralSecurityException {
    var head = notary.log().head();
    notary.storeFirstRevision(firstRevision(head));
    assertThat(verified(Notary.SIGNER)).isInstanceOf(Intact.class);
    assertThat(JournalVerifier.verify(directory, Notary.OTHER.publicKey()))
        .isEqualTo(broken(5, Kind.CHECKPOINT_OF_ANOTHER_KEY));
  }

  /// As it was written before there was a tree.
  private static ObjectNode firstRevision(Head head) throws GeneralSecurityException {
    var key = Notary.SIGNER.named(Notary.ORIGIN).key();
    byte[] signature =
        key.sign(
            "feierabend checkpoint v1\n%d\n%s\n"
                .formatted(head.number(), head.hash())
                .getBytes(UTF_8));
    var digest = MessageDigest.getInstance("SHA-256").digest(key.publicKey().getEncoded());
    var payload = JsonNodeFactory.instance.objectNode();
    payload.putObject("head").put("number", head.number()).put("hash", head.hash());
    return payload
        .put("key", HexFormat.of().formatHex(digest))
        .put("signature", Base64.getEncoder().encodeToString(signature))
        .put("at", Notary.NOW.toString());
  }

  @Test
  void aCheckpointOfTheFirstRevisionOfAnotherHistoryIsFound() throws GeneralSecurityException {
    notary.storeFirstRevision(firstRevision(new Head(4, "0".repeat(64))));
    assertThat(verified(Notary.SIGNER)).isEqualTo(broken(5, Kind.CHECKPOINT_OF_ANOTHER_HISTORY));
  }

  @Test
  void whatIsNoCheckpointAtAllIsUnreadable() {
    notary.storeFirstRevision(JsonNodeFactory.instance.objectNode().put("head", 1));
    assertThat(verified(Notary.SIGNER)).isEqualTo(broken(5, Kind.CHECKPOINT_UNREADABLE));
  }
}
