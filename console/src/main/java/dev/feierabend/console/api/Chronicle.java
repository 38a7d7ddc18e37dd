package dev.feierabend.console.api;

import dev.feierabend.console.security.Caller;
import dev.feierabend.core.journal.Commit;
import dev.feierabend.core.journal.CommitTimes;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.reporting.Sentences;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// The history as far as a caller may see it. What isn't the caller's is left out before anything
/// is told of it.
public final class Chronicle {
  private static final int STRIDE = 512;

  private final Journal journal;
  private final Telling telling;

  public Chronicle(Journal journal, Telling telling) {
    this.journal = journal;
    this.telling = telling;
  }

  /// Oldest first, after commit `after`, about `limit` entries.
  HistoryPage after(long after, int limit, Question question, Reader reader) {
    long first = Math.max(after + 1, question.from().map(this::firstSince).orElse(1L));
    var entries = new ArrayList<HistoryEntry>();
    try (Stream<Commit> history = journal.log().from(first)) {
      Iterator<HistoryEntry> told = told(history, question, reader).iterator();
      while (told.hasNext()) {
        HistoryEntry entry = told.next();
        if (entries.size() >= limit && entry.commit() != entries.getLast().commit()) {
          return new HistoryPage(entries, Optional.of(entries.getLast().commit()));
        }
        entries.add(entry);
      }
    }
    return new HistoryPage(entries, Optional.empty());
  }

  /// Newest first, `limit` entries at most.
  public List<HistoryEntry> latest(int limit, Question question, Reader reader) {
    long first = question.from().map(this::firstSince).orElse(1L);
    long last = question.to().map(to -> firstSince(to) - 1).orElse(journal.log().head().number());
    var entries = new ArrayList<HistoryEntry>();
    while (last >= first && entries.size() < limit) {
      long begin = Math.max(first, last - STRIDE + 1);
      entries.addAll(stretch(begin, last, question, reader).reversed());
      last = begin - 1;
    }
    return entries.subList(0, Math.min(limit, entries.size()));
  }

  private List<HistoryEntry> stretch(long begin, long last, Question question, Reader reader) {
    try (Stream<Commit> history = journal.log().from(begin)) {
      return told(history.takeWhile(commit -> commit.number() <= last), question, reader).toList();
    }
  }

  /// Commits that aren't the reader's are passed over unread.
  private Stream<HistoryEntry> told(Stream<Commit> history, Question question, Reader reader) {
    Sentences sentences = telling.sentences(reader.locale());
    return history
        .takeWhile(commit -> question.to().map(commit.header().time()::isBefore).orElse(true))
        .filter(commit -> reader.caller().sees(commit.header().owner()))
        .flatMap(commit ->
            commit.isArchived()
                ? Stream.of(moved(commit, sentences)).filter(entry -> question.fits(entry, ""))
                : told(commit, question, sentences));
  }

  private Stream<HistoryEntry> told(Commit commit, Question question, Sentences sentences) {
    return journal
        .recorded(commit)
        .flatMap(recorded -> {
          HistoryEntry entry = entry(recorded, sentences);
          return question.fits(entry, recorded.event().aggregate())
              ? Stream.of(entry)
              : Stream.empty();
        });
  }

  /// One line of a commit whose events are not here any more, so that nobody takes it for nothing.
  private static HistoryEntry moved(Commit commit, Sentences sentences) {
    return new HistoryEntry(
        commit.number(),
        commit.header().time(),
        commit.header().owner().toString(),
        "EventsArchived",
        sentences.moved());
  }

  private static HistoryEntry entry(Recorded recorded, Sentences sentences) {
    return new HistoryEntry(
        recorded.commit(),
        recorded.time(),
        recorded.owner().toString(),
        recorded.event().getClass().getSimpleName(),
        sentences.of(recorded.event()));
  }

  private long firstSince(Instant instant) {
    return new CommitTimes(journal.log()).firstSince(instant);
  }

  /// Who reads, and in which language.
  public record Reader(Caller caller, Locale locale) {}
}
