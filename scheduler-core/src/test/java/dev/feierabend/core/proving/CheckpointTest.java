package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Flaw;
import dev.feierabend.core.journal.Flaw.Kind;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.PoolRegistered;
import dev.feierabend.core.proving.ProvingCommand.RecordCheckpoint;
import dev.feierabend.core.proving.Verification.Broken;
import dev.feierabend.core.proving.Verification.Intact;
import dev.feierabend.policies.terms.PoolId;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  private final CheckpointSigner signer = CheckpointSigner.ofSeed(new byte[32]);
  @TempDir Path directory;

  private Journal journal() {
    return journal(EmbeddedCommitLog.unflushed(directory, () -> NOW));
  }

  private static Journal journal(CommitLog log) {
    return Journal.start(
        log, () -> NOW, Slices.events(), List.of(CheckpointAggregate.class), List.of());
  }

  @Test
  void theKeyOfASeedIsTheOneOfTheStandard() {
    // RFC 8032, 7.1, test 1
    var seed =
        HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    assertThat(HexFormat.of().formatHex(CheckpointSigner.ofSeed(seed).publicKey().getEncoded()))
        .endsWith("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    assertThatThrownBy(() -> CheckpointSigner.ofSeed(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyFileHoldsTheSameKeyAsItsSeed() {
    var seed = "thirty-two-bytes-of-great-secret".getBytes(UTF_8);
    var prefix = HexFormat.of().parseHex("302e020100300506032b657004220420");
    var file = ByteBuffer.allocate(48).put(prefix).put(seed).array();
    assertThat(CheckpointSigner.ofPem(pem(file)).publicKey())
        .isEqualTo(CheckpointSigner.ofSeed(seed).publicKey());
    assertThatThrownBy(() -> CheckpointSigner.ofPem(pem(seed)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CheckpointSigner.ofPem("no key at all"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String pem(byte[] der) {
    String base64 = Base64.getEncoder().encodeToString(der);
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(base64);
  }

  @Test
  void aSignedHistoryVerifiesWithItsKeyAndWithNoOther() {
    try (var journal = journal()) {
      recordSomething(journal.log());
      assertThat(new Checkpoints(journal.log(), journal, signer).sign(NOW))
          .isInstanceOf(Decision.Accepted.class);
    }
    assertThat(JournalVerifier.verify(directory, signer.publicKey())).isInstanceOf(Intact.class);
    var other =
        CheckpointSigner.ofSeed("another-key-of-thirty-two-bytes!".getBytes(UTF_8)).publicKey();
    assertThat(JournalVerifier.verify(directory, other))
        .isEqualTo(new Broken(3, Flaw.of(Kind.CHECKPOINT_OF_ANOTHER_KEY)));
    assertThat(JournalVerifier.verify(directory)).isInstanceOf(Intact.class);
  }

  @Test
  void aCheckpointOfAnotherHistoryIsFound() {
    try (var journal = journal()) {
      recordSomething(journal.log());
      var forged = new Head(2, "0".repeat(64));
      journal.send(new RecordCheckpoint(signer.sign(forged, NOW)));
    }
    assertThat(JournalVerifier.verify(directory, signer.publicKey()))
        .isEqualTo(new Broken(3, Flaw.of(Kind.CHECKPOINT_OF_ANOTHER_HISTORY)));
  }

  @Test
  void nothingIsSignedTwice() {
    try (var journal = journal()) {
      recordSomething(journal.log());
      var checkpoints = new Checkpoints(journal.log(), journal, signer);
      checkpoints.sign(NOW);
      assertThat(checkpoints.sign(NOW)).isEqualTo(Decision.nothing());
      assertThat(journal.log().head().number()).isEqualTo(3);
      assertThat(journal.send(new RecordCheckpoint(signer.sign(Head.GENESIS, NOW))))
          .isInstanceOf(Decision.Rejected.class);
    }
  }

  private static void recordSomething(CommitLog log) {
    log.append(Owner.OPERATOR, List.of(registered("office")));
    log.append(Owner.OPERATOR, List.of(registered("school")));
  }

  private static StoredEvent registered(String pool) {
    var event = new PoolRegistered(Owner.OPERATOR, new PoolId(pool), 3);
    return new StoredEvent(
        event.aggregate(),
        "PoolAggregate",
        0,
        "PoolRegistered",
        "1",
        Map.of(),
        JournalMapper.create().valueToTree(event));
  }
}
