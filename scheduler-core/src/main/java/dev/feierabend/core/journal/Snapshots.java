package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.ReadModel;
import dev.feierabend.policies.language.SchedulePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the newest [Snapshot] in a folder, and throws away what doesn't fit. Nothing is lost with
/// one and nothing is proved by one: all of it stands in the journal.
final class Snapshots {
  static final String NAME = "read-models.jsonl";

  /// Commits between two: as many are read again in a blink.
  static final int EVERY = 10_000;

  /// This build.
  static final String CODE = CodePrint.of(Snapshots.class, SchedulePolicy.class);

  private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

  private final Path folder;
  private final List<ReadModel<?>> models;
  private long newest;

  Snapshots(Path folder, List<ReadModel<?>> models) {
    this.folder = folder;
    this.models = models;
  }

  /// Reminds the read models of what they knew; returns up to which commit of `log` that is.
  Head recall(CommitLog log) {
    var file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Head.GENESIS;
    }
    try {
      var snapshot = Snapshot.parse(Files.readString(file));
      var objection = snapshot.objection(log, CODE, models);
      if (objection.isPresent()) {
        return discard(file, objection.orElseThrow());
      }
      snapshot.recallTo(models);
      newest = snapshot.title().head().number();
      return snapshot.title().head();
    } catch (IOException e) {
      LOG.debug("{} cannot be read", file, e);
      return discard(file, "it is damaged");
    }
  }

  private static Head discard(Path file, String because) {
    LOG.warn(
        "The snapshot {} is thrown away and the whole history read instead: {}", file, because);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("{} cannot be removed; the next one takes its place", file, e);
    }
    return Head.GENESIS;
  }

  /// Puts aside what the read models know, where there is much that the last snapshot doesn't hold.
  void told(Head head) {
    if (head.number() >= newest + EVERY) {
      putAside(head);
    }
  }

  /// The same wherever there is anything. A disk that refuses costs time at the next start, nothing
  /// else.
  void putAside(Head head) {
    if (head.number() <= newest) {
      return;
    }
    newest = head.number();
    try {
      Files.createDirectories(folder);
      var next = folder.resolve(NAME + ".next");
      Files.writeString(next, Snapshot.of(head, CODE, models).text());
      Disk.replace(folder, NAME, next);
    } catch (IOException e) {
      LOG.warn("No snapshot can be kept in {}; the next start takes longer", folder, e);
    }
  }
}
