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

  private final LastRead lastRead = new LastRead();
  private final List<String> read = new ArrayList<>();

  @Test
  void whatIsAskedAgainIsReadOnceWhileNothingMoreIsRecorded() {
    lastRead.of(MAY, 7, reading("May"));
    lastRead.of(MAY, 7, reading("May"));
    lastRead.of(JUNE, 7, reading("June"));

    assertThat(read).containsExactly("May", "June");
  }

  @Test
  void whenMoreIsRecordedItIsReadAnew() {
    lastRead.of(MAY, 7, reading("before"));
    lastRead.of(MAY, 8, reading("after"));

    assertThat(read).containsExactly("before", "after");
  }

  @Test
  void whatFailedIsAskedAgain() {
    assertThatThrownBy(() ->
            lastRead.of(
                MAY,
                7,
                () -> {
                  throw new IllegalStateException("gone");
                }))
        .hasMessage("gone");

    lastRead.of(MAY, 7, reading("May"));

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
