package dev.feierabend.core.proving;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.feierabend.core.Slices;
import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.JournalMapper;
import dev.feierabend.core.journal.ReadModels;
import dev.feierabend.core.journal.StoredEvent;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.core.observing.ObservingEvent.PoolRegistered;
import dev.feierabend.core.proving.notes.KeyName;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.policies.terms.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A journal in a folder in which towns do something now and then, and that is signed.
record Notary(Journal journal) implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  static final KeyName ORIGIN = new KeyName("example.com/log");
  static final CheckpointSigner SIGNER = signer("the");
  static final CheckpointSigner OTHER = signer("another");

  static Notary in(Path directory) {
    return new Notary(
        Journal.start(
            EmbeddedCommitLog.unflushed(directory, () -> NOW),
            () -> NOW,
            Slices.events(),
            List.of(CheckpointAggregate.class),
            ReadModels.of(List.of())));
  }

  static CheckpointSigner signer(String whose) {
    return CheckpointSigner.ofSeed(
        (whose + "-key-with-thirty-two-bytes-at-least").substring(0, 32).getBytes(UTF_8));
  }

  CommitLog log() {
    return journal.log();
  }

  /// As many commits by towns in turn.
  void happen(int commits) {
    for (int i = 0; i < commits; i++) {
      long next = log().head().number() + 1;
      var owner = Owner.of(new TenantId("town-" + next % 3));
      store(new PoolRegistered(owner, new PoolId("pool-" + next), 3), 0);
    }
  }

  void store(JournalEvent event, long sequence) {
    append(
        event.owner(),
        stored(
            event.aggregate(),
            sequence,
            event.getClass(),
            JournalMapper.create().valueToTree(event)));
  }

  /// As the aggregate's first event, of revision 1.
  void storeFirstRevision(JsonNode checkpoint) {
    append(
        Owner.OPERATOR,
        stored(ProvingCommand.TARGET, 0, ProvingEvent.CheckpointSigned.class, checkpoint));
  }

  private void append(Owner owner, StoredEvent event) {
    log().append(owner, List.of(event));
  }

  private static StoredEvent stored(
      String aggregate, long sequence, Class<?> type, JsonNode payload) {
    return new StoredEvent(
        aggregate, "TestAggregate", sequence, type.getSimpleName(), "1", Map.of(), payload);
  }

  Checkpoints checkpoints() {
    return checkpoints(SIGNER, journal);
  }

  Checkpoints checkpoints(CheckpointSigner signer, Dispatch dispatch) {
    return new Checkpoints(log(), dispatch, signer, Optional.of(ORIGIN));
  }

  @Override
  public void close() {
    journal.close();
  }
}
