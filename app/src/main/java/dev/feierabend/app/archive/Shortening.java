package dev.feierabend.app.archive;

import dev.feierabend.app.archive.Archiving.Archived;
import dev.feierabend.app.archive.Archiving.GrewOn;
import dev.feierabend.core.Slices;
import dev.feierabend.core.archiving.Leaving;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.History;
import dev.feierabend.core.journal.HistoryCopy;
import dev.feierabend.core.kernel.Decision;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.Ledger;
import dev.feierabend.core.proving.ProvingCommand.RecordArchive;
import dev.feierabend.core.proving.ProvingEvent.PeriodArchived;
import dev.feierabend.core.proving.Verification;
import dev.feierabend.core.proving.evidence.Archives;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/// Copies a history without the events that leave, names the archive in it, and looks whether both
/// together are whole.
record Shortening(
    History history, Period period, Leaving leaving, ArchiveFile file, InstantSource clock) {

  Archiving.Outcome into(NewStore target, Optional<PublicKey> key) {
    boolean named = isNamed(target);
    boolean whole = false;
    try {
      long moved = named ? count() : copy(target);
      if (history.commit(period.head().number() + 1).isPresent()) {
        return new GrewOn();
      }
      if (!named) {
        name(target);
        named = true;
      }
      String head = verified(target, key);
      target.finish();
      whole = true;
      return new Archived(period.first(), period.last(), moved, file.digest(), head);
    } finally {
      if (!whole && (!named || target.directory().isPresent())) {
        file.withdraw();
      }
    }
  }

  /// Whether an attempt that was interrupted got as far.
  private boolean isNamed(NewStore target) {
    if (target.directory().isPresent()) {
      return false;
    }
    try (var sink = target.store().sink()) {
      if (sink.head().number() <= period.head().number()) {
        return false;
      }
    }
    try (var there = target.store().history();
        var commits = there.commits()) {
      return Ledger.in(commits).of(file.digest()).isPresent();
    }
  }

  private long count() {
    try (var commits = history.commits()) {
      return commits.filter(leaving).count();
    }
  }

  private long copy(NewStore target) {
    var moved = new AtomicLong();
    try (var commits = history.commits();
        var sink = target.store().sink()) {
      var outcome = HistoryCopy.copy(commits.map(commit -> kept(commit, moved)), sink);
      if (outcome instanceof HistoryCopy.OtherHistory(var number)) {
        throw new Outage(
            "Expected an empty store for the shortened journal but there is another history, of %d commits"
                .formatted(number));
      }
    }
    return moved.get();
  }

  private Commit kept(Commit commit, AtomicLong moved) {
    if (!leaving.test(commit)) {
      return commit;
    }
    moved.incrementAndGet();
    return commit.archived();
  }

  private void name(NewStore target) {
    var archived =
        new PeriodArchived(
            period.first(), period.last(), file.digest(), period.until(), clock.instant());
    try (var journal = Slices.journal(target.store().log(clock), clock, List.of())) {
      if (journal.send(new RecordArchive(archived)) instanceof Decision.Rejected(var refusal)) {
        throw new IllegalStateException(refusal.sentence());
      }
    }
  }

  /// The new store's last hash.
  private String verified(NewStore target, Optional<PublicKey> key) {
    try (var archives = Archives.open(List.of(file.path()))) {
      var found = target.store().verify(key, Optional.empty(), archives::filled);
      long expected = period.head().number() + 1;
      if (found instanceof Verification.Intact(var commits, _, var head, _, var left)
          && commits == expected
          && left == earlier()) {
        return head;
      }
      throw new Outage(
          "Expected a new store of %d commits that is whole with its archive but found %s; go on with the old one"
              .formatted(expected, found));
    }
  }

  /// How many commits' events had left before.
  private long earlier() {
    try (var commits = history.commits()) {
      return commits.filter(Commit::isArchived).count();
    }
  }
}
