package dev.feierabend.app.notifying;

import dev.feierabend.app.notifying.Courier.Delivered;
import dev.feierabend.app.notifying.Courier.Failed;
import dev.feierabend.app.notifying.Courier.Refused;
import dev.feierabend.core.journal.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells one recipient what was recorded since it was last told, in order. How far it was told is
/// on the disk before it is told more, so that what was cut off in between is told again, under the
/// same names. One that can't be told keeps nobody else waiting.
final class Round {
  private static final Logger LOG = LoggerFactory.getLogger(Round.class);
  private static final int TRIES_OF_A_REFUSAL = 5;
  private static final Duration SHORTEST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private final Recipient recipient;
  private final Courier courier;
  private final Book book;
  private int failures;
  private volatile Optional<Instant> waiting = Optional.empty();
  private final AtomicLong lost = new AtomicLong();

  /// The history, and how far it was told.
  ///
  /// @param giveUp what is older than this isn't told any more
  /// @param overlap how far back one is told for the first time here: others may have told it what
  ///   was before
  record Book(Journal journal, Bookmarks marks, Duration giveUp, Duration overlap) {
    Duration back() {
      return marks.isDamaged() ? giveUp : overlap;
    }
  }

  Round(Recipient recipient, Courier courier, Book book) {
    this.recipient = recipient;
    this.courier = courier;
    this.book = book;
  }

  /// Whoever is new is told what comes, not what was.
  void begin(Instant at) {
    if (book.marks().of(recipient.name()).isEmpty()) {
      Duration back = book.back();
      mark(
          back.isZero()
              ? Place.endOf(book.journal().log().head().number())
              : Place.before(book.journal().log(), at.minus(back)));
    }
  }

  /// Tells all there is, or as far as it gets.
  ///
  /// @return after which time it is to be tried again; empty where all is told
  Optional<Duration> go(Instant at) {
    begin(at);
    var wish = new Batch.Wish(recipient::wants, courier.atOnce(), at.minus(book.giveUp()));
    while (true) {
      Place told = book.marks().of(recipient.name()).orElseThrow();
      Batch batch = Batch.after(told, book.journal(), wish);
      if (!batch.news().isEmpty() && !isDone(batch)) {
        waiting = Optional.of(batch.news().getFirst().recorded().time());
        return Optional.of(pause());
      }
      drop(batch.stale(), "older than " + book.giveUp());
      if (!told.equals(batch.upTo())) {
        mark(batch.upTo());
      }
      if (batch.isLast()) {
        waiting = Optional.empty();
        return Optional.empty();
      }
    }
  }

  private boolean isDone(Batch batch) {
    return switch (courier.deliver(batch.news())) {
      case Delivered _ -> {
        if (failures > 0) {
          LOG.info("{} is told of things again", recipient.name());
        }
        failures = 0;
        yield true;
      }
      case Failed(var because) -> failed(because);
      case Refused(var because) -> {
        failed(because);
        boolean enough = failures >= TRIES_OF_A_REFUSAL;
        if (enough) {
          failures = 0;
          drop(batch.news().size(), because);
        }
        yield enough;
      }
    };
  }

  /// Told once, until it was well in between.
  private boolean failed(String because) {
    if (failures++ == 0) {
      LOG.warn("{} can't be told of things; it is tried again: {}", recipient.name(), because);
    }
    return false;
  }

  private void drop(int news, String because) {
    if (news > 0) {
      lost.addAndGet(news);
      LOG.error("{} isn't told of {} things: {}", recipient.name(), news, because);
    }
  }

  private void mark(Place place) {
    book.marks().put(recipient.name(), place);
  }

  private Duration pause() {
    Duration pause = SHORTEST.multipliedBy(1L << Math.min(failures - 1, 10));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }

  /// Since when what it wasn't told yet was recorded.
  Optional<Instant> waiting() {
    return waiting;
  }

  /// How many things it will never be told of.
  long lost() {
    return lost.get();
  }
}
