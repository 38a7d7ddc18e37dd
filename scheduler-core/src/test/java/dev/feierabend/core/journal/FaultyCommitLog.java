package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import java.util.List;
import java.util.stream.Stream;

/// A log that fails when told to: refuses, keeps but doesn't acknowledge, or takes the process down
/// with it. Every append has two boundaries, before and after it is kept.
public final class FaultyCommitLog implements CommitLog {
  /// The process is gone: no code of the product may catch this, or run after it.
  public static final class Killed extends Error {
    private Killed(long boundary) {
      super("Killed at boundary " + boundary);
    }
  }

  private final CommitLog log;
  private boolean refusing;
  private boolean losing;
  private long boundaries;
  private long killAt = Long.MAX_VALUE;

  public FaultyCommitLog(CommitLog log) {
    this.log = log;
  }

  /// From now on every append is refused, as by a full disk; `false` ends that.
  public void refuse(boolean refusing) {
    this.refusing = refusing;
  }

  /// The next append is kept, but its caller hears of an outage.
  public void loseNextAcknowledgement() {
    losing = true;
  }

  /// Dies at the `boundary`-th boundary from the beginning (1: before the first append is kept, 2:
  /// after it), and stays dead.
  public void killAt(long boundary) {
    killAt = boundary;
  }

  /// How many boundaries were passed.
  public long boundaries() {
    return boundaries;
  }

  /// What outlives the kill.
  public CommitLog underneath() {
    return log;
  }

  @Override
  public Commit append(Owner owner, List<StoredEvent> events) {
    pass();
    if (refusing) {
      throw new Outage("The journal cannot be written: no space left; free the disk");
    }
    var commit = log.append(owner, events);
    pass();
    if (losing) {
      losing = false;
      throw new Outage("The journal's answer was lost");
    }
    return commit;
  }

  private void pass() {
    boundaries++;
    alive();
  }

  private void alive() {
    if (boundaries >= killAt) {
      throw new Killed(killAt);
    }
  }

  @Override
  public Head head() {
    alive();
    return log.head();
  }

  @Override
  public Stream<Commit> from(long number) {
    alive();
    return log.from(number);
  }

  @Override
  public List<Commit> aggregate(String aggregate, long sequence) {
    alive();
    return log.aggregate(aggregate, sequence);
  }

  /// A killed process closes nothing; whoever restarts on `underneath` closes that.
  @Override
  public void close() {
    if (boundaries < killAt) {
      log.close();
    }
  }
}
