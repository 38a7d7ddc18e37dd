package dev.feierabend.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feierabend.core.Slices;
import dev.feierabend.core.acting.Memory;
import dev.feierabend.core.journal.EmbeddedCommitLog;
import dev.feierabend.core.journal.Journal;
import dev.feierabend.core.journal.ReadModels;
import dev.feierabend.core.kernel.Outage;
import dev.feierabend.core.observing.LoadSource;
import dev.feierabend.core.observing.PoolLoad;
import dev.feierabend.core.observing.Sample;
import dev.feierabend.policies.fleet.Fleet;
import dev.feierabend.policies.fleet.FleetParser;
import dev.feierabend.policies.language.Parsed;
import dev.feierabend.policies.terms.PoolId;
import dev.feierabend.sandbox.time.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is recorded of hours that have passed: each once, in order, and all that a source knows.
class RoundsTest {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final PoolId OFFICE = new PoolId("office");

  /// Knows every hour from `first` on, until it is out.
  private static final class Remembering implements LoadSource {
    private final Instant first;
    private final Duration reach;
    private final List<Instant> asked = new ArrayList<>();
    private Instant outFrom = Instant.MAX;
    private Runnable atThird = () -> {};

    Remembering(Instant first, Duration reach) {
      this.first = first;
      this.reach = reach;
    }

    @Override
    public List<PoolLoad> between(Instant from, Instant to) {
      if (!from.isBefore(outFrom)) {
        throw new Outage("It is out");
      }
      asked.add(from);
      if (asked.size() == 3) {
        atThird.run();
      }
      var sample = new Sample("deployment/office/mail", 1, 1, 1, Optional.empty());
      return from.isBefore(first) ? List.of() : List.of(new PoolLoad(OFFICE, 1, List.of(sample)));
    }

    @Override
    public Duration reach() {
      return reach;
    }
  }

  @TempDir Path folder;
  private final Memory memory = Memory.empty();
  private final EmbeddedCommitLog log = EmbeddedCommitLog.inMemory(() -> NOON);
  private Journal journal;

  private Rounds rounds(LoadSource load) {
    if (journal == null) {
      journal =
          Slices.journal(log, () -> NOON, ReadModels.keptIn(folder, List.copyOf(memory.models())));
    }
    return new Rounds(load, fleet(), memory.utilisation(), journal);
  }

  @Test
  void atItsBeginningAllThatTheSourceKnowsIsRecordedInOrderAndCounts() {
    var load = new Remembering(NOON.minus(HOUR.multipliedBy(5)), Duration.ofDays(1));
    rounds(load).began(NOON);

    assertThat(load.asked).hasSize(24).isSorted();
    assertThat(log.head().number()).isEqualTo(5);
    assertThat(memory.utilisation().recordedUntil(OFFICE)).contains(NOON);
    assertThat(memory.utilisation().coverageSince(OFFICE, NOON.minus(HOUR))).isEqualTo(1);
  }

  @Test
  void nothingIsRecordedTwiceHoweverOftenItBegins() {
    var load = new Remembering(NOON.minus(HOUR.multipliedBy(5)), Duration.ofDays(1));
    rounds(load).began(NOON);
    load.asked.clear();
    rounds(load).began(NOON);

    assertThat(load.asked).isEmpty();
    assertThat(log.head().number()).isEqualTo(5);
  }

  @Test
  void whatWasInterruptedGoesOnWhereItStopped() {
    var load = new Remembering(Instant.EPOCH, Duration.ofHours(10));
    load.outFrom = NOON.minus(HOUR.multipliedBy(4));
    assertThatThrownBy(() -> rounds(load).began(NOON)).isInstanceOf(Outage.class);
    assertThat(log.head().number()).isEqualTo(6);

    load.outFrom = Instant.MAX;
    load.asked.clear();
    rounds(load).ended(NOON, NOON.plus(HOUR));
    assertThat(load.asked).hasSize(5).first().isEqualTo(NOON.minus(HOUR.multipliedBy(4)));
    assertThat(log.head().number()).isEqualTo(11);
  }

  @Test
  void aPoolThatNeverReportsIsAskedForOnceAndNotEveryHour() {
    var load = new Remembering(Instant.MAX, Duration.ofDays(14));
    var rounds = rounds(load);
    rounds.began(NOON);
    load.asked.clear();
    rounds.ended(NOON, NOON.plus(HOUR));

    assertThat(load.asked).containsExactly(NOON);
    assertThat(log.head().number()).isZero();
  }

  @Test
  void aSourceThatKnowsOnlyNowIsAskedForTheHourThatEnded() {
    var load = new Remembering(Instant.EPOCH, Duration.ZERO);
    var rounds = rounds(load);
    rounds.began(NOON);
    assertThat(load.asked).isEmpty();

    rounds.ended(NOON, NOON.plus(HOUR));
    rounds.ended(NOON.plus(HOUR.multipliedBy(3)), NOON.plus(HOUR.multipliedBy(4)));
    assertThat(load.asked).containsExactly(NOON, NOON.plus(HOUR.multipliedBy(3)));
  }

  @Test
  void onceTheServiceEndsTheRestIsLeftForTheNextTime() {
    var load = new Remembering(Instant.EPOCH, Duration.ofDays(14));
    var rounds = rounds(load);
    rounds.ending();
    rounds.began(NOON);

    assertThat(load.asked).isEmpty();
  }

  /// A leader that is deposed in the midst of it, and leads again.
  @Test
  void onceTheWorkStopsTheRestIsLeftUntilItBeginsAgain() {
    var time = new VirtualTime(NOON);
    var load = new Remembering(Instant.EPOCH, Duration.ofDays(14));
    var hourly = new Hourly(time, "rounds", rounds(load));
    load.atThird = hourly::stop;
    hourly.start(NOON);
    assertThat(load.asked).hasSize(3);

    hourly.start(NOON);
    assertThat(load.asked).hasSize(14 * 24).doesNotHaveDuplicates();
  }

  private static Fleet fleet() {
    var text =
        """
        apiVersion: feierabend.dev/v1
        kind: Fleet
        metadata: {name: one}
        spec:
          tenants: [{id: ahausen, name: Ahausen}]
          pools: [{id: office, tenant: ahausen, namespaces: [office]}]
        """;
    return switch (FleetParser.parse("fleet.yaml", text.getBytes(StandardCharsets.UTF_8))) {
      case Parsed.Valid(var fleet) -> fleet;
      case Parsed.Invalid(var faults) -> throw new AssertionError(faults.toString());
    };
  }
}
