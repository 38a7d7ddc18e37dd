package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.leading.Mandate;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records what the reconciler does, and knows whether the store can be trusted. While it is out,
/// wakes are spooled and recorded on its return. What is acted on is recorded first; so the end of
/// the mandate is an outage too, in which nothing is powered down and wakes go on.
public final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Dispatch dispatch;
  private final WakeSpool spool;
  private final Mandate mandate;
  private volatile boolean out;
  private volatile boolean warned;

  /// What became of an intent.
  enum Kept {
    RECORDED,

    /// Another leads since, and has recorded.
    DEPOSED,

    /// The store is out.
    OUT
  }

  /// @param spool outlives this process where it can
  public Recorder(Dispatch dispatch, WakeSpool spool, Mandate mandate) {
    this.dispatch = dispatch;
    this.spool = spool;
    this.mandate = mandate;
  }

  /// The only one on `journal`; spools in memory.
  static Recorder alone(Dispatch journal) {
    return new Recorder(journal, WakeSpool.inMemory(), Mandate.ALONE);
  }

  Mandate mandate() {
    return mandate;
  }

  /// Starts a tick: what was done meanwhile is recorded first.
  ///
  /// @param highest the highest term that is recorded
  void begin(long highest) {
    out = false;
    for (ActionIssued issued : spool.kept()) {
      if (record(new ActionCommand.Issue(issued, highest))) {
        spool.drop(issued.action());
      }
    }
  }

  /// True while the store takes what it is given.
  boolean available() {
    return !out;
  }

  void all(Collection<? extends Command> commands) {
    commands.forEach(this::record);
  }

  /// True if the command is decided and recorded, or refused with good reason; false while the
  /// store is out.
  boolean record(Command command) {
    return sent(command).isPresent();
  }

  /// @param highest the highest term that is recorded
  Kept issue(ActionIssued intent, long highest) {
    return sent(new ActionCommand.Issue(intent, highest))
        .map(decision -> ActionState.isDeposed(decision) ? Kept.DEPOSED : Kept.RECORDED)
        .orElse(Kept.OUT);
  }

  /// Empty while the store is out.
  private Optional<Decision> sent(Command command) {
    if (out) {
      return Optional.empty();
    }
    try {
      Decision decision = decided(command);
      if (decision instanceof Decision.Rejected(var refusal)) {
        LOG.debug("{} refused: {}", command.target(), refusal.sentence());
      }
      warned = false;
      return Optional.of(decision);
    } catch (Outage outage) {
      warn(outage);
      out = true;
      return Optional.empty();
    }
  }

  private Decision decided(Command command) {
    if (mandate.lasts()) {
      return dispatch.send(command);
    }
    throw new Outage(
        "The lease to lead is over and could not be renewed; look at the journal's store");
  }

  /// Once an outage, not once a tick.
  private void warn(Outage outage) {
    if (!warned) {
      LOG.warn("The journal does not record; nothing is powered down. {}", outage.getMessage());
      warned = true;
    }
  }

  /// Keeps an intent that was carried out unrecorded; the same action once.
  synchronized void spool(ActionIssued intent) {
    spool.keep(intent.asSpooled());
  }
}
