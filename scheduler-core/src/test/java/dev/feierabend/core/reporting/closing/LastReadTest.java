package dev.feierabend.core.reporting.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.reporting.energy.Accounts;
import dev.feierabend.core.reporting.energy.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastReadTest {
  private static final Span MAY = span("2026-05-01T00:00:00Z");
  private static final Span JUNE = span("2026-06-01T00:00:00Z");

  private static final Instant LATER = Instant.parse("2026-07-04T00:00:00Z");

  private final LastRead lastRead = new LastRead();
  private final List<String> read = new ArrayList<>();

  @Test
  void whatIsAskedAgainIsReadOnceWhileNothingMoreIsRecorded() {
    lastRead.of(MAY, 7, LATER, reading("May"));
    lastRead.of(MAY, 7, LATER, reading("May"));
    lastRead.of(JUNE, 7, LATER, reading("June"));

    assertThat(read).containsExactly("May", "June");
  }

  @Test
  void whenMoreIsRecordedItIsReadAnew() {
    lastRead.of(MAY, 7, LATER, reading("before"));
    lastRead.of(MAY, 8, LATER, reading("after"));

    assertThat(read).containsExactly("before", "after");
  }

  @Test
  void whileItRunsItIsReadAnewEachHourAndOnceItIsOverNoMore() {
    Instant running = Instant.parse("2026-06-30T22:00:00Z");
    lastRead.of(MAY, 7, running, reading("at ten"));
    lastRead.of(MAY, 7, running.plusSeconds(3599), reading("before eleven"));
    lastRead.of(MAY, 7, running.plusSeconds(3600), reading("at eleven"));
    lastRead.of(MAY, 7, LATER, reading("over"));
    lastRead.of(MAY, 7, LATER.plusSeconds(3600), reading("later"));

    assertThat(read).containsExactly("at ten", "at eleven", "over");
  }

  @Test
  void whatFailedIsAskedAgain() {
    assertThatThrownBy(() ->
            lastRead.of(
                MAY,
                7,
                LATER,
                () -> {
                  throw new IllegalStateException("gone");
                }))
        .hasMessage("gone");

    lastRead.of(MAY, 7, LATER, reading("May"));

    assertThat(read).containsExactly("May");
  }

  @Test
  void oneIsReadAtATimeHoweverManyAsk() {
    var reading = new AtomicInteger();
    var most = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 50)
          .forEach(i ->
              threads.execute(() ->
                  lastRead.of(
                      MAY,
                      i,
                      LATER,
                      () -> {
                        most.accumulateAndGet(reading.incrementAndGet(), Math::max);
                        Thread.yield();
                        reading.decrementAndGet();
                        return Optional.empty();
                      })));
    }

    assertThat(most).hasValue(1);
  }

  private Supplier<Optional<Accounts>> reading(String what) {
    return () -> {
      read.add(what);
      return Optional.empty();
    };
  }

  private static Span span(String from) {
    return new Span(Instant.parse(from), Instant.parse("2026-07-01T00:00:00Z"));
  }
}
