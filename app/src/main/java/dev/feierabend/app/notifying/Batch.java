package dev.feierabend.app.notifying;

import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What a recipient is told next.
///
/// @param news in order; may be none
/// @param stale how many more it would have been told, had it been in time
/// @param upTo what was read
/// @param isLast whether nothing more is recorded
record Batch(List<News> news, int stale, Place upTo, boolean isLast) {
  private static final int READ_AT_ONCE = 1_000;

  /// What to look for.
  ///
  /// @param since what was recorded before isn't told any more
  record Wish(Predicate<News> wanted, int atOnce, Instant since) {}

  /// Reads on from `told`, up to the end or as many as are wanted at once.
  static Batch after(Place told, Journal journal, Wish wish) {
    var news = new ArrayList<News>();
    int stale = 0;
    Place upTo = told;
    try (Stream<Commit> commits = journal.log().from(Math.max(1, told.commit()))) {
      Iterator<Commit> next = commits.iterator();
      for (int read = 0; next.hasNext(); read++) {
        if (read == READ_AT_ONCE) {
          return new Batch(news, stale, upTo, false);
        }
        Commit commit = next.next();
        for (News one : of(commit, told, journal, wish.wanted())) {
          if (one.recorded().time().isBefore(wish.since())) {
            stale++;
          } else {
            news.add(one);
            if (news.size() == wish.atOnce()) {
              return new Batch(news, stale, one.place(), false);
            }
          }
        }
        upTo = Place.endOf(commit.number());
      }
    }
    return new Batch(news, stale, upTo, true);
  }

  private static List<News> of(Commit commit, Place told, Journal journal, Predicate<News> wanted) {
    return News.in(journal, commit).stream()
        .filter(news -> news.place().compareTo(told) > 0)
        .filter(wanted)
        .toList();
  }
}
