package dev.feierabend.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.feierabend.console.problems.Declined;
import dev.feierabend.core.Slices;
import dev.feierabend.core.agreeing.ExceptionCommand.DeclareFreeze;
import dev.feierabend.core.agreeing.ExceptionCommand.LiftFreeze;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.Recorded;
import dev.feierabend.core.kernel.Owner;
import dev.feierabend.policies.terms.ActorId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Listeners that are quick, slow, gone, too many.
class LiveTest {
  private static final Duration SOON = Duration.ofMillis(5);
  private static final ActorId SOMEBODY = new ActorId("somebody");

  private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-23T11:00:00Z"));
  private final Journal journal =
      Slices.journal(EmbeddedCommitLog.inMemory(clock), clock, List.of());
  private final Live live =
      Live.following(journal, new Live.Pace(SOON, Duration.ofMillis(20), 2, 4));

  @AfterEach
  void end() {
    live.close();
    journal.close();
  }

  @Test
  void everyCommitIsToldOnceAndInOrder() {
    var quick = new Ear();
    live.listen(quick);

    record(50, quick);

    await().untilAsserted(() -> assertThat(quick.commits).hasSize(50));
    assertThat(quick.commits).isEqualTo(LongStream.rangeClosed(1, 50).boxed().toList());
  }

  @Test
  void whoIsSlowIsDroppedAndDelaysNobody() {
    var slow = new Ear();
    slow.deaf = true;
    var quick = new Ear();
    live.listen(slow);
    live.listen(quick);

    record(20, quick);

    await().untilAsserted(() -> assertThat(slow.ended.getCount()).isZero());
    await().untilAsserted(() -> assertThat(quick.commits).hasSize(20));
    assertThat(quick.ended.getCount()).isOne();
  }

  @Test
  void aSilentStreamShowsThatItLives() {
    var ear = new Ear();
    live.listen(ear);

    await().untilAsserted(() -> assertThat(ear.beats).hasSizeGreaterThan(2));
  }

  @Test
  void tooManyAreTurnedAwayUntilOneLeaves() {
    Listener first = live.listen(new Ear());
    live.listen(new Ear());
    assertThatThrownBy(() -> live.listen(new Ear())).isInstanceOf(Declined.class);

    first.leave();

    await().untilAsserted(() -> live.listen(new Ear()));
  }

  @Test
  void theEndEndsAllStreams() {
    var ear = new Ear();
    live.listen(ear);

    live.close();

    await().untilAsserted(() -> assertThat(ear.ended.getCount()).isZero());
    assertThatThrownBy(() -> live.listen(new Ear())).isInstanceOf(Declined.class);
  }

  /// Not faster than `heard` hears.
  private void record(int commits, Ear heard) {
    IntStream.range(0, commits)
        .forEach(i -> {
          Instant now = clock.instant();
          journal.send(
              i % 2 == 0
                  ? new DeclareFreeze(Owner.OPERATOR, SOMEBODY, "storm", now)
                  : new LiftFreeze(Owner.OPERATOR, SOMEBODY, now));
          await().pollInterval(SOON).untilAsserted(() -> assertThat(heard.commits).hasSize(i + 1));
        });
  }

  private static final class Ear implements Listener.Sink {
    final List<Long> commits = new CopyOnWriteArrayList<>();
    final List<String> beats = new CopyOnWriteArrayList<>();
    final CountDownLatch ended = new CountDownLatch(1);
    volatile boolean deaf;

    @Override
    public void send(List<Recorded> commit) throws IOException {
      if (deaf) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          throw new InterruptedIOException("hung up");
        }
      }
      commits.add(commit.getFirst().commit());
    }

    @Override
    public void beat() {
      beats.add("beat");
    }

    @Override
    public void end() {
      ended.countDown();
    }
  }
}
