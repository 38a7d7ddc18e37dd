package dev.feierabend.core.journal;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/// Copies a history from one store to another as it is: numbers, times, hashes. Done again it goes
/// on where it was interrupted.
public final class HistoryCopy {
  private static final int PORTION = 200;
  private static final int MOST_TEXT = 4 << 20;

  /// What became of it.
  public sealed interface Outcome {}

  /// @param added how many were not there before
  public record Copied(long added, Head head) implements Outcome {}

  /// The target holds another history: its commit of this number is none of the source's. Nothing
  /// was written.
  public record OtherHistory(long number) implements Outcome {}

  private HistoryCopy() {}

  /// @param commits all of the source, from the first on
  public static Outcome copy(Stream<Commit> commits, SealedSink to) {
    var there = to.head();
    var source = commits.iterator();
    if (!follows(source, there)) {
      return new OtherHistory(there.number());
    }
    return portions(source, there, to);
  }

  /// What `log` has beyond the target, while others append to it: only that is read.
  ///
  /// @throws dev.feierabend.core.kernel.Outage where either of them refuses
  public static Outcome continued(CommitLog log, SealedSink to) {
    var there = to.head();
    if (!holds(log, there)) {
      return new OtherHistory(there.number());
    }
    try (var commits = log.from(there.number() + 1)) {
      return portions(commits.iterator(), there, to);
    }
  }

  /// Whether `head` is one of `log`'s, or stands before its first commit.
  public static boolean holds(CommitLog log, Head head) {
    if (head.number() == 0) {
      return true;
    }
    try (var commits = log.from(head.number())) {
      return commits.findFirst().map(Commit::head).filter(head::equals).isPresent();
    }
  }

  private static Copied portions(Iterator<Commit> source, Head there, SealedSink to) {
    var head = there;
    while (source.hasNext()) {
      var portion = portion(source);
      to.take(portion);
      head = portion.getLast().head();
    }
    return new Copied(head.number() - there.number(), head);
  }

  /// Goes past what is there already; a hash stands for everything before it.
  private static boolean follows(Iterator<Commit> source, Head there) {
    var last = Head.GENESIS;
    while (last.number() < there.number() && source.hasNext()) {
      last = source.next().head();
    }
    return last.equals(there);
  }

  private static List<Commit> portion(Iterator<Commit> source) {
    var portion = new ArrayList<Commit>();
    long text = 0;
    while (source.hasNext() && portion.size() < PORTION && text < MOST_TEXT) {
      var commit = source.next();
      text += commit.body().length();
      portion.add(commit);
    }
    return portion;
  }
}
