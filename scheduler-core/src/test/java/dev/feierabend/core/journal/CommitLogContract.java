package dev.feierabend.core.journal;

import static dev.feierabend.core.journal.Samples.AHAUSEN;
import static dev.feierabend.core.journal.Samples.BEHAUSEN;
import static dev.feierabend.core.journal.Samples.event;
import static dev.feierabend.core.kernel.Owner.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// What every log keeps to.
abstract class CommitLogContract {
  Instant now = Instant.parse("2026-11-24T12:00:00.123456Z");
  final InstantSource clock = () -> now;

  /// A log on the storage of this test; opened again, it holds what was appended.
  abstract CommitLog open();

  @Test
  void anEmptyLogHasTheGenesisHead() {
    try (var log = open()) {
      assertThat(log.head()).isEqualTo(Head.GENESIS);
      assertThat(log.from(1)).isEmpty();
      assertThat(log.aggregate("a", 0)).isEmpty();
    }
  }

  @Test
  void numbersAreContiguousFromOne() {
    try (var log = open()) {
      for (int i = 0; i < 20; i++) {
        log.append(OPERATOR, List.of(event("a", i)));
      }
      assertThat(log.from(1).map(Commit::number))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
      assertThat(log.from(18).map(Commit::number)).containsExactly(18L, 19L, 20L);
      assertThat(log.from(21)).isEmpty();
      assertThat(log.head()).isEqualTo(log.from(20).findFirst().orElseThrow().head());
    }
  }

  @Test
  void whatIsReadIsWhatWasAppended() {
    try (var log = open()) {
      var events = List.of(event("Ä\"quoted\"\nline", 0), event("b", 0));
      var commit = log.append(AHAUSEN, events);
      assertThat(log.from(1)).containsExactly(commit);
      assertThat(commit.events()).isEqualTo(events);
      assertThat(commit.header().owner()).isEqualTo(AHAUSEN);
    }
  }

  @Test
  void aTakenSequenceLeavesNothing() {
    try (var log = open()) {
      log.append(AHAUSEN, List.of(event("a", 0)));
      var before = log.head();
      assertThatThrownBy(() -> log.append(AHAUSEN, List.of(event("b", 0), event("a", 0))))
          .isInstanceOf(SequenceTaken.class);
      assertThatThrownBy(() -> log.append(AHAUSEN, List.of(event("c", 0), event("c", 0))))
          .isInstanceOf(SequenceTaken.class)
          .hasMessage("Event 0 of c is there already");
      assertThat(log.head()).isEqualTo(before);
      assertThat(log.aggregate("b", 0)).isEmpty();
      assertThat(log.append(AHAUSEN, List.of(event("b", 0))).number()).isEqualTo(2);
    }
  }

  @Test
  void aCommitWithoutEventsIsABug() {
    try (var log = open()) {
      assertThatThrownBy(() -> log.append(AHAUSEN, List.of()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void anEventThatNoStoreKeepsIsRefusedWithTheLimitAndTheLogGoesOn() {
    try (var log = open()) {
      assertThatThrownBy(() -> log.append(AHAUSEN, List.of(Samples.event("a", 0, 20 << 20))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("Expected a commit of at most 8,388,608 bytes but a#0")
          .hasMessageContaining("has 20,971,");
      assertThat(log.append(AHAUSEN, List.of(Samples.event("a", 0, 8_000_000))).number())
          .isEqualTo(1);
    }
  }

  @Test
  void everyCommitNamesItsPredecessorAndItsOwnersPredecessor() {
    try (var log = open()) {
      var owners = List.of(OPERATOR, AHAUSEN, AHAUSEN, BEHAUSEN, OPERATOR, AHAUSEN, BEHAUSEN);
      for (int i = 0; i < owners.size(); i++) {
        log.append(owners.get(i), List.of(event("a", i)));
      }
      var previous = Head.GENESIS;
      var last = new HashMap<Object, Head>();
      for (var commit : log.from(1).toList()) {
        var header = commit.header();
        assertThat(header.previous()).isEqualTo(previous.hash());
        assertThat(header.ownerPrevious())
            .isEqualTo(last.getOrDefault(header.owner(), Head.GENESIS));
        assertThat(header.body()).isEqualTo(Hashes.sha256(commit.body()));
        assertThat(commit.hash()).isEqualTo(Hashes.sha256(header.canonical()));
        previous = commit.head();
        last.put(header.owner(), previous);
      }
    }
  }

  @Test
  void timeHasMillisecondsAndNeverGoesBack() {
    try (var log = open()) {
      log.append(OPERATOR, List.of(event("a", 0)));
      now = now.minusSeconds(3600);
      log.append(OPERATOR, List.of(event("a", 1)));
      now = now.plusSeconds(3601);
      log.append(OPERATOR, List.of(event("a", 2)));
      assertThat(log.from(1).map(commit -> commit.header().time().toString()))
          .containsExactly(
              "2026-11-24T12:00:00.123Z", "2026-11-24T12:00:00.123Z", "2026-11-24T12:00:01.123Z");
    }
  }

  @Test
  void anAggregateIsReadFromASequenceOn() {
    try (var log = open()) {
      for (int i = 0; i < 120; i++) {
        log.append(AHAUSEN, List.of(event("a", i), event("a#1", i)));
        log.append(BEHAUSEN, List.of(event("b", i)));
      }
      assertThat(log.aggregate("a", 0)).hasSize(120);
      assertThat(log.aggregate("a", 118).stream().map(Commit::number)).containsExactly(237L, 239L);
      assertThat(log.aggregate("a", 120)).isEmpty();
      assertThat(log.aggregate("a#1#", 0)).isEmpty();
      assertThat(log.aggregate("b", 119).stream().map(Commit::number)).containsExactly(240L);
    }
  }

  @Test
  void openedAgainItGoesOnWhereItWas() {
    Commit first;
    try (var log = open()) {
      first = log.append(AHAUSEN, List.of(event("a", 0), event("a", 1)));
    }
    now = now.minusSeconds(60);
    try (var log = open()) {
      assertThat(log.head()).isEqualTo(first.head());
      assertThat(log.from(1)).containsExactly(first);
      assertThat(log.aggregate("a", 1)).containsExactly(first);
      assertThatThrownBy(() -> log.append(AHAUSEN, List.of(event("a", 1))))
          .isInstanceOf(SequenceTaken.class);
      var second = log.append(AHAUSEN, List.of(event("a", 2)));
      assertThat(second.header().ownerPrevious()).isEqualTo(first.head());
      assertThat(second.header().time()).isEqualTo(first.header().time());
    }
  }

  @Test
  void threadsAppendSideBySideAndEachPlaceIsTakenOnce() throws Exception {
    try (var log = open()) {
      assertThat(CommitRace.run(log, 4, 50)).isEqualTo(50);
      assertThat(log.from(1).map(Commit::number))
          .containsExactlyElementsOf(LongStream.rangeClosed(1, 250).boxed().toList());
      assertThat(log.aggregate("shared", 0)).hasSize(50);
    }
  }
}
