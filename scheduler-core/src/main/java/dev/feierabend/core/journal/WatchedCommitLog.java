package dev.feierabend.core.journal;

import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.kernel.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A log whose last acknowledged head is also kept in a directory of this replica: a store whose
/// end was cut off elsewhere is a shorter, intact history, and only this tells.
///
/// A kill forgets no head, a power cut the last few: an older one tells less and nothing wrong.
public final class WatchedCommitLog implements CommitLog {
  /// Of its own: the head of a history that lived here before it moved is another's.
  private static final String FOLDER = "mongodb";

  private final CommitLog log;
  private final HeadFile file;
  private long kept;

  private WatchedCommitLog(CommitLog log, HeadFile file) {
    this.log = log;
    this.file = file;
    this.kept = file.kept().number();
  }

  /// @param log closed with this
  /// @param beside the directory, which is there
  /// @throws CorruptJournal where `log` ends before, or runs past another commit than, the kept
  ///   head
  public static WatchedCommitLog of(CommitLog log, Path beside) {
    var folder = beside.resolve(FOLDER);
    if (!Files.exists(folder.resolve(HeadFile.NAME))) {
      begin(folder);
    }
    kept(beside).ifPresent(head -> require(log, head));
    return new WatchedCommitLog(log, HeadFile.open(folder, false));
  }

  /// The head that was kept in `beside`; empty where none was.
  ///
  /// @throws CorruptJournal where it cannot be read
  public static Optional<Head> kept(Path beside) {
    var folder = beside.resolve(FOLDER);
    return Files.exists(folder.resolve(HeadFile.NAME))
        ? Optional.of(HeadFile.in(folder)).filter(head -> head.number() > 0)
        : Optional.empty();
  }

  private static void begin(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Outage("The directory %s cannot be made; look at its rights".formatted(folder), e);
    }
    HeadFile.begin(folder);
  }

  private static void require(CommitLog log, Head head) {
    try (var commits = log.from(head.number())) {
      if (commits.limit(1).map(Commit::head).noneMatch(head::equals)) {
        throw new CorruptJournal(
            "Expected %s in the store, which was acknowledged, but it is not there; restore the store from a copy, or remove the head that is kept beside it if the copy is older"
                .formatted(head));
      }
    }
  }

  @Override
  public Head head() {
    return log.head();
  }

  @Override
  public Commit append(Owner owner, List<StoredEvent> events) {
    var commit = log.append(owner, events);
    keep(commit.head());
    return commit;
  }

  /// Answers of one group come in any order.
  private synchronized void keep(Head head) {
    if (head.number() > kept) {
      file.keep(head);
      kept = head.number();
    }
  }

  @Override
  public Stream<Commit> from(long number) {
    return log.from(number);
  }

  @Override
  public List<Commit> aggregate(String aggregate, long sequence) {
    return log.aggregate(aggregate, sequence);
  }

  @Override
  public void close() {
    try (file) {
      log.close();
    }
  }
}
