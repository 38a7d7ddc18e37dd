package dev.feierabend.app.wiring;

import dev.feierabend.core.journal.CommitLog;
import dev.feierabend.core.journal.EmbeddedSink;
import dev.feierabend.core.journal.Head;
import dev.feierabend.core.journal.HistoryCopy;
import dev.feierabend.core.journal.JournalFile;
import dev.feierabend.core.kernel.Outage;
import java.nio.file.Path;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A second journal in another folder, which what is new is copied to every hour while the service
/// goes on. It is one like the first: `verify` proves it, and a service can start on it.
final class Backup implements Hourly.Task {
  private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

  private final CommitLog log;
  private final Path folder;
  private volatile long saved;

  Backup(CommitLog log, Path folder) {
    this.log = log;
    this.folder = folder;
    this.saved = saved(log, folder);
  }

  private static long saved(CommitLog log, Path folder) {
    try {
      var there = JournalFile.in(folder) ? JournalFile.head(folder) : Head.GENESIS;
      return HistoryCopy.holds(log, there) ? there.number() : 0;
    } catch (Outage e) {
      LOG.warn("Backup in {}: {}", folder, e.getMessage());
      return 0;
    }
  }

  @Override
  public void ended(Instant from, Instant to) {
    try (var sink = EmbeddedSink.open(folder)) {
      switch (HistoryCopy.continued(log, sink)) {
        case HistoryCopy.Copied(var added, var head) -> {
          saved = head.number();
          LOG.info("Backup in {}: {} commits more, {} in all", folder, added, saved);
        }
        case HistoryCopy.OtherHistory(var number) ->
            throw new Outage(
                "Expected the beginning of this journal in the backup %s but its commit %d is none of ours; nothing was written, name another folder"
                    .formatted(folder, number));
      }
    }
  }

  /// How many commits a loss of the journal would cost now.
  long behind() {
    return log.head().number() - saved;
  }
}
