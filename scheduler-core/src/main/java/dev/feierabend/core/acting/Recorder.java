package dev.feierabend.core.acting;

import dev.feierabend.core.acting.ActingEvent.ActionIssued;
import dev.feierabend.core.kernel.Command;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Dispatch;
import dev.feierabend.core.kernel.Outage;
import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Records what the reconciler does, and knows whether the store can be trusted. While it is out,
/// wakes are spooled and recorded on its return.
public final class Recorder {
  private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

  private final Dispatch dispatch;
  private final WakeSpool spool;
  private boolean out;
  private boolean warned;

  /// @param spool outlives this process where it can
  public Recorder(Dispatch dispatch, WakeSpool spool) {
    this.dispatch = dispatch;
    this.spool = spool;
  }

  /// Starts a tick: what was done meanwhile is recorded first.
  void begin() {
    out = false;
    for (ActionIssued issued : spool.kept()) {
      if (record(new ActionCommand.Issue(issued))) {
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
    if (out) {
      return false;
    }
    try {
      if (dispatch.send(command) instanceof Decision.Rejected(var refusal)) {
        LOG.debug("{} refused: {}", command.target(), refusal.sentence());
      }
      warned = false;
      return true;
    } catch (Outage outage) {
      warn(outage);
      out = true;
      return false;
    }
  }

  /// Once an outage, not once a tick.
  private void warn(Outage outage) {
    if (!warned) {
      LOG.warn("The journal does not record; nothing is powered down. {}", outage.getMessage());
      warned = true;
    }
  }

  /// Keeps an intent that was carried out unrecorded; the same action once.
  void spool(ActionIssued intent) {
    spool.keep(intent.asSpooled());
  }
}
