package dev.feierabend.app.notifying;

import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.kernel.JournalEvent;
import dev.feierabend.core.kernel.Outage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells recipients beside the work, each on a turn of its own: soon after something is recorded,
/// and every few seconds what came otherwise.
public final class Notifying implements Consumer<JournalEvent>, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Notifying.class);
  private static final Duration RHYTHM = Duration.ofSeconds(15);
  private static final Duration SOON = Duration.ofMillis(200);

  /// How it is told, and by when it is given up.
  ///
  /// @param bookmarks the file that keeps how far each was told
  /// @param overlap how far back one is told of whom that file knows nothing
  public record Setting(List<Line> lines, Path bookmarks, Duration giveUp, Duration overlap) {
    public Setting {
      lines = List.copyOf(lines);
    }
  }

  /// A recipient and the way to it.
  public record Line(Recipient recipient, Way way) {}

  private final List<Turn> turns;

  private Notifying(List<Turn> turns) {
    this.turns = List.copyOf(turns);
  }

  /// Returns once it is known from where on each is told.
  public static Notifying begin(Setting setting, Journal journal, InstantSource clock) {
    var marks = Bookmarks.in(setting.bookmarks());
    var book = new Round.Book(journal, marks, setting.giveUp(), setting.overlap());
    List<Turn> turns =
        setting.lines().stream()
            .map(line ->
                new Turn(
                    new Round(line.recipient(), line.way().courier(line.recipient(), clock), book),
                    clock))
            .toList();
    turns.forEach(Turn::begin);
    return new Notifying(turns);
  }

  /// To be told what is recorded; returns at once.
  @Override
  public void accept(JournalEvent event) {
    if (Topic.of(event).isPresent()) {
      turns.forEach(Turn::soon);
    }
  }

  /// For how long the oldest of what wasn't told yet waits.
  public Duration waiting(Instant at) {
    return turns.stream()
        .flatMap(turn -> turn.round.waiting().stream())
        .min(Instant::compareTo)
        .map(since -> Duration.between(since, at))
        .orElse(Duration.ZERO);
  }

  /// How many things somebody will never be told of.
  public long lost() {
    return turns.stream().mapToLong(turn -> turn.round.lost()).sum();
  }

  /// Waits for what is under way.
  @Override
  public void close() {
    turns.forEach(Turn::close);
  }

  /// One recipient's thread. While it can't be told, nothing but time brings the next try.
  private static final class Turn {
    private final Round round;
    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor thread =
        new ScheduledThreadPoolExecutor(1, Thread.ofVirtual().name("notices").factory());
    private Optional<Instant> next = Optional.empty();

    Turn(Round round, InstantSource clock) {
      this.round = round;
      this.clock = clock;
      thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
      thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    void begin() {
      try {
        round.begin(clock.instant());
      } catch (Outage outage) {
        LOG.warn("Where somebody is told on from isn't known yet: {}", outage.getMessage());
      }
      var _ = thread.scheduleWithFixedDelay(this::go, 0, RHYTHM.toMillis(), TimeUnit.MILLISECONDS);
    }

    void soon() {
      var _ = thread.schedule(this::go, SOON.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void go() {
      Instant at = clock.instant();
      if (next.filter(at::isBefore).isPresent()) {
        return;
      }
      try {
        Optional<Duration> pause = round.go(at);
        next = pause.map(at::plus);
        pause.ifPresent(it -> {
          var _ = thread.schedule(this::go, it.toMillis(), TimeUnit.MILLISECONDS);
        });
      } catch (Outage outage) {
        LOG.warn("Nobody could be told of things: {}", outage.getMessage());
      } catch (RuntimeException e) {
        LOG.error("Somebody could not be told of things; it is tried again", e);
      }
    }

    void close() {
      thread.close();
    }
  }
}
