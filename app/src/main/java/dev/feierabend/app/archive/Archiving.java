package dev.feierabend.app.archive;

import dev.feierabend.app.store.MongoLogin;
import dev.feierabend.app.store.Store;
import dev.feierabend.core.archiving.Leaving;
import dev.feierabend.core.archiving.Rehearsal;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.proving.Ledger;
import dev.feierabend.core.proving.Verification;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Writes a closed period's archive, and a new store that keeps of it what the service still needs.
/// The old store is only read.
///
/// @param key by which the checkpoints are verified
/// @param beside the directory beside a journal in MongoDB
public record Archiving(
    Store source,
    MongoLogin login,
    Optional<PublicKey> key,
    Optional<Path> beside,
    InstantSource clock) {
  /// What became of it.
  public sealed interface Outcome {}

  /// @param moved how many commits' events are in the archive alone
  /// @param head the new store's last hash
  public record Archived(long first, long last, long moved, String digest, String head)
      implements Outcome {}

  public record Broken(Verification.Broken how) implements Outcome {}

  /// The history is signed, and by which key isn't known.
  public record Keyless() implements Outcome {}

  /// There is nothing behind the last archive and before that time.
  public record Nothing() implements Outcome {}

  /// Not all of the period is signed.
  public record Unsigned(long last, long signed) implements Outcome {}

  /// Without these events the service would know something else. Nothing was made.
  public record Needed(List<String> models) implements Outcome {}

  /// The history grew meanwhile. Nothing was made.
  public record GrewOn() implements Outcome {}

  /// @param until when the period ended
  /// @param out the archive's name
  /// @param into the new store's
  public Outcome archive(Instant until, Path out, String into) {
    return switch (source.verify(key, beside)) {
      case Verification.Unreadable(var why) -> throw new Outage(why);
      case Verification.Broken broken -> new Broken(broken);
      case Verification.Intact intact -> archive(period(until), intact.signed(), out, into);
    };
  }

  private Period period(Instant until) {
    try (var history = source.history();
        var commits = history.commits()) {
      return Period.in(history, Ledger.in(commits), until);
    }
  }

  private Outcome archive(Period period, long signed, Path out, String into) {
    if (period.commits() < 1) {
      return new Nothing();
    }
    if (signed < period.last()) {
      return new Unsigned(period.last(), signed);
    }
    if (key.isEmpty()) {
      return new Keyless();
    }
    try (var history = source.history();
        var target = NewStore.of(into, login)) {
      var leaving = Leaving.of(history.commits(), period.first(), period.last());
      var missed = new Rehearsal(history, period.head(), clock).without(leaving);
      if (!missed.isEmpty()) {
        return new Needed(missed);
      }
      var file = ArchiveFile.write(history, period, key, out);
      return new Shortening(history, period, leaving, file, clock).into(target, key);
    }
  }
}
