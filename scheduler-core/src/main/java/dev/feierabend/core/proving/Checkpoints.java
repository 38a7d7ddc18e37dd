package dev.feierabend.core.proving;

import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.proving.ProvingCommand.RecordCheckpoint;
import java.time.Instant;

/// Signs the history as it stands, from time to time.
public final class Checkpoints {
  private final CommitLog log;
  private final Dispatch dispatch;
  private final CheckpointSigner signer;

  public Checkpoints(CommitLog log, Dispatch dispatch, CheckpointSigner signer) {
    this.log = log;
    this.dispatch = dispatch;
    this.signer = signer;
  }

  public Decision sign(Instant at) {
    return dispatch.send(new RecordCheckpoint(signer.sign(log.head(), at)));
  }
}
